//! The nouns that cross crate borders: record, page, detector, finding, notice, summary.
//!
//! No I/O, no regex, no async. Every stage takes one of these and gives another.

mod coverage;
mod detector;
mod event;
mod finding;
mod kind;
mod layout;
mod notice;
mod origin;
mod page;
mod raw_form;
mod secret;
mod shape;
pub mod siblings;
mod summary;
mod texts;
mod vocabulary;

pub use coverage::{CallStatus, Coverage};
pub use detector::{Anchor, Context, Detector, Mask, Text};
pub use event::{Event, Outcome};
pub use finding::{Finding, Span};
pub use kind::{Confidence, Kind, Severity};
pub use layout::{
    LAYOUT_BEFORE, LAYOUT_JOINT, LAYOUT_LETTER, LAYOUT_MAX_RUN, LAYOUT_STOP, LAYOUT_WINDOW, Layout, joins,
};
pub use notice::{Notice, NoticeCode};
pub use origin::Origin;
pub use page::{OriginId, Page, Place, Position, Record, SourceMap};
pub use raw_form::RawForm;
pub use secret::Secret;
pub use shape::{ByteSet, Shape};
pub use summary::Summary;
pub use texts::Texts;
pub use vocabulary::{BuiltIn, LettersHash, Phrase, Vocabulary};
