//! Numbers of European states, each with a valid check digit.

use super::Make;
use super::random::{DIGITS, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("afm", |random, _| Some(afm(random))),
    ("ahv", |random, _| Some(ahv(random))),
    ("amka", |random, _| Some(amka(random))),
    ("be_nrn", |random, _| Some(be_nrn(random))),
    ("bsn", |random, _| Some(bsn(random))),
    ("cnp", |random, _| Some(cnp(random))),
    ("codice_fiscale", |random, _| Some(codice_fiscale(random))),
    ("cpr", |random, _| Some(cpr(random))),
    ("de_kvnr", |random, _| Some(de_kvnr(random))),
    ("de_rvnr", |random, _| Some(de_rvnr(random))),
    ("de_serial", |random, _| Some(de_serial(random))),
    ("de_tax_id", |random, _| Some(de_tax_id(random))),
    ("dni", |random, _| Some(dni(random))),
    ("egn", |random, _| Some(egn(random))),
    ("ehic", ehic),
    ("emso", |random, _| Some(emso(random))),
    ("fnr", |random, _| Some(fnr(random))),
    ("fr_nir", |random, _| Some(fr_nir(random))),
    ("fr_spi", |random, _| Some(fr_spi(random))),
    ("hetu", |random, _| Some(hetu(random))),
    ("hu_tin", |random, _| Some(hu_tin(random))),
    ("isikukood", |random, _| Some(isikukood(random))),
    ("lv_pk", |random, _| Some(lv_pk(random))),
    ("nie", |random, _| Some(nie(random))),
    ("nuss", |random, _| Some(nuss(random))),
    ("oib", |random, _| Some(oib(random))),
    ("personnummer", |random, _| Some(personnummer(random))),
    ("pesel", |random, _| Some(pesel(random))),
    ("pl_id_card", |random, _| Some(pl_id_card(random))),
    ("pl_nip", |random, _| Some(pl_nip(random))),
    ("pps", |random, _| Some(pps(random))),
    ("pt_nif", |random, _| Some(pt_nif(random))),
    ("rodne_cislo", |random, _| Some(rodne_cislo(random))),
    ("svnr", |random, _| Some(svnr(random))),
    ("uk_driver", |random, _| Some(uk_driver(random))),
    ("uk_utr", |random, _| Some(uk_utr(random))),
];

/// Sum of digits (or letters from A = 10) times weights.
fn sum(text: &str, weights: &[u32]) -> u32 {
    text.chars()
        .zip(weights)
        .map(|(character, weight)| character.to_digit(36).expect("numbers hold letters and digits") * weight)
        .sum()
}

/// The number that digits write.
fn number(digits: &str) -> u64 {
    digits.parse().expect("digits below the limit are a number")
}

/// Makes numbers until one has a check digit of one place.
fn until(random: &mut Random, make: fn(&mut Random) -> (String, u32)) -> String {
    loop {
        let (body, check) = make(random);
        if check < 10 {
            return format!("{body}{check}");
        }
    }
}

/// Day and month of a birthday that every year has.
fn day_and_month(random: &mut Random) -> (u64, u64) {
    (random.between(1, 28), random.between(1, 12))
}

/// `ddmmyy` of a birthday.
fn day_first(random: &mut Random) -> String {
    let (day, month) = day_and_month(random);
    format!("{day:02}{month:02}{:02}", random.between(40, 99))
}

/// `yymmdd` of a birthday.
fn year_first(random: &mut Random) -> String {
    let (day, month) = day_and_month(random);
    format!("{:02}{month:02}{day:02}", random.between(54, 99))
}

fn luhn(body: &str) -> u32 {
    let doubled = |(index, digit): (usize, char)| {
        let digit = digit.to_digit(10).expect("the body holds digits");
        if index % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit }
    };
    (10 - body.chars().rev().enumerate().map(doubled).sum::<u32>() % 10) % 10
}

/// ISO 7064 MOD 11,10.
fn mod_11_10(body: &str) -> u32 {
    let product = body.chars().fold(10, |product, digit| {
        let sum = (digit.to_digit(10).expect("the body holds digits") + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10
}

fn afm(random: &mut Random) -> String {
    let body = format!("1{}", random.string(DIGITS, 7));
    format!("{body}{}", sum(&body, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10)
}

fn ahv(random: &mut Random) -> String {
    let body = format!("7569{}", random.string(DIGITS, 8));
    let check = (10 - sum(&body, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10) % 10;
    format!("{}.{}.{}.{}{check}", &body[..3], &body[3..7], &body[7..11], &body[11..])
}

fn amka(random: &mut Random) -> String {
    let body = format!("{}{}", day_first(random), random.string(DIGITS, 4));
    format!("{body}{}", luhn(&body))
}

fn be_nrn(random: &mut Random) -> String {
    let body = format!("{}{:03}", year_first(random), random.between(1, 997));
    let check = 97 - number(&body) % 97;
    format!("{}.{}.{}-{}.{check:02}", &body[..2], &body[2..4], &body[4..6], &body[6..])
}

fn bsn(random: &mut Random) -> String {
    until(random, |random| {
        let body = format!("1{}", random.string(DIGITS, 7));
        let check = sum(&body, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        (body, check)
    })
}

fn cnp(random: &mut Random) -> String {
    let county = random.between(1, 46);
    let body = format!("1{}{county:02}{}", year_first(random), random.string(b"123456789", 3));
    match sum(&body, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 {
        10 => format!("{body}1"),
        check => format!("{body}{check}"),
    }
}

fn codice_fiscale(random: &mut Random) -> String {
    const ODD: [u32; 36] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12,
        14, 16, 10, 22, 25, 24, 23,
    ];
    let letters = random.string(b"BCDFGLMNPRSTVZ", 6);
    let (year, day) = (random.between(40, 99), random.between(1, 28));
    let month = random.string(b"ABCDEHLMPRST", 1);
    let body = format!(
        "{letters}{year}{month}{day:02}{}{:03}",
        random.string(b"ABCDEFGHIL", 1),
        random.between(1, 999)
    );
    let value = |(index, character): (usize, char)| {
        let value = character.to_digit(36).expect("the body holds letters and digits");
        match (index % 2, value) {
            (0, value) => ODD[value as usize],
            (_, letter @ 10..) => letter - 10,
            (_, digit) => digit,
        }
    };
    let check = body.chars().enumerate().map(value).sum::<u32>() % 26;
    format!("{body}{}", char::from(b'A' + check as u8))
}

fn cpr(random: &mut Random) -> String {
    format!("{}-{:04}", day_first(random), random.between(101, 3999))
}

fn de_kvnr(random: &mut Random) -> String {
    let letter = random.between(1, 26);
    let body = random.string(DIGITS, 8);
    let check = cross_sum(&format!("{letter:02}{body}"), &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10;
    format!("{}{body}{check}", char::from(b'A' + letter as u8 - 1))
}

fn de_rvnr(random: &mut Random) -> String {
    let area = random.pick(&["12", "13", "20", "53", "65"]);
    let (born, letter, serial) = (day_first(random), random.between(1, 26), random.between(0, 49));
    let spelled = format!("{area}{born}{letter:02}{serial:02}");
    let check = cross_sum(&spelled, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10;
    format!("{area}{born}{}{serial:02}{check}", char::from(b'A' + letter as u8 - 1))
}

/// As `sum`, with the digits of every product added up.
fn cross_sum(text: &str, weights: &[u32]) -> u32 {
    let product = |(digit, weight): (char, &u32)| {
        let product = digit.to_digit(10).expect("the text holds digits") * weight;
        product / 10 + product % 10
    };
    text.chars().zip(weights).map(product).sum()
}

fn de_serial(random: &mut Random) -> String {
    let letter = random.string(b"LMNPRTVWXYZ", 1);
    let body = format!("{letter}{}", random.string(b"0123456789012345CFGHJK", 5));
    let body = format!("{body}{}", random.string(DIGITS, 3));
    format!("{body}{}", sum(&body, &[7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10)
}

fn de_tax_id(random: &mut Random) -> String {
    // Nine different digits in some order, and the last of them once more at the front.
    let mut digits = b"123456789".to_vec();
    for place in (1..digits.len()).rev() {
        digits.swap(place, random.between(0, place as u64) as usize);
    }
    digits.insert(0, digits[8]);
    let body = String::from_utf8(digits).expect("digits are UTF-8");
    format!("{body}{}", mod_11_10(&body))
}

fn dni(random: &mut Random) -> String {
    let body = random.between(30_000_000, 79_999_999);
    format!("{body}{}", spanish_letter(body))
}

fn nie(random: &mut Random) -> String {
    let body = random.between(1_000_000, 9_999_999);
    let (letter, prefix) = *random.pick(&[("X", 0), ("Y", 10_000_000), ("Z", 20_000_000)]);
    format!("{letter}{body}{}", spanish_letter(prefix + body))
}

fn spanish_letter(number: u64) -> char {
    char::from(b"TRWAGMYFPDXBNJZSQVHLCKE"[(number % 23) as usize])
}

fn egn(random: &mut Random) -> String {
    let body = format!("{}{}", year_first(random), random.string(DIGITS, 3));
    format!("{body}{}", sum(&body, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10)
}

fn ehic(random: &mut Random, country: &str) -> Option<String> {
    let code = match country {
        "" | "DE" => 276,
        "AT" => 40,
        "ES" => 724,
        "FI" => 246,
        "FR" => 250,
        "IT" => 380,
        _ => return None,
    };
    let body = format!("80{code:03}{}", random.string(DIGITS, 14));
    Some(format!("{body}{}", luhn(&body)))
}

fn emso(random: &mut Random) -> String {
    let (day, month) = day_and_month(random);
    let body = format!("{day:02}{month:02}{}50{}", random.between(940, 999), random.string(DIGITS, 3));
    let rest = sum(&body, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    format!("{body}{}", if rest < 2 { 0 } else { 11 - rest })
}

fn fnr(random: &mut Random) -> String {
    loop {
        let body = format!("{}{:03}", day_first(random), random.between(0, 499));
        let first = (11 - sum(&body, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11;
        let longer = format!("{body}{first}");
        let second = (11 - sum(&longer, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        if first < 10 && second < 10 {
            return format!("{longer}{second}");
        }
    }
}

fn fr_nir(random: &mut Random) -> String {
    let (sex, year, month) = (random.between(1, 2), random.between(40, 99), random.between(1, 12));
    let place =
        format!("{:02}{:03}{:03}", random.between(1, 95), random.between(1, 900), random.between(1, 900));
    let body = format!("{sex}{year}{month:02}{place}");
    format!("{body}{:02}", 97 - number(&body) % 97)
}

fn fr_spi(random: &mut Random) -> String {
    let body = format!("{}{}", random.between(1, 3), random.string(DIGITS, 9));
    format!("{body}{:03}", number(&body) % 511)
}

fn hetu(random: &mut Random) -> String {
    loop {
        let (born, serial) = (day_first(random), random.between(2, 899));
        let check = b"0123456789ABCDEFHJKLMNPRSTUVWXY"[(number(&format!("{born}{serial:03}")) % 31) as usize];
        if check.is_ascii_uppercase() {
            return format!("{born}-{serial:03}{}", char::from(check));
        }
    }
}

fn hu_tin(random: &mut Random) -> String {
    until(random, |random| {
        let body = format!("8{}", random.string(DIGITS, 8));
        let check = sum(&body, &[1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
        (body, check)
    })
}

fn isikukood(random: &mut Random) -> String {
    let body = format!("3{}{}", year_first(random), random.string(DIGITS, 3));
    let check = match sum(&body, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11 {
        10 => sum(&body, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10,
        check => check,
    };
    format!("{body}{check}")
}

fn lv_pk(random: &mut Random) -> String {
    let body = format!("{}1{}", day_first(random), random.string(DIGITS, 3));
    let check = (1 + sum(&body, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10;
    format!("{}-{}{check}", &body[..6], &body[6..])
}

fn nuss(random: &mut Random) -> String {
    let body = format!("{}{}", random.between(10, 50), random.between(10_000_000, 99_999_999));
    format!("{body}{:02}", number(&body) % 97)
}

fn oib(random: &mut Random) -> String {
    let body = format!("3{}", random.string(DIGITS, 9));
    format!("{body}{}", mod_11_10(&body))
}

fn personnummer(random: &mut Random) -> String {
    let (born, serial) = (year_first(random), random.between(1, 999));
    format!("{born}-{serial:03}{}", luhn(&format!("{born}{serial:03}")))
}

fn pesel(random: &mut Random) -> String {
    let body = format!("{}{}", year_first(random), random.string(DIGITS, 4));
    format!("{body}{}", (10 - sum(&body, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10)
}

fn pl_id_card(random: &mut Random) -> String {
    let letters = random.string(b"ABCDEFGHIJKLMNPRSTUVWXYZ", 3);
    let digits = random.string(DIGITS, 5);
    let check = sum(&format!("{letters}{digits}"), &[7, 3, 1, 7, 3, 1, 7, 3]) % 10;
    format!("{letters}{check}{digits}")
}

fn pl_nip(random: &mut Random) -> String {
    until(random, |random| {
        let body = format!("5{}", random.string(DIGITS, 8));
        let check = sum(&body, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
        (body, check)
    })
}

fn pps(random: &mut Random) -> String {
    let body = random.between(1_000_001, 9_999_998).to_string();
    let check = sum(&body, &[8, 7, 6, 5, 4, 3, 2]) % 23;
    format!("{body}{}", char::from(b"WABCDEFGHIJKLMNOPQRSTUV"[check as usize]))
}

fn pt_nif(random: &mut Random) -> String {
    let body = format!("2{}", random.string(DIGITS, 7));
    let rest = sum(&body, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    format!("{body}{}", if rest < 2 { 0 } else { 11 - rest })
}

fn rodne_cislo(random: &mut Random) -> String {
    let body = format!("{}{:03}", year_first(random), random.between(1, 999));
    format!("{}/{}{}", &body[..6], &body[6..], number(&body) % 11 % 10)
}

fn svnr(random: &mut Random) -> String {
    loop {
        let (serial, born) = (random.between(100, 999), day_first(random));
        let check = sum(&format!("{serial}0{born}"), &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11;
        if check < 10 {
            return format!("{serial}{check} {born}");
        }
    }
}

fn uk_driver(random: &mut Random) -> String {
    let name = random.pick(&["MORGA", "SMITH", "JONES", "FOX99", "CLARK"]);
    let (day, month) = day_and_month(random);
    let year = random.string(DIGITS, 2);
    format!(
        "{name}{}{month:02}{day:02}{}{}9{}",
        &year[..1],
        &year[1..],
        random.string(b"ABCDEJKLM", 2),
        random.string(b"ABCDEJKLM", 2)
    )
}

fn uk_utr(random: &mut Random) -> String {
    let body = random.string(DIGITS, 9);
    let check = b"21987654321"[(sum(&body, &[6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11) as usize];
    format!("{}{body}", char::from(check))
}
