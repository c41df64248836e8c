//! Text inside of a Markdown table.

/// Longer examples are cut.
const LONGEST: usize = 100;

/// Plain text.
pub(super) fn plain(text: &str) -> String {
    text.replace(['\n', '\r'], " ").replace('|', "\\|").replace('<', "&lt;")
}

/// Verbatim text, cut where it is long.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let mut shown: String = line.chars().take(LONGEST).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    let shown = shown.replace('|', "\\|");
    if shown.contains('`') { format!("`` {shown} ``") } else { format!("`{shown}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_cell() {
        for (text, expected) in [
            ("", ""),
            ("a|b", "`a\\|b`"),
            ("a`b", "`` a`b ``"),
            ("a\nb", "`a b`"),
            (&"x".repeat(101), &format!("`{}…`", "x".repeat(100))),
        ] {
            assert_eq!(code(text), expected);
        }
        assert_eq!(plain("a|b\n<c>"), "a\\|b &lt;c>");
    }
}
