//! Validators: functions over the bytes of a match, by the name that a detector gives.
//!
//! - checksums: [`luhn`], [`card`], [`iban`], [`nhs`]
//! - numbering plans: [`ssn`], [`nino`], [`phone`], [`date`]
//! - credentials by structure: [`credential`]
//! - tokens: [`aws`], [`azure`], [`jwt`], [`basic_auth`], [`stripe`], [`webhook`], [`token`]
//! - numbers of states: [`government`]
//! - by area: [`financial`], [`health`], [`device`]
//! - text: [`address`], [`email`], [`names`], [`person_name`], [`secret`], [`url_password`]
//! - shared by these: [`base64`], [`countries`], [`digits`], [`entropy`], [`placeholder`], [`words`]

mod address;
mod aws;
mod azure;
pub(crate) mod base64;
mod basic_auth;
mod card;
mod countries;
mod credential;
mod date;
mod device;
mod digits;
mod email;
mod entropy;
mod financial;
mod government;
mod health;
mod iban;
mod jwt;
mod luhn;
mod names;
mod nhs;
mod nino;
mod person_name;
mod phone;
mod placeholder;
mod secret;
mod ssn;
mod stripe;
mod token;
mod url_password;
mod webhook;
mod words;

/// Says whether a match can be what its detector takes it for.
pub(crate) type Validator = fn(&[u8]) -> bool;

/// Says in a sentence what a valid match tells about itself, without telling what is secret in it.
pub(crate) type Explainer = fn(&[u8]) -> Option<String>;

/// Finds what explains the matches of a validator.
pub(crate) fn explainer(name: &str) -> Option<Explainer> {
    EXPLAINERS.iter().find(|(known, _)| *known == name).map(|&(_, explain)| explain)
}

const EXPLAINERS: &[(&str, Explainer)] = &[("aws-key-id", aws::account_of_key)];

/// Finds a validator by its name in a detector file.
pub(crate) fn by_name(name: &str) -> Option<Validator> {
    TABLES.iter().copied().flatten().find(|(known, _)| *known == name).map(|&(_, validator)| validator)
}

/// Whether one word without quotes, somewhere in a text, may be a secret: it does not look like a word or like code.
pub(crate) fn may_stand_bare(word: &[u8]) -> bool {
    secret::is_marked(word)
}

/// Lists the names, for the error about an unknown one.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().copied().flatten().map(|(name, _)| *name)
}

/// Names and functions; an area with many validators has a table of its own.
type Table = &'static [(&'static str, Validator)];

const TABLES: &[Table] = &[
    SHARED,
    credential::TABLE,
    government::europe::TABLE,
    government::world::TABLE,
    token::TABLE,
    financial::TABLE,
    health::TABLE,
    device::TABLE,
];

const SHARED: Table = &[
    ("address-under-key", address::under_key),
    ("address-with-postcode", address::with_postcode),
    ("aws-key-id", aws::key_id),
    ("aws-secret", aws::secret),
    ("azure-storage-key", azure::storage_key),
    ("basic-auth", basic_auth::valid),
    ("card", card::valid),
    ("date-of-birth", date::of_birth),
    ("email", email::personal),
    ("email-joined", email::joined),
    ("email-machine", email::machine),
    ("email-role", email::role),
    ("email-spelled-out", email::spelled_out),
    ("given-name", person_name::part),
    ("given-name-only", person_name::given_only),
    ("iban", iban::valid),
    ("itin", ssn::itin),
    ("jwt", jwt::valid),
    ("known-given-name", person_name::known_part),
    ("luhn", luhn::valid),
    ("nhs", nhs::valid),
    ("nino", nino::valid),
    ("person-name", person_name::full),
    ("person-name-listed", person_name::in_text),
    ("person-name-possible", person_name::possibly_in_text),
    ("person-titled", person_name::titled),
    ("person-slug", person_name::in_slug),
    ("username", person_name::username),
    ("phone-e164", phone::international),
    ("phone-e164-length", phone::of_possible_length),
    ("phone-local", phone::local),
    ("phone-national", phone::national),
    ("secret-inline", secret::inline),
    ("secret-mixed", secret::mixed),
    ("secret-token", secret::token),
    ("secret-typed", secret::typed),
    ("secret-uuid", secret::uuid),
    ("secret-value", secret::password),
    ("ssn", ssn::valid),
    ("stripe", stripe::valid),
    ("url-password", url_password::valid),
    ("webhook", webhook::valid),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_enough_to_find_and_unique() {
        let mut sorted: Vec<_> = names().collect();
        sorted.sort_unstable();
        assert!(sorted.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(by_name("luhn").is_some() && by_name("luhnn").is_none());
    }

    #[test]
    fn no_validator_panics_on_hostile_bytes() {
        let hostile: [&[u8]; 9] =
            [b"", b" ", b"@", b"://", b"\xff\xfe\x00", b":@.", "é@ü.ñ".as_bytes(), b"----", &[b'9'; 5000]];
        for (name, validator) in TABLES.iter().copied().flatten() {
            for bytes in hostile {
                assert!(!validator(bytes) || name.starts_with("secret"), "{name} accepts {bytes:?}");
            }
        }
    }
}
