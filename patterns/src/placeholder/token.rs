//! Tokens of services.

use super::Make;
use super::encode::{base62_of, base64, base64url, crc32};
use super::random::{BASE62, DIGITS, HEX, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("ghp", |random, _| Some(checked("ghp_", 30, random))),
    ("gho", |random, _| Some(checked("gho_", 30, random))),
    ("ghu", |random, _| Some(checked("ghu_", 30, random))),
    ("ghs", |random, _| Some(checked("ghs_", 30, random))),
    ("ghr", |random, _| Some(checked("ghr_", 30, random))),
    ("github_pat", |random, _| Some(github_pat(random))),
    ("npm", |random, _| Some(checked("npm_", 30, random))),
    ("glpat", |random, _| Some(format!("glpat-{}", random.mixed(BASE62, 20)))),
    ("xoxb", |random, _| Some(slack("xoxb", 2, 24, random))),
    ("xoxp", |random, _| Some(slack("xoxp", 3, 32, random))),
    ("xapp", |random, _| Some(slack_app(random))),
    ("sk_live", |random, _| Some(format!("sk_live_{}", random.mixed(BASE62, 24)))),
    ("sk_test", |random, _| Some(format!("sk_test_{}", random.mixed(BASE62, 24)))),
    ("rk_live", |random, _| Some(format!("rk_live_{}", random.mixed(BASE62, 24)))),
    ("pk_live", |random, _| Some(format!("pk_live_{}", random.mixed(BASE62, 24)))),
    ("google_api_key", |random, _| Some(format!("AIza{}", random.mixed(BASE62, 35)))),
    ("google_oauth", |random, _| Some(format!("GOCSPX-{}", random.mixed(BASE62, 28)))),
    ("azure_storage_key", |random, _| Some(base64(&random.bytes(64)))),
    ("jwt", |random, _| Some(jwt(random))),
    ("basic_auth", |random, _| Some(base64(format!("app:{}", random.mixed(BASE62, 12)).as_bytes()))),
    ("pem_begin", |_, _| Some(format!("-----BEGIN {} KEY-----", "PRIVATE"))),
    ("pem_key", |random, _| Some(pem(random))),
];

/// Prefix, random part, and its CRC32 in six base62 characters: GitHub's form, and npm's.
fn checked(prefix: &str, length: usize, random: &mut Random) -> String {
    let body = random.mixed(BASE62, length);
    format!("{prefix}{body}{}", base62_of(crc32(body.as_bytes())))
}

fn github_pat(random: &mut Random) -> String {
    let head = random.mixed(BASE62, 22);
    checked(&format!("github_pat_{head}_"), 53, random)
}

fn slack(prefix: &str, n_groups: usize, tail: usize, random: &mut Random) -> String {
    let groups: Vec<String> = (0..n_groups).map(|_| number(12, random)).collect();
    let alphabet = if tail == 32 { HEX } else { BASE62 };
    format!("{prefix}-{}-{}", groups.join("-"), random.string(alphabet, tail))
}

fn slack_app(random: &mut Random) -> String {
    let app = random.string(super::random::UPPER_ALNUM, 10);
    format!("xapp-1-A{app}-{}-{}", number(13, random), random.string(HEX, 64))
}

fn number(length: usize, random: &mut Random) -> String {
    format!("{}{}", random.between(1, 9), random.string(DIGITS, length - 1))
}

fn jwt(random: &mut Random) -> String {
    let header = base64url(br#"{"alg":"HS256","typ":"JWT"}"#);
    let subject = random.between(100_000, 999_999);
    let payload = base64url(format!(r#"{{"sub":"{subject}","iat":1705311008}}"#).as_bytes());
    format!("{header}.{payload}.{}", base64url(&random.bytes(32)))
}

/// Armour around random bytes on one line, as keys are pasted into tags.
pub(super) fn pem(random: &mut Random) -> String {
    let word = "PRIVATE KEY";
    format!("-----BEGIN {word}----- {} -----END {word}-----", base64(&random.bytes(96)))
}
