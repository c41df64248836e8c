//! Names of the lines under which a line stands, by indentation.

use crate::limits::{LOOK_BACK, NAME};

use super::pieces::{Pieces, split};

/// The lines above, each deeper than the one before it.
#[derive(Default)]
pub(super) struct Parents {
    open: Vec<Parent>,
}

struct Parent {
    indent: usize,
    start: usize,
    /// Taken when first asked for.
    name: Option<Name>,
    end: usize,
}

/// What a line opens.
#[derive(Clone, Default)]
struct Name {
    path: String,
    /// Key for bare lines below it.
    key: String,
    /// What a default below it belongs to.
    holder: String,
}

/// Path and key that a line inherits.
#[derive(Default, Debug, Clone, PartialEq, Eq)]
pub(super) struct Context {
    pub(super) path: String,
    /// Key of bare text; empty where the parent is no list and no text block.
    pub(super) key: String,
    /// Name of the parent, whose value a `Default` is.
    pub(super) holder: String,
}

/// Indentation of a line, a list dash counting half a column; `None` where a line is blank.
pub(super) fn indent_of(line: &[u8]) -> Option<usize> {
    let blank = line.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let dash = line[blank..].starts_with(b"- ");
    (blank < line.len()).then_some(2 * blank + usize::from(dash))
}

impl Parents {
    /// Takes the next line of the buffer into account.
    pub(super) fn push(&mut self, bytes: &[u8], (start, end): (usize, usize)) {
        let line = &bytes[start..end];
        let Some(indent) = indent_of(line) else { return };
        let content = line.trim_ascii_start();
        if content.starts_with(b"#") || content.starts_with(b"//") {
            return;
        }
        let deeper = self.open.partition_point(|parent| parent.indent < indent);
        self.open.truncate(deeper);
        self.open.push(Parent { indent, start, end, name: None });
    }

    /// What a line inherits that starts at `start` with this indentation.
    pub(super) fn context(&mut self, bytes: &[u8], start: usize, indent: usize) -> Context {
        let mut context = Context::default();
        let above = self.open.partition_point(|parent| parent.indent < indent);
        for parent in &mut self.open[..above] {
            // The line at the very edge may stand there cut off, depending on the chunk.
            if parent.start + LOOK_BACK <= start {
                continue;
            }
            let name = parent.name.get_or_insert_with(|| name_of(&bytes[parent.start..parent.end]));
            if !name.path.is_empty() && context.path.len() < 4 * NAME {
                join(&mut context.path, &name.path);
            }
            context.key.clone_from(&name.key);
            context.holder.clone_from(&name.holder);
        }
        context
    }
}

impl Context {
    /// Whether the parent is an output of Terraform or CloudFormation, whose value its `value` is.
    pub(super) fn is_output(&self) -> bool {
        let names = self.path.split_once('.');
        names.is_some_and(|(block, name)| ["output", "Outputs"].contains(&block) && name == self.holder)
    }
}

/// Appends a name to a path.
pub(super) fn join(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

/// What a line opens, if anything.
fn name_of(line: &[u8]) -> Name {
    let text = line[..line.len().min(4 * NAME)].trim_ascii_end();
    let pieces = split(text);
    let opener = pieces.all.iter().rev().find(|piece| piece.value.0 == piece.value.1);
    let key = opener.and_then(|piece| piece.key).map(|key| text_of(text, key));
    let last = text.last().copied().unwrap_or_default();
    match key {
        Some(key)
            if b"{([:|>-&".contains(&last) || memchr::memmem::find(text, b"<<").is_some() || opens(text) =>
        {
            let holds_map = last == b'{';
            let bare = if holds_map { String::new() } else { key.clone() };
            Name { path: key.clone(), key: bare, holder: key }
        }
        None if last == b'{' => {
            let (path, holder) = block_name(text, &pieces);
            Name { path, key: String::new(), holder }
        }
        Some(_) | None => Name::default(),
    }
}

/// Whether a line ends with a YAML anchor or tag, as in `key: &anchor`.
fn opens(text: &[u8]) -> bool {
    text.rsplit(u8::is_ascii_whitespace)
        .next()
        .is_some_and(|word| word.starts_with(b"&") || word.starts_with(b"!"))
}

/// `resource "aws_instance" "web" {` is `resource.aws_instance.web`, and `web` for what it holds.
fn block_name(text: &[u8], pieces: &Pieces) -> (String, String) {
    let head = &text[pieces.content..text.len() - 1];
    let (mut path, mut last) = (String::new(), String::new());
    if !head.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-\" ./".contains(byte)) {
        return (path, last);
    }
    for word in head.split(|byte| byte.is_ascii_whitespace() || *byte == b'"').filter(|word| !word.is_empty())
    {
        last = String::from_utf8_lossy(word).into_owned();
        join(&mut path, &last);
    }
    (path, last)
}

fn text_of(line: &[u8], (start, end): (usize, usize)) -> String {
    String::from_utf8_lossy(&line[start..end.min(start + NAME)]).into_owned()
}
