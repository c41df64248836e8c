//! What is said about allow rules that hold no more or that nothing needs, and about values that stand everywhere.

use matcher::{Flood, Matcher};

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

/// Tells the values of dictionaries that stand everywhere and were not told each time.
pub(crate) fn tell_floods(matcher: &Matcher) {
    for (id, Flood { values, left_out }) in matcher.floods().filter(|(_, flood)| flood.left_out > 0) {
        say(&format!(
            "warning: {id}: too common: {values} of its values stood in more than 10000 places; {left_out} more \
             findings of them are not told"
        ));
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
