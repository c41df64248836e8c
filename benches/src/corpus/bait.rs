//! Tags that look sensitive and are not.

use super::Tag;
use super::text::{BASE62, DIGITS, DOMAINS, TEAMS, iban_check, letters, luhn_digit, number, text};
use crate::rng::Rng;

/// All kinds.
pub(super) const BAIT: &[Tag] = &[
    Tag { id: "card-failing-luhn", keys: &["CardNumber", "credit_card"], value: bad_card },
    Tag { id: "iban-failing-check", keys: &["IBAN", "BankAccount"], value: bad_iban },
    Tag { id: "masked-value", keys: &["CardNumber", "Password", "Contact"], value: masked },
    Tag { id: "documentation-key", keys: &["AccessKey", "example"], value: documentation_key },
    Tag { id: "template", keys: &["DbPassword", "DatabaseUrl", "Password"], value: template },
    Tag { id: "secret-reference", keys: &["DbPassword", "SecretAccessKey"], value: reference },
    Tag { id: "ssh-remote", keys: &["Repo", "Source"], value: ssh_remote },
    Tag { id: "unassignable-ssn", keys: &["SSN"], value: bad_ssn },
    Tag { id: "card-shaped-id", keys: &["BuildId", "TicketId", "RequestId"], value: card_shaped_id },
];

fn bad_card(rng: &mut Rng, out: &mut Vec<u8>) {
    let start = out.len();
    text("4539", out);
    letters(rng, DIGITS, 11, out);
    luhn_digit(start, out);
    let last = out.len() - 1;
    out[last] = b'0' + (out[last] - b'0' + rng.between(1, 9) as u8) % 10;
}

fn bad_iban(rng: &mut Rng, out: &mut Vec<u8>) {
    let mut account = Vec::new();
    letters(rng, DIGITS, 18, &mut account);
    text("DE", out);
    // Check digits run from 02 to 98, so that the next one is never right.
    number(iban_check("DE", &account) + 1, 2, out);
    out.append(&mut account);
}

fn masked(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["****-****-****-", "XXXX-XXXX-XXXX-", "************"]), out);
    letters(rng, DIGITS, 4, out);
}

fn documentation_key(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE"]), out);
}

fn template(rng: &mut Rng, out: &mut Vec<u8>) {
    text(
        rng.pick(&[
            "${var.db_password}",
            "{{ .Values.password }}",
            "{{resolve:ssm-secure:/app/db/password:1}}",
            "postgres://${user}:${password}@${host}/orders",
            "<password>",
        ]),
        out,
    );
}

fn reference(rng: &mut Rng, out: &mut Vec<u8>) {
    text("arn:aws:secretsmanager:eu-west-1:", out);
    number(rng.between(100_000_000_000, 999_999_999_999), 12, out);
    text(":secret:app/db-", out);
    letters(rng, BASE62, 6, out);
}

fn ssh_remote(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["git@github.com:", "git@gitlab.com:", "ssh://git@git."]), out);
    if out.ends_with(b"git.") {
        text(rng.pick(DOMAINS), out);
        out.push(b'/');
    }
    text(rng.pick(TEAMS), out);
    text("/infra.git", out);
}

fn bad_ssn(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["000", "666"]), out);
    out.push(b'-');
    number(rng.between(10, 99), 2, out);
    out.push(b'-');
    number(rng.between(1000, 9999), 4, out);
}

fn card_shaped_id(rng: &mut Rng, out: &mut Vec<u8>) {
    let start = out.len();
    text("4716", out);
    letters(rng, DIGITS, 11, out);
    luhn_digit(start, out);
}
