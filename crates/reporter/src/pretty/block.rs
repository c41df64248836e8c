//! One finding as a block: what, where, the field with the masked match underlined, what to do.

use std::fmt::{self, Write};

use model::{Finding, Origin};
use unicode_width::UnicodeWidthStr;

use super::palette::Palette;
use crate::visible::{visible, visible_within};

/// A path or preview longer than this loses its middle.
const WIDEST: usize = 160;

/// Writes the block of a finding, with an empty line after it.
pub(super) fn write(out: &mut String, finding: &Finding, palette: Palette) -> fmt::Result {
    let severity = palette.severity(finding.severity);
    let (bold, frame) = (palette.bold(), palette.frame());
    let line = finding.origin.line.map(|line| line.to_string()).unwrap_or_default();
    let gutter = line.len().max(2);
    writeln!(
        out,
        "{severity}{}[{}]{severity:#}{bold}: {}{}{bold:#}",
        finding.severity,
        visible(&finding.detector),
        visible(&finding.name),
        field(finding),
    )?;
    writeln!(out, "{:gutter$}{frame}-->{frame:#} {}", "", place(&finding.origin))?;
    writeln!(out, "{:gutter$} {frame}|{frame:#}", "")?;
    write_field(out, finding, (&line, gutter), palette)?;
    if !finding.help.is_empty() {
        writeln!(out, "{:gutter$} {frame}={frame:#} {bold}help{bold:#}: {}", "", visible(&finding.help))?;
    }
    out.write_char('\n')
}

/// The field's path, the masked match, and an underline below the match.
fn write_field(
    out: &mut String,
    finding: &Finding,
    (line, gutter): (&str, usize),
    palette: Palette,
) -> fmt::Result {
    let severity = palette.severity(finding.severity);
    let (dim, frame) = (palette.dim(), palette.frame());
    let shown = match &finding.value {
        Some(value) => visible(value.expose()).into_owned(),
        None => visible_within(&finding.preview, WIDEST),
    };
    let mut before = visible_within(&finding.path, WIDEST);
    if !before.is_empty() {
        before.push_str(" = ");
    }
    // The match does not start the field: say that there is more of it, unless the preview says no more itself.
    if finding.span.start > 0 && shown != "…" {
        before.push_str("… ");
    }
    writeln!(out, "{frame}{line:>gutter$} |{frame:#} {dim}{before}{dim:#}{severity}{shown}{severity:#}")?;
    let (indent, marks) = (before.width(), "^".repeat(shown.width().max(1)));
    let confidence = finding.confidence;
    writeln!(
        out,
        "{:gutter$} {frame}|{frame:#} {:indent$}{severity}{marks} {confidence}{severity:#}",
        "", ""
    )?;
    writeln!(out, "{:gutter$} {frame}|{frame:#}", "")
}

/// The kind of field in words, as far as its path tells.
fn field(finding: &Finding) -> &'static str {
    let is = |name: &str, words: &[&str]| words.iter().any(|word| name.eq_ignore_ascii_case(word));
    let names = || finding.path.split(['.', '[', ']']);
    if finding.path == "Arn" {
        " in an ARN"
    } else if finding.path.starts_with("Tags.") && finding.path.ends_with("#key") {
        " in the key of a tag"
    } else if names().any(|name| is(name, &["tags", "tag", "labels", "default_tags", "TagSet", "TagList"])) {
        " in a tag"
    } else if names().any(|name| is(name, &["environment", "env", "environment_variables"])) {
        " in an environment variable"
    } else if is(&finding.key, &["description", "comment", "GroupDescription"]) {
        " in a description"
    } else if is(&finding.key, &["name", "username", "rolename", "groupname", "policyname"]) {
        " in a name"
    } else {
        ""
    }
}

/// `file:line:column`, or service, region, account and ARN.
pub(super) fn place(origin: &Origin) -> String {
    let mut place = String::new();
    if let Some(path) = &origin.path {
        place.push_str(&visible_within(path, WIDEST));
        for number in [origin.line, origin.column].into_iter().flatten() {
            let _ = write!(place, ":{number}");
        }
    }
    let cloud = [&origin.service, &origin.region, &origin.account, &origin.arn];
    for part in cloud.into_iter().flatten() {
        let gap = if place.is_empty() { "" } else { " " };
        let _ = write!(place, "{gap}{}", visible_within(part, WIDEST));
    }
    if place.is_empty() { origin.source.to_owned() } else { place }
}
