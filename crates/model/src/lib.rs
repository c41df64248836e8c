//! The nouns that cross crate borders: record, page, detector, finding, notice, summary.
//!
//! No I/O, no regex, no async. Every stage takes one of these and gives another.

mod coverage;
mod detector;
mod event;
mod finding;
mod kind;
mod notice;
mod origin;
mod page;
mod secret;
mod layout;
mod raw_form;
mod shape;
pub mod siblings;
mod summary;
mod vocabulary;

pub use coverage::{CallStatus, Coverage};
pub use detector::{Anchor, Context, Detector, Mask, Text, Texts};
pub use event::{Event, Outcome};
pub use finding::{Finding, Span};
pub use kind::{Confidence, Kind, Severity};
pub use notice::{Notice, NoticeCode};
pub use origin::Origin;
pub use page::{OriginId, Page, Place, Position, Record, SourceMap};
pub use secret::Secret;
pub use layout::{
    LAYOUT_BEFORE, LAYOUT_JOINT, LAYOUT_LETTER, LAYOUT_MAX_RUN, LAYOUT_STOP, LAYOUT_WINDOW, Layout, joins,
};
pub use raw_form::RawForm;
pub use shape::{ByteSet, Shape};
pub use summary::Summary;
pub use vocabulary::{BuiltIn, LettersHash, Phrase, Vocabulary};
