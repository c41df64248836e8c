//! The part of a file that a command writes anew.

use std::fs;
use std::path::Path;

/// Puts the text between `<!-- name -->` and `<!-- /name -->`.
///
/// # Errors
/// Where the file cannot be read or written, or holds no such markers.
pub fn write_between(file: &Path, name: &str, text: &str) -> Result<(), String> {
    let shown = file.display();
    let old = fs::read_to_string(file).map_err(|error| format!("cannot read {shown}: {error}"))?;
    let new = between(&old, name, text).ok_or_else(|| format!("{shown} has no markers `{name}`"))?;
    fs::write(file, new).map_err(|error| format!("cannot write {shown}: {error}"))
}

fn between(old: &str, name: &str, text: &str) -> Option<String> {
    let (start, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (before, rest) = old.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{start}\n\n{}\n\n{end}{after}", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let old = "head\n<!-- a -->\nold\n<!-- /a -->\ntail <!-- b --><!-- /b -->\n";
        let new = between(old, "a", "new\n").unwrap();
        assert_eq!(new, "head\n<!-- a -->\n\nnew\n\n<!-- /a -->\ntail <!-- b --><!-- /b -->\n");
        assert_eq!(between(&new, "a", "new\n").unwrap(), new, "a second time changes nothing");
        for name in ["c", "/a"] {
            assert_eq!(between(old, name, "new"), None, "{name}");
        }
    }
}
