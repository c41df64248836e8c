//! Numbers with a check digit or a numbering plan.

use super::Make;
use super::random::{BASE62, DIGITS, Random, UPPER_ALNUM};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("card", card),
    ("iban", iban),
    ("ssn", |random, _| Some(ssn(random))),
    ("itin", |random, _| Some(itin(random))),
    ("nino", |random, _| Some(nino(random))),
    ("nhs", |random, _| Some(nhs(random))),
    ("phone", phone),
];

/// Brand, prefix and length.
const CARDS: &[(&str, &str, usize)] = &[
    ("visa", "4539", 16),
    ("mastercard", "5234", 16),
    ("amex", "3764", 15),
    ("discover", "6011", 16),
    ("diners", "3643", 14),
    ("jcb", "3541", 16),
    ("maestro", "6759", 16),
    ("unionpay", "6221", 16),
];

fn card(random: &mut Random, brand: &str) -> Option<String> {
    let (_, prefix, length) = CARDS.iter().find(|(name, ..)| *name == brand)?;
    let mut number = format!("{prefix}{}", random.string(DIGITS, length - prefix.len() - 1));
    number.push(luhn_digit(&number));
    Some(number)
}

/// The check digit of ISO/IEC 7812 for what stands before it.
pub(super) fn luhn_digit(digits: &str) -> char {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, digit)| match (index % 2 == 0, u32::from(digit - b'0')) {
            (true, digit) => digit * 2 / 10 + digit * 2 % 10,
            (false, digit) => digit,
        })
        .sum();
    char::from(b'0' + ((10 - sum % 10) % 10) as u8)
}

/// Country and account part: `n` digits, `a` capitals, `c` both.
const IBANS: &[(&str, &[(usize, char)])] = &[
    ("AE", &[(19, 'n')]),
    ("AT", &[(16, 'n')]),
    ("BE", &[(12, 'n')]),
    ("BR", &[(23, 'n'), (1, 'a'), (1, 'c')]),
    ("CH", &[(5, 'n'), (12, 'c')]),
    ("CZ", &[(20, 'n')]),
    ("DE", &[(18, 'n')]),
    ("DK", &[(14, 'n')]),
    ("ES", &[(20, 'n')]),
    ("FI", &[(14, 'n')]),
    ("FR", &[(10, 'n'), (11, 'c'), (2, 'n')]),
    ("GB", &[(4, 'a'), (14, 'n')]),
    ("GR", &[(7, 'n'), (16, 'c')]),
    ("HN", &[(4, 'a'), (20, 'n')]),
    ("HU", &[(24, 'n')]),
    ("IE", &[(4, 'a'), (14, 'n')]),
    ("IT", &[(1, 'a'), (10, 'n'), (12, 'c')]),
    ("LC", &[(4, 'a'), (24, 'c')]),
    ("LU", &[(3, 'n'), (13, 'c')]),
    ("MT", &[(4, 'a'), (5, 'n'), (18, 'c')]),
    ("NL", &[(4, 'a'), (10, 'n')]),
    ("NO", &[(11, 'n')]),
    ("PL", &[(24, 'n')]),
    ("PT", &[(21, 'n')]),
    ("RO", &[(4, 'a'), (16, 'c')]),
    ("SA", &[(2, 'n'), (18, 'c')]),
    ("SE", &[(20, 'n')]),
    ("TR", &[(6, 'n'), (16, 'c')]),
    ("UA", &[(6, 'n'), (19, 'c')]),
];

fn iban(random: &mut Random, country: &str) -> Option<String> {
    let (_, parts) = IBANS.iter().find(|(name, _)| *name == country)?;
    let account: String =
        parts.iter().map(|&(length, class)| random.string(alphabet(class), length)).collect();
    let check = 98 - mod_97(&format!("{account}{country}00"));
    Some(format!("{country}{check:02}{account}"))
}

fn alphabet(class: char) -> &'static [u8] {
    match class {
        'n' => DIGITS,
        'a' => &BASE62[10..36],
        _ => UPPER_ALNUM,
    }
}

fn mod_97(text: &str) -> u32 {
    text.chars().filter_map(|character| character.to_digit(36)).fold(0, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    })
}

fn ssn(random: &mut Random) -> String {
    let area = random.between(301, 599);
    format!("{area}-{:02}-{:04}", random.between(10, 89), random.between(1001, 9899))
}

fn itin(random: &mut Random) -> String {
    let area = random.between(900, 999);
    format!("{area}-{}-{:04}", random.between(70, 88), random.between(1001, 9899))
}

fn nino(random: &mut Random) -> String {
    let letters = random.string(b"ABCEHJLMPRSW", 2);
    format!("{letters}{}{}", random.string(DIGITS, 6), random.string(b"ABCD", 1))
}

fn nhs(random: &mut Random) -> String {
    loop {
        let digits = format!("9{}", random.string(DIGITS, 8));
        let sum: u32 =
            digits.bytes().zip(2_u32..).map(|(digit, place)| u32::from(digit - b'0') * (12 - place)).sum();
        match 11 - sum % 11 {
            10 => {}
            check => return format!("{digits}{}", check % 11),
        }
    }
}

fn phone(random: &mut Random, country: &str) -> Option<String> {
    let mut digits = |length| random.string(DIGITS, length);
    Some(match country {
        "US" => format!("+1415{}{}", 700 + digits(2).parse::<u32>().ok()?, digits(4)),
        "GB" => format!("+44207{}", digits(7)),
        "FR" => format!("+33142{}", digits(6)),
        "DE" => format!("+4930{}", digits(8)),
        "ES" => format!("+34612{}", digits(6)),
        "BR" => format!("+55119{}", digits(8)),
        "IN" => format!("+9198{}", digits(8)),
        _ => return None,
    })
}
