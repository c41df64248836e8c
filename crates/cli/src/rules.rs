//! What is said about allow rules: the ones that hold no more, and the ones that nothing needs.

use matcher::Matcher;

use crate::config::Settings;
use crate::console::say;
use crate::{fingerprint, selection};

/// Tells the rules that allow nothing, although they look as if they did.
pub(crate) fn warn(settings: &Settings) {
    for rule in &settings.allow {
        let place = place(settings, rule.line);
        if let Some(day) = rule.expires.filter(|_| selection::is_expired(rule)) {
            say(&format!("warning: {place}: this allow rule expired on {day} and allows nothing any more"));
        } else if !rule.allow.fingerprints.is_empty() && !fingerprint::is_lasting() {
            say(&format!(
                "warning: {place}: this allow rule names a fingerprint and allows nothing without TAGLEAKS_KEY"
            ));
        }
    }
}

/// Tells the rules that fitted nothing in a run that looked at much.
pub(crate) fn hint(matcher: &Matcher, lines: &[usize], settings: &Settings) {
    for index in matcher.unused_rules() {
        let place = place(settings, lines[index]);
        say(&format!("hint: {place}: this allow rule fitted nothing in this run; is it still needed?"));
    }
}

fn place(settings: &Settings, line: usize) -> String {
    let file = settings.file.as_deref().map(|file| file.display().to_string()).unwrap_or_default();
    format!("{}:{line}", reporter::visible(&file))
}
