//! Tokens with a checksum or a structure of their own.

use super::Make;
use super::encode::{base64, base64url, crc32};
use super::random::{BASE62, DIGITS, HEX, Random};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("atatt", |random, _| Some(atlassian("ATATT3", random))),
    ("atctt", |random, _| Some(atlassian("ATCTT3", random))),
    ("azure_cask", |random, _| Some(azure("ACOG", random))),
    ("azure_devops", |random, _| Some(azure("AZDO", random))),
    ("braintree", |random, _| Some(braintree(random))),
    ("cflt", |random, _| Some(confluent(random))),
    ("discord_bot", |random, _| Some(discord(random))),
    ("glpat_routable", |random, _| Some(gitlab(random))),
    ("glsa", |random, _| Some(grafana(random))),
    ("mapbox_sk", |random, _| Some(mapbox(random))),
    ("onepassword", |random, _| Some(one_password(random))),
    ("pypi", |random, _| Some(pypi("pypi.org", random))),
    ("pypi_test", |random, _| Some(pypi("test.pypi.org", random))),
    ("sntrys", |random, _| Some(sentry(random))),
];

/// A body that ends in `=`, and the CRC32 of prefix and body.
fn atlassian(prefix: &str, random: &mut Random) -> String {
    let body = format!("{prefix}xFfGF0{}=", random.mixed(BASE62, 171));
    format!("{body}{:08X}", crc32(body.as_bytes()))
}

/// A common annotated key: 52 random characters, its mark, when it was made, and the mark of the service.
fn azure(service: &str, random: &mut Random) -> String {
    let made = format!("B{}AC", random.string(b"ABCDEFGHIJKL", 1));
    format!(
        "{}JQQJ99{made}{}{service}{}",
        random.mixed(BASE62, 52),
        random.mixed(BASE62, 14),
        random.mixed(BASE62, 4)
    )
}

/// Written out here, because a brace behind a dollar sign is somebody else's.
fn braintree(random: &mut Random) -> String {
    let account = random.string(b"0123456789abcdefghijklmnopqrstuvwxyz", 16);
    format!("access_token$production${account}${}", random.string(HEX, 32))
}

fn confluent(random: &mut Random) -> String {
    let body = random.mixed(BASE62, 54);
    let checksum = base64(&crc32(body.as_bytes()).to_le_bytes());
    format!("cflt{body}{}", checksum.trim_end_matches('='))
}

fn discord(random: &mut Random) -> String {
    let id = format!("1{}", random.string(DIGITS, 18));
    format!("{}.G{}.{}", base64url(id.as_bytes()), random.mixed(BASE62, 5), random.mixed(BASE62, 38))
}

/// As `RoutableToken` of GitLab: organization and user, 16 random bytes, their number.
fn gitlab(random: &mut Random) -> String {
    let mut payload =
        format!("o:1\nu:{}", random.string(b"123456789abcdefghijklmnopqrstuvwxyz", 4)).into_bytes();
    payload.extend(random.bytes(16));
    payload.push(16);
    let payload = base64url(&payload);
    let body = format!("glpat-{payload}.01.{}", base36(payload.len() as u32, 2));
    format!("{body}{}", base36(crc32(body.as_bytes()), 7))
}

fn base36(mut number: u32, places: usize) -> String {
    let mut digits = vec!['0'; places];
    for digit in digits.iter_mut().rev() {
        *digit = char::from_digit(number % 36, 36).expect("a remainder of 36 is a digit of base 36");
        number /= 36;
    }
    digits.into_iter().collect()
}

fn grafana(random: &mut Random) -> String {
    let body = format!("glsa_{}", random.mixed(BASE62, 32));
    let checksum = crc32(body.as_bytes()).swap_bytes();
    format!("{body}_{checksum:08x}")
}

fn mapbox(random: &mut Random) -> String {
    let user = random.string(b"abcdefghijklmnopqrstuvwxyz", 8);
    let payload =
        format!(r#"{{"u":"{user}","a":"cl{}"}}"#, random.string(b"0123456789abcdefghijklmnopqrstuvwxyz", 23));
    format!("sk.{}.{}", base64url(payload.as_bytes()), random.mixed(BASE62, 22))
}

/// A service account's token: its address and keys as JSON in base64.
fn one_password(random: &mut Random) -> String {
    let mut key = || base64url(&random.bytes(32));
    let parts = [key(), key(), key(), key()];
    let json = format!(
        r#"{{"signInAddress":"my.1password.com","userAuth":{{"method":"SRPg-4096"}},"email":"{}","muk":{{"k":"{}"}},"secretKey":"{}","throttleSecret":{{"seed":"{}"}}}}"#,
        parts[0], parts[1], parts[2], parts[3]
    );
    format!("ops_{}", base64(json.as_bytes()).trim_end_matches('='))
}

/// A macaroon, version 2: location, id, one caveat, signature.
fn pypi(location: &str, random: &mut Random) -> String {
    let id = random.uuid();
    let caveat = format!("[3,\"{}\"]", random.uuid());
    let fields: [(u8, &[u8]); 2] = [(1, location.as_bytes()), (2, id.as_bytes())];
    let mut bytes = vec![2];
    for (field, text) in fields {
        bytes.extend([field, text.len() as u8]);
        bytes.extend(text);
    }
    bytes.extend([0, 2, caveat.len() as u8]);
    bytes.extend(caveat.as_bytes());
    bytes.extend([0, 0, 6, 32]);
    bytes.extend(random.bytes(32));
    format!("pypi-{}", base64url(&bytes))
}

/// An organization's token: what it is for as JSON in base64, and 32 random bytes.
fn sentry(random: &mut Random) -> String {
    let json = format!(
        r#"{{"iat":17053{}.5,"url":"https://sentry.io","region_url":"https://us.sentry.io","org":"acme"}}"#,
        random.string(DIGITS, 5)
    );
    let secret = base64(&random.bytes(32));
    format!("sntrys_{}_{}", base64(json.as_bytes()), secret.trim_end_matches('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_their_makers() {
        let mut random = Random::new(3);
        assert!(pypi("pypi.org", &mut random).starts_with("pypi-AgEIcHlwaS5vcmc"));
        assert!(pypi("test.pypi.org", &mut random).starts_with("pypi-AgENdGVzdC5weXBpLm9yZw"));
        assert_eq!(azure("AZDO", &mut random).len(), 84);
        assert_eq!(grafana(&mut random).len(), 46);
        assert_eq!(confluent(&mut random).len(), 64);
        assert_eq!(atlassian("ATATT3", &mut random).len(), 192);
        assert_eq!(base36(35, 2), "0z");
    }
}
