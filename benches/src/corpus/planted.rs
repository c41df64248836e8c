//! Sensitive tags, one function for each kind; ids as in the detectors' `covers`.

use super::Tag;
use super::text::{
    BASE32, BASE62, BASE64, BASE64_URL, DIGITS, DOMAINS, FIRST_NAMES, HEX, LAST_NAMES, LOWER_DIGITS,
    UPPER_DIGITS, base64_url, crc32, date, iban_check, letters, lower, luhn_digit, number, text,
};
use crate::rng::Rng;

/// All kinds.
pub(super) const PLANTED: &[Tag] = &[
    Tag { id: "email", keys: &["Owner", "Contact", "CreatedBy", "notes"], value: email },
    Tag { id: "phone", keys: &["OnCall", "Phone", "Escalation"], value: phone },
    Tag { id: "us_ssn", keys: &["SSN", "EmployeeSSN", "social-security-number"], value: ssn },
    Tag { id: "credit_card", keys: &["CardNumber", "credit_card", "PaymentCard"], value: card },
    Tag { id: "iban", keys: &["IBAN", "BankAccount", "Payout"], value: iban },
    Tag { id: "aws_access_key_id", keys: &["AccessKey", "deploy", "Notes"], value: aws_key_id },
    Tag {
        id: "aws_secret_access_key",
        keys: &["aws_secret_access_key", "SecretAccessKey"],
        value: aws_secret,
    },
    Tag { id: "github_token", keys: &["GitHubToken", "Repo", "ci"], value: github_token },
    Tag { id: "slack_token", keys: &["SlackToken", "notify"], value: slack_token },
    Tag { id: "stripe_key", keys: &["StripeKey", "billing"], value: stripe_key },
    Tag { id: "json_web_token", keys: &["session", "AuthHeader"], value: jwt },
    Tag { id: "url_credentials", keys: &["DatabaseUrl", "DSN", "endpoint"], value: url },
    Tag { id: "password", keys: &["DbPassword", "admin_password", "Password"], value: password },
    Tag { id: "date_of_birth", keys: &["DateOfBirth", "dob"], value: birth_date },
    Tag { id: "person_name", keys: &["FullName", "PatientName", "customer_name"], value: full_name },
];

fn email(rng: &mut Rng, out: &mut Vec<u8>) {
    lower(rng.pick(FIRST_NAMES), out);
    out.push(b'.');
    lower(rng.pick(LAST_NAMES), out);
    if rng.below(3) == 0 {
        number(rng.below(100), 1, out);
    }
    out.push(b'@');
    text(rng.pick(DOMAINS), out);
}

fn phone(rng: &mut Rng, out: &mut Vec<u8>) {
    match rng.below(3) {
        0 => {
            // North American area and exchange codes that are assigned, not 555.
            text(rng.pick(&["+1 212 ", "+1 415 ", "+1 312 ", "+1-206-"]), out);
            number(rng.between(220, 499), 3, out);
            out.push(b' ');
            number(rng.between(1000, 9999), 4, out);
        }
        1 => {
            text("+44 20 79", out);
            number(rng.below(100), 2, out);
            out.push(b' ');
            number(rng.below(10_000), 4, out);
        }
        _ => {
            text("+49151", out);
            number(rng.between(10_000_000, 99_999_999), 8, out);
        }
    }
}

fn ssn(rng: &mut Rng, out: &mut Vec<u8>) {
    number(rng.between(100, 665), 3, out);
    out.push(b'-');
    number(rng.between(10, 99), 2, out);
    out.push(b'-');
    number(rng.between(1000, 9999), 4, out);
}

fn card(rng: &mut Rng, out: &mut Vec<u8>) {
    let start = out.len();
    text(rng.pick(&["4539", "4716", "5425", "5299"]), out);
    let separator = rng.pick(&["", " ", "-"]);
    for _ in 0..2 {
        text(separator, out);
        letters(rng, DIGITS, 4, out);
    }
    text(separator, out);
    letters(rng, DIGITS, 3, out);
    luhn_digit(start, out);
}

fn iban(rng: &mut Rng, out: &mut Vec<u8>) {
    let mut account = Vec::new();
    let country = match rng.below(3) {
        0 => {
            letters(rng, DIGITS, 18, &mut account);
            "DE"
        }
        1 => {
            text(rng.pick(&["ABNA", "INGB", "RABO"]), &mut account);
            letters(rng, DIGITS, 10, &mut account);
            "NL"
        }
        _ => {
            text(rng.pick(&["BARC", "NWBK", "LOYD"]), &mut account);
            letters(rng, DIGITS, 14, &mut account);
            "GB"
        }
    };
    text(country, out);
    number(iban_check(country, &account), 2, out);
    out.append(&mut account);
}

fn aws_key_id(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["AKIA", "ASIA"]), out);
    // The first letter after the prefix is at least I in keys that carry an account id.
    out.push(BASE32[rng.between(16, 31) as usize]);
    letters(rng, BASE32, 15, out);
}

fn aws_secret(rng: &mut Rng, out: &mut Vec<u8>) {
    letters(rng, BASE64, 40, out);
}

fn github_token(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["ghp_", "gho_", "ghs_"]), out);
    let start = out.len();
    letters(rng, BASE62, 30, out);
    let mut rest = crc32(&out[start..]) as usize;
    let check_start = out.len();
    for _ in 0..6 {
        out.push(BASE62[rest % 62]);
        rest /= 62;
    }
    out[check_start..].reverse();
}

fn slack_token(rng: &mut Rng, out: &mut Vec<u8>) {
    text("xoxb-", out);
    number(rng.between(100_000_000_000, 9_999_999_999_999), 12, out);
    out.push(b'-');
    number(rng.between(100_000_000_000, 9_999_999_999_999), 12, out);
    out.push(b'-');
    letters(rng, BASE62, 24, out);
}

fn stripe_key(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["sk_", "rk_"]), out);
    text("live_", out);
    letters(rng, BASE62, 24, out);
}

fn jwt(rng: &mut Rng, out: &mut Vec<u8>) {
    base64_url(br#"{"alg":"HS256","typ":"JWT"}"#, out);
    out.push(b'.');
    let mut payload = br#"{"sub":""#.to_vec();
    letters(rng, DIGITS, 10, &mut payload);
    text(r#"","iat":1"#, &mut payload);
    letters(rng, DIGITS, 9, &mut payload);
    payload.push(b'}');
    base64_url(&payload, out);
    out.push(b'.');
    letters(rng, BASE64_URL, 43, out);
}

fn url(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["postgres://", "mysql://", "amqps://", "mongodb+srv://", "https://", "redis://"]), out);
    text(rng.pick(&["svc", "app", "etl_rw", "orders"]), out);
    out.push(b':');
    letters(rng, BASE62, 16, out);
    text("@", out);
    text(rng.pick(&["db", "mq", "cache", "api"]), out);
    out.push(b'.');
    text(rng.pick(DOMAINS), out);
    text(rng.pick(&["/orders", ":5432/main", "", "/v2?tls=on"]), out);
}

fn password(rng: &mut Rng, out: &mut Vec<u8>) {
    let word = rng.pick(FIRST_NAMES);
    text(word, out);
    number(rng.between(1000, 9999), 4, out);
    out.push(b"!#%*"[rng.below(4) as usize]);
    letters(rng, LOWER_DIGITS, 4, out);
    letters(rng, UPPER_DIGITS, 2, out);
    letters(rng, HEX, 2, out);
}

fn birth_date(rng: &mut Rng, out: &mut Vec<u8>) {
    date(rng, (1940, 2005), out);
}

fn full_name(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(FIRST_NAMES), out);
    out.push(b' ');
    text(rng.pick(LAST_NAMES), out);
}
