//! Colours by meaning.

use anstyle::{AnsiColor, Style};
use model::{CallStatus, Severity};

/// Gives a style per meaning; plain styles where colour is off.
#[derive(Clone, Copy)]
pub(crate) struct Palette {
    color: bool,
}

impl Palette {
    pub(crate) fn new(color: bool) -> Self {
        Self { color }
    }

    pub(crate) fn severity(self, severity: Severity) -> Style {
        self.pick(match severity {
            Severity::Critical => AnsiColor::BrightRed.on_default().bold(),
            Severity::High => AnsiColor::Red.on_default().bold(),
            Severity::Medium => AnsiColor::Yellow.on_default().bold(),
            Severity::Low => AnsiColor::Cyan.on_default().bold(),
            Severity::Info => Style::new().bold(),
        })
    }

    pub(crate) fn status(self, status: CallStatus) -> Style {
        match status {
            CallStatus::Complete => self.good(),
            CallStatus::Skipped => self.dim(),
            CallStatus::Throttled | CallStatus::Denied | CallStatus::Failed => self.bad(),
        }
    }

    pub(crate) fn bold(self) -> Style {
        self.pick(Style::new().bold())
    }

    pub(crate) fn dim(self) -> Style {
        self.pick(Style::new().dimmed())
    }

    /// Arrows and gutters.
    pub(crate) fn frame(self) -> Style {
        self.pick(AnsiColor::BrightBlue.on_default().bold())
    }

    pub(crate) fn good(self) -> Style {
        self.pick(AnsiColor::Green.on_default())
    }

    pub(crate) fn bad(self) -> Style {
        self.pick(AnsiColor::Red.on_default().bold())
    }

    pub(crate) fn warning(self) -> Style {
        self.pick(AnsiColor::Yellow.on_default().bold())
    }

    fn pick(self, style: Style) -> Style {
        if self.color { style } else { Style::new() }
    }
}
