//! Builds pages and hands them on.

use std::sync::Arc;

use model::{Event, Notice, NoticeCode, Origin, OriginId, Page, Place, Span};

use crate::limits::PATH;

/// One file's records, notices and counts on their way out.
pub(crate) struct Output<'a> {
    emit: &'a mut dyn FnMut(Event),
    file: Arc<Origin>,
    page: Page,
    /// The origin that the last record used.
    last: Option<(Option<Arc<str>>, OriginId)>,
}

/// One record before it stands on a page.
pub(crate) struct Field<'a> {
    pub(crate) path: &'a str,
    pub(crate) key: &'a str,
    pub(crate) value: &'a [u8],
    pub(crate) place: Place,
    pub(crate) owned: Option<Span>,
    pub(crate) arn: Option<&'a Arc<str>>,
}

impl<'a> Output<'a> {
    /// Collects for one file.
    pub(crate) fn new(file: Arc<Origin>, emit: &'a mut dyn FnMut(Event)) -> Self {
        Self { emit, file, page: Page::new(), last: None }
    }

    /// Adds a record.
    pub(crate) fn push(&mut self, field: Field<'_>) {
        let origin = self.origin(field.arn);
        let path = clip(field.path);
        self.page.push_at(origin, (&path, field.key), field.value, field.place);
        if let Some(owned) = field.owned {
            self.page.own(owned);
        }
        if self.page.is_full() {
            self.flush();
        }
    }

    fn origin(&mut self, arn: Option<&Arc<str>>) -> OriginId {
        if let Some((last, id)) = &self.last
            && last.as_ref() == arn
        {
            return *id;
        }
        let origin = match arn {
            Some(arn) => Arc::new(Origin { arn: Some(Arc::clone(arn)), ..(*self.file).clone() }),
            None => Arc::clone(&self.file),
        };
        let id = self.page.add_origin(origin);
        self.last = Some((arn.cloned(), id));
        id
    }

    /// Says what was not scanned and why.
    pub(crate) fn notice(&mut self, code: NoticeCode, line: Option<u64>, message: String) {
        self.flush();
        let origin = Origin { line, ..(*self.file).clone() };
        (self.emit)(Event::Notice(Notice { code, origin, message }));
    }

    /// Counts what was read.
    pub(crate) fn read(&mut self, bytes: u64, files: u64) {
        self.flush();
        (self.emit)(Event::Read { bytes, files });
    }

    fn flush(&mut self) {
        if !self.page.is_empty() {
            (self.emit)(Event::Page(std::mem::take(&mut self.page)));
            self.last = None;
        }
    }
}

impl Drop for Output<'_> {
    fn drop(&mut self) {
        self.flush();
    }
}

/// Shortens the path of an absurdly deep document, which would otherwise be copied with each record.
pub(crate) fn clip(path: &str) -> std::borrow::Cow<'_, str> {
    if path.len() <= PATH {
        return path.into();
    }
    let head = path.floor_char_boundary(PATH / 2);
    let tail = path.ceil_char_boundary(path.len() - PATH / 2);
    format!("{}…{}", &path[..head], &path[tail..]).into()
}
