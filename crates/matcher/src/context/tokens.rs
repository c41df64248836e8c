//! Cuts keys and text into lower-case words.

/// One word and what separates it from the word before.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word in lower case.
    pub(super) text: String,
    /// Whether a separator stands before it; otherwise only a change of case or of letter to digit.
    pub(super) is_separated: bool,
}

/// The most words of one text that are looked at.
const MAX_TOKENS: usize = 64;

/// Cuts at every character that is neither letter nor digit, at camelCase humps and between letters and digits.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let mut is_separated = true;
    let mut before = Class::Separator;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let class = Class::of(character);
        let next = characters.peek().copied();
        if starts_word(before, class, next, characters.clone().nth(1)) {
            if !word.is_empty() {
                tokens.push(Token { text: std::mem::take(&mut word), is_separated });
                is_separated = false;
            }
            is_separated |= before == Class::Separator || class == Class::Separator;
            if tokens.len() == MAX_TOKENS {
                return tokens;
            }
        }
        if class != Class::Separator {
            word.extend(character.to_lowercase());
        }
        before = class;
    }
    if !word.is_empty() {
        tokens.push(Token { text: word, is_separated });
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Separator,
    Lower,
    Upper,
    Digit,
}

impl Class {
    fn of(character: char) -> Self {
        if character.is_numeric() {
            Self::Digit
        } else if character.is_uppercase() {
            Self::Upper
        } else if character.is_alphabetic() || is_tone_mark(character) {
            Self::Lower
        } else {
            Self::Separator
        }
    }
}

/// Thai writes tones above its letters; they are no borders of words.
fn is_tone_mark(character: char) -> bool {
    ('\u{e47}'..='\u{e4e}').contains(&character)
}

/// Whether a script joins words to each other: Thai, Chinese and Japanese, and Korean, whose particles follow at once.
pub(super) fn is_joined(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// Whether the character of class `class` is the first of a word, or a separator that ends one.
fn starts_word(before: Class, class: Class, next: Option<char>, after_next: Option<char>) -> bool {
    if class == Class::Separator || before == Class::Separator {
        return true;
    }
    match (before, class) {
        (Class::Lower, Class::Upper)
        | (Class::Digit, Class::Upper | Class::Lower)
        | (Class::Lower | Class::Upper, Class::Digit) => true,
        // `SSNNumber` is SSN and Number, but `SSNs` is one word.
        (Class::Upper, Class::Upper) => {
            let is_plural =
                next == Some('s') && after_next.is_none_or(|end| Class::of(end) == Class::Separator);
            next.is_some_and(|next| Class::of(next) == Class::Lower) && !is_plural
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_cut_into_words() {
        let table: &[(&str, &[&str])] = &[
            ("Owner", &["owner"]),
            ("oncall_phone", &["oncall", "phone"]),
            ("EmployeeSSN", &["employee", "ssn"]),
            ("SSNNumber", &["ssn", "number"]),
            ("SSNs", &["ssns"]),
            ("public_id", &["public", "id"]),
            ("aws:cloudformation:stack-id", &["aws", "cloudformation", "stack", "id"]),
            ("cvv2", &["cvv", "2"]),
            ("Téléphone Mobile", &["téléphone", "mobile"]),
            ("身份证号码是110101", &["身份证号码是", "110101"]),
            ("ชื่อ นี้", &["ชื่อ", "นี้"]),
            ("--", &[]),
        ];
        for (key, words) in table {
            let found: Vec<_> = tokens(key).into_iter().map(|token| token.text).collect();
            assert_eq!(&found, words, "{key}");
        }
    }

    #[test]
    fn a_hump_is_no_separator() {
        let separated = |key| tokens(key).into_iter().map(|token| token.is_separated).collect::<Vec<_>>();
        assert_eq!(separated("CreatedBy"), [true, false]);
        assert_eq!(separated("created_by"), [true, true]);
        assert_eq!(separated("a  b"), [true, true]);
    }
}
