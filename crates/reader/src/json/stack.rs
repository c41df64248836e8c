//! The open containers, and the path to a value in them, written only where a record asks for it.

use super::frame::{Frame, Names, Segment};
use super::naming::{push_index, push_name, text_of};

/// Open containers, outermost first.
#[derive(Default)]
pub(crate) struct Stack {
    frames: Vec<Frame>,
    /// The path to the last value that was named.
    path: String,
    /// The containers whose names stand in `path`.
    n_named: usize,
}

impl Stack {
    /// The innermost container.
    pub(crate) fn last(&self) -> Option<&Frame> {
        self.frames.last()
    }

    /// The innermost container.
    pub(crate) fn last_mut(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    /// All open containers, outermost first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Frame> {
        self.frames.iter()
    }

    /// Number of open containers.
    pub(crate) fn depth(&self) -> usize {
        self.frames.len()
    }

    /// Whether nothing is open.
    pub(crate) fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    /// Opens a container.
    pub(crate) fn push(&mut self, frame: Frame) {
        self.frames.push(frame);
    }

    /// Closes the innermost container.
    pub(crate) fn pop(&mut self) {
        self.frames.truncate(self.frames.len().saturating_sub(1));
        self.n_named = self.n_named.min(self.frames.len());
    }

    /// Closes all.
    pub(crate) fn clear(&mut self) {
        self.frames.clear();
        self.path.clear();
        self.n_named = 0;
    }

    /// Copies what the containers refer to in a buffer that goes.
    pub(crate) fn keep(&mut self, bytes: &[u8]) {
        self.name_frames(bytes);
        self.frames.iter_mut().for_each(|frame| frame.keep(bytes));
    }

    /// The path that was asked for last.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// A part of the path.
    pub(crate) fn part(&self, key: (u32, u32)) -> &str {
        &self.path[key.0 as usize..key.1 as usize]
    }

    /// Makes the path that of the innermost container; gives its nearest key.
    pub(crate) fn name_container(&mut self, bytes: &[u8]) -> (u32, u32) {
        self.name_frames(bytes);
        let names = self.frames.last().map_or(Names::default(), |frame| frame.names);
        self.path.truncate(names.path as usize);
        names.key
    }

    /// Makes the path that of a value in the innermost container; gives its nearest key.
    pub(crate) fn name_value(&mut self, bytes: &[u8], segment: Segment) -> (u32, u32) {
        let key = self.name_container(bytes);
        self.name_segment(bytes, segment, key)
    }

    /// Makes the path that of the innermost container with another name; gives that name.
    pub(crate) fn rename_container(&mut self, bytes: &[u8], name: &str) -> (u32, u32) {
        self.name_container(bytes);
        let base = self.frames.last().map_or(0, |frame| frame.names.base);
        self.path.truncate(base as usize);
        push_name(&mut self.path, name)
    }

    /// Appends to the path, for as long as `work` needs it.
    pub(crate) fn with_suffix<T>(&mut self, suffix: &str, work: impl FnOnce(&str) -> T) -> T {
        let length = self.path.len();
        self.path.push_str(suffix);
        let result = work(&self.path);
        self.path.truncate(length);
        result
    }

    fn name_frames(&mut self, bytes: &[u8]) {
        for index in self.n_named..self.frames.len() {
            let above =
                index.checked_sub(1).map(|above| (self.frames[above].is_object, self.frames[above].names));
            let (in_object, above) = above.unwrap_or((true, Names::default()));
            self.path.truncate(above.path as usize);
            let key = self.name_segment(bytes, self.frames[index].segment, above.key);
            let path = self.path.len() as u32;
            let base = if in_object { path } else { above.path };
            self.frames[index].names = Names { base, path, key };
        }
        self.n_named = self.frames.len();
    }

    fn name_segment(&mut self, bytes: &[u8], segment: Segment, key: (u32, u32)) -> (u32, u32) {
        match segment {
            Segment::Top => key,
            Segment::Member(start, end) => {
                push_name(&mut self.path, &text_of(&bytes[start as usize..end as usize]))
            }
            Segment::Element(index) => {
                push_index(&mut self.path, index);
                key
            }
        }
    }
}
