//! The list of known identifiers, and what covers each of them.

use model::Detector;

/// Rows of `identifiers.csv`: id, category, country, format.
const LIST: &str = include_str!("../identifiers.csv");
/// Reasons why some have no detector: lines ``- `id`: reason`` or rows ``| `id` | reason |``.
const NOT_COVERED: &str = include_str!("../NOT_COVERED.md");

/// A kind of sensitive value that tools of this sort are expected to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// Its name, as detectors give it in `identifiers` or `covers`.
    pub id: String,
    /// Its group in the list.
    pub category: String,
    /// Code of its country, or `any`.
    pub country: String,
    /// What it looks like, in words.
    pub format: String,
}

/// What becomes of an identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coverage<'a> {
    /// Ids of the detectors that find it, one at least.
    Detectors(Vec<&'a str>),
    /// Why there is no detector for it.
    Reason(&'static str),
    /// Nobody has decided.
    None,
}

/// Every identifier of the list, in its order.
pub fn identifiers() -> Vec<Identifier> {
    LIST.lines().skip(1).filter_map(identifier).collect()
}

fn identifier(row: &str) -> Option<Identifier> {
    let mut cells = cells(row).into_iter();
    let (id, category, country) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Identifier { id, category, country, format: cells.next()? })
}

/// The cells of a row of CSV: quotes hold commas, and two of them stand for one.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut letters = row.chars().peekable();
    while let Some(letter) = letters.next() {
        let cell = cells.last_mut().expect("there is a cell from the start");
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            letter => cell.push(letter),
        }
    }
    cells
}

/// What becomes of an identifier under a set of detectors.
pub fn coverage<'a>(id: &str, detectors: &'a [Detector]) -> Coverage<'a> {
    let covers = |detector: &&Detector| {
        detector.covers == id || detector.identifiers.iter().any(|covered| covered == id)
    };
    let ids: Vec<_> = detectors.iter().filter(covers).map(|detector| detector.id.as_ref()).collect();
    if !ids.is_empty() {
        return Coverage::Detectors(ids);
    }
    let reason = not_covered().find(|(known, _)| *known == id);
    reason.map_or(Coverage::None, |(_, reason)| Coverage::Reason(reason))
}

/// The identifiers that have no detector, with the reasons.
pub fn not_covered() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_list = |line: &'static str| line.strip_prefix("- `")?.split_once("`: ");
    let of_table = |line: &'static str| line.strip_prefix("| `")?.strip_suffix('|')?.split_once("` | ");
    let entries = NOT_COVERED.lines().filter_map(move |line| of_list(line).or_else(|| of_table(line)));
    entries.map(|(id, reason)| (id, reason.trim()))
}
