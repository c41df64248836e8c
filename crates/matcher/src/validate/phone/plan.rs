//! National numbers in use behind each country calling code.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input};

/// Whether a country's numbering plan has a national number, both given as values of digits.
pub(super) fn is_in_use(code: &[u8], national: &[u8]) -> bool {
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
    let Some(plan) = PLANS.get(text(code).as_str()) else { return false };
    let input = text(national);
    let regex = plan.regex.get_or_init(|| compile(plan.pattern));
    regex.is_match(Input::new(&input).anchored(Anchored::Yes))
}

/// The national numbers of one country code. A code that is never met is never compiled.
struct Plan {
    pattern: &'static str,
    regex: OnceLock<Regex>,
}

static PLANS: LazyLock<HashMap<&'static str, Plan>> = LazyLock::new(|| {
    let lines = include_str!("../data/phone/plans.txt").lines();
    let pairs = lines.filter_map(|line| line.split_once(' '));
    pairs.map(|(code, pattern)| (code, Plan { pattern, regex: OnceLock::new() })).collect()
});

fn compile(pattern: &str) -> Regex {
    Regex::builder()
        .syntax(syntax::Config::new().unicode(false).utf8(false))
        .build(&format!("(?:{pattern})$"))
        .expect("a test compiles every plan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_compiles() {
        assert!(PLANS.len() > 200);
        for plan in PLANS.values() {
            assert!(compile(plan.pattern).is_match("") == plan.pattern.is_empty());
        }
    }

    /// Example numbers of libphonenumber, and numbers one digit off.
    #[test]
    fn numbers_in_use() {
        for (code, national, expected) in [
            ("1", "2015550123", true),
            ("44", "1212345678", true),
            ("49", "30123456", true),
            ("33", "123456789", true),
            ("33", "023456789", false),
            ("39", "0212345678", true),
            ("34", "810123456", true),
            ("34", "110123456", false),
            ("55", "11961234567", true),
            ("55", "1123456789", true),
            ("86", "13123456789", true),
            ("27", "101234567", true),
            ("27", "001234567", false),
            ("882", "3421234", true),
            ("999", "123456789", false),
        ] {
            let digits = |text: &str| text.bytes().map(|byte| byte - b'0').collect::<Vec<_>>();
            assert_eq!(is_in_use(&digits(code), &digits(national)), expected, "+{code} {national}");
        }
    }
}
