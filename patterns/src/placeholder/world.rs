//! Numbers of states outside Europe, each with its check digit.

use super::Make;
use super::random::{DIGITS, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("ca_sin", |random, _| Some(grouped(&luhn(&random.string(b"1234567", 1), 8, random), &[3, 3, 3], " "))),
    ("cpf", |random, _| Some(cpf(random))),
    ("cnpj", |random, _| Some(cnpj(random))),
    ("cuil", |random, _| Some(cuil(random))),
    ("rut", |random, _| Some(rut(random))),
    ("curp", |random, _| Some(curp(random))),
    ("rfc", |random, _| Some(rfc(random))),
    ("aadhaar", |random, _| Some(aadhaar(random))),
    ("gstin", |random, _| Some(gstin(random))),
    ("pan", |random, _| Some(pan(random))),
    ("tfn", |random, _| Some(tfn(random))),
    ("au_medicare", |random, _| Some(au_medicare(random))),
    ("ird", |random, _| Some(ird(random))),
    ("tckn", |random, _| Some(tckn(random))),
    ("za_id", |random, _| Some(za_id(random))),
    ("nric", |random, _| Some(nric(random))),
    ("rrn", |random, _| Some(rrn(random))),
    ("cn_id", |random, _| Some(cn_id(random))),
    ("tw_id", |random, _| Some(tw_id(random))),
    ("my_number", |random, _| Some(my_number(random))),
    ("nik", |random, _| {
        Some(format!("3171{:02}{}{:04}", random.between(1, 8), day(random, "dmy"), random.between(1, 9998)))
    }),
];

/// Sum of each digit times its weight.
fn sum(digits: &str, weights: &[u32]) -> u32 {
    digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}

/// Digits in groups of the given lengths.
fn grouped(digits: &str, lengths: &[usize], separator: &str) -> String {
    let mut start = 0;
    let groups = lengths.iter().map(|length| {
        start += length;
        &digits[start - length..start]
    });
    groups.collect::<Vec<_>>().join(separator)
}

/// A day from 1950 to 1989; `y`, `m` and `d` in the order of the letters.
fn day(random: &mut Random, order: &str) -> String {
    let (year, month, day) = (random.between(50, 89), random.between(1, 12), random.between(1, 28));
    let part = |letter| match letter {
        'y' => year,
        'm' => month,
        _ => day,
    };
    order.chars().fold(String::new(), |text, letter| format!("{text}{:02}", part(letter)))
}

/// The prefix, digits up to `length` in all, and Luhn's digit.
fn luhn(prefix: &str, length: usize, random: &mut Random) -> String {
    let body = format!("{prefix}{}", random.string(DIGITS, length - prefix.len()));
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let digits = body.bytes().rev().map(|digit| u32::from(digit - b'0')).enumerate();
    let sum: u32 = digits.map(|(index, digit)| if index % 2 == 0 { doubled(digit) } else { digit }).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn cpf(random: &mut Random) -> String {
    const WEIGHTS: [u32; 10] = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    let mut digits = format!("5{}", random.string(DIGITS, 8));
    for start in [1, 0] {
        digits += &(sum(&digits, &WEIGHTS[start..]) * 10 % 11 % 10).to_string();
    }
    format!("{}-{}", grouped(&digits, &[3, 3, 3], "."), &digits[9..])
}

fn cnpj(random: &mut Random) -> String {
    const WEIGHTS: [u32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
    let mut digits = format!("{}0001", 10_000_000 + random.between(0, 89_999_999));
    for start in [1, 0] {
        digits += &(sum(&digits, &WEIGHTS[start..]) * 10 % 11 % 10).to_string();
    }
    format!("{}/{}-{}", grouped(&digits, &[2, 3, 3], "."), &digits[8..12], &digits[12..])
}

fn cuil(random: &mut Random) -> String {
    loop {
        let digits = format!("{}{}", random.pick(&["20", "27"]), random.between(20_000_000, 45_000_000));
        match (11 - sum(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 {
            10 => {}
            check => return format!("{}-{}-{check}", &digits[..2], &digits[2..]),
        }
    }
}

fn rut(random: &mut Random) -> String {
    let digits = random.between(10_000_000, 24_999_999).to_string();
    let check = match (11 - sum(&digits, &[3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 {
        10 => "K".to_owned(),
        digit => digit.to_string(),
    };
    format!("{}-{check}", grouped(&digits, &[2, 3, 3], "."))
}

/// 0 to 9, A to N, Ñ, O to Z.
fn mexican(text: &str) -> impl Iterator<Item = u32> {
    text.bytes().map(|byte| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'N' => u32::from(byte - b'A') + 10,
        _ => u32::from(byte - b'A') + 11,
    })
}

const CONSONANTS: &[u8] = b"BCDFGHJKLMNPQRSTVWXYZ";

fn curp(random: &mut Random) -> String {
    let name = format!("{}A{}", random.string(CONSONANTS, 1), random.string(CONSONANTS, 2));
    let (day, sex, state) = (day(random, "ymd"), random.pick(&["H", "M"]), random.pick(&["DF", "JC", "NL"]));
    let body = format!("{name}{day}{sex}{state}{}0", random.string(CONSONANTS, 3));
    let sum: u32 = mexican(&body).zip((2_u32..=18).rev()).map(|(value, weight)| value * weight).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

fn rfc(random: &mut Random) -> String {
    let name = format!("{}A{}", random.string(CONSONANTS, 1), random.string(CONSONANTS, 2));
    let body =
        format!("{name}{}{}{}", day(random, "ymd"), random.string(CONSONANTS, 1), random.string(DIGITS, 1));
    let sum: u32 = mexican(&body).zip((2_u32..=13).rev()).map(|(value, weight)| value * weight).sum();
    let check = match (11 - sum % 11) % 11 {
        10 => "A".to_owned(),
        digit => digit.to_string(),
    };
    format!("{body}{check}")
}

fn aadhaar(random: &mut Random) -> String {
    const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    let product = |left: u8, right: u8| match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => 5 + (left + right) % 5,
        (false, true) => 5 + (left - right) % 5,
        (false, false) => (5 + left - right) % 5,
    };
    let body = format!("{}{}", random.between(2, 9), random.string(DIGITS, 10));
    let rest = body.bytes().rev().zip(1..).fold(0, |rest, (digit, times)| {
        let permuted = (0..times % 8).fold(digit - b'0', |digit, _| PERMUTATION[usize::from(digit)]);
        product(rest, permuted)
    });
    // The inverse of a rotation is the rotation back; a reflection is its own.
    let check = if (1..5).contains(&rest) { 5 - rest } else { rest };
    grouped(&format!("{body}{check}"), &[4, 4, 4], " ")
}

fn pan(random: &mut Random) -> String {
    let letters = |random: &mut Random, length| random.string(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", length);
    let (head, initial, last) = (letters(random, 3), letters(random, 1), letters(random, 1));
    format!("{head}P{initial}{:04}{last}", random.between(1, 9999))
}

fn gstin(random: &mut Random) -> String {
    const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let body = format!("{}{}1Z", random.pick(&["07", "27", "29", "33"]), pan(random));
    let value = |byte: u8| u32::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 });
    let add = |sum: u32, (index, byte): (usize, u8)| {
        let product = value(byte) * if index % 2 == 0 { 2 } else { 1 };
        sum + product / 36 + product % 36
    };
    let sum = body.bytes().rev().enumerate().fold(0, add);
    format!("{body}{}", char::from(ALPHABET[((36 - sum % 36) % 36) as usize]))
}

/// Draws until the digits have a check digit: one in eleven sums leaves a rest of 10, which has none.
fn checked(random: &mut Random, first: u64, length: usize, check: impl Fn(&str) -> u32) -> String {
    loop {
        let body = format!("{first}{}", random.string(DIGITS, length - 1));
        match check(&body) {
            10 => {}
            digit => return format!("{body}{digit}"),
        }
    }
}

fn tfn(random: &mut Random) -> String {
    // The last weight is 10, that is -1 modulo 11, so the check digit is the sum itself.
    let digits = checked(random, 4, 8, |body| sum(body, &[1, 4, 3, 7, 5, 8, 6, 9]) % 11);
    grouped(&digits, &[3, 3, 3], " ")
}

fn au_medicare(random: &mut Random) -> String {
    let digits = checked(random, 2, 8, |body| sum(body, &[1, 3, 7, 9, 1, 3, 7, 9]) % 10);
    format!("{} {} 1", &digits[..4], &digits[4..])
}

fn ird(random: &mut Random) -> String {
    let digits = checked(random, 5, 7, |body| (11 - sum(body, &[2, 7, 6, 5, 4, 3, 2]) % 11) % 11);
    grouped(&digits, &[2, 3, 3], "-")
}

fn tckn(random: &mut Random) -> String {
    let body = format!("{}{}", random.between(1, 9), random.string(DIGITS, 8));
    // 7 and 9 are what the rule's 7 and -1 are modulo 10.
    let tenth = sum(&body, &[7, 9, 7, 9, 7, 9, 7, 9, 7]) % 10;
    let last = (sum(&body, &[1; 9]) + tenth) % 10;
    format!("{body}{tenth}{last}")
}

fn za_id(random: &mut Random) -> String {
    let prefix = format!("{}{}08", day(random, "ymd"), random.between(1000, 8999));
    luhn(&prefix, 12, random)
}

fn nric(random: &mut Random) -> String {
    let digits = random.string(DIGITS, 7);
    let rest = sum(&digits, &[2, 7, 6, 5, 4, 3, 2]) % 11;
    format!("S{digits}{}", char::from(b"JZIHGFEDCBA"[rest as usize]))
}

fn rrn(random: &mut Random) -> String {
    let body = format!("{}{}{}", day(random, "ymd"), random.between(1, 2), random.string(DIGITS, 5));
    let check = (11 - sum(&body, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11) % 10;
    format!("{}-{}{check}", &body[..6], &body[6..])
}

fn cn_id(random: &mut Random) -> String {
    let body = format!(
        "{}19{}{:03}",
        random.pick(&["110105", "310104", "440305"]),
        day(random, "ymd"),
        random.between(1, 998)
    );
    let rest = body.bytes().fold(0, |rest, digit| (rest + u32::from(digit - b'0')) * 2 % 11);
    let check = match (12 - rest) % 11 {
        10 => "X".to_owned(),
        digit => digit.to_string(),
    };
    format!("{body}{check}")
}

fn tw_id(random: &mut Random) -> String {
    let body = format!("{}{}", random.between(1, 2), random.string(DIGITS, 7));
    // A is 10: one for its tens and nothing for its units.
    let check = (10 - (1 + sum(&body, &[8, 7, 6, 5, 4, 3, 2, 1])) % 10) % 10;
    format!("A{body}{check}")
}

fn my_number(random: &mut Random) -> String {
    let body = format!("{}{}", random.between(1, 9), random.string(DIGITS, 10));
    let rest = sum(&body, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    let check = if rest <= 1 { 0 } else { 11 - rest };
    grouped(&format!("{body}{check}"), &[4, 4, 4], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_checks_of_known_numbers() {
        assert_eq!(grouped("123456", &[2, 3, 1], "-"), "12-345-6");
        // The example of ISO 7812: 7992739871 with check digit 3.
        assert_eq!(luhn("7992739871", 10, &mut Random::new(1)), "79927398713");
        assert_eq!(sum("1234567", &[2, 7, 6, 5, 4, 3, 2]) % 11, 7);
    }
}
