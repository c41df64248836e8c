//! Numbers that European states give to persons, tax payers and documents.
//!
//! - checks of the standards: [`iso7064`], [`icao9303`], [`verhoeff`], [`weighted`]
//! - shared by these: [`calendar`], [`compact`]
//! - by country, and neighbours together: all others

mod alpine;
mod atlantic;
mod balkan;
mod benelux;
mod calendar;
mod central;
mod compact;
mod french;
mod german_insurance;
mod german_tax;
mod icao9303;
mod iso7064;
mod italian;
mod nordic;
mod polish;
mod spanish;
mod verhoeff;
mod weighted;

use crate::validate::Validator;

/// Names in detector files; each starts with its country.
pub(in crate::validate) const TABLE: &[(&str, Validator)] = &[
    ("at-svnr", alpine::austrian_insurance),
    ("baltic-code", central::baltic_person),
    ("be-nrn", benelux::belgian_register),
    ("bg-egn", balkan::bulgarian_person),
    ("ch-ahv", alpine::swiss_ahv),
    ("cz-birth-number", central::birth_number),
    ("de-bsnr", german_insurance::practice),
    ("de-kvnr", german_insurance::health),
    ("de-lanr", german_insurance::doctor),
    ("de-pension", german_insurance::pension),
    ("de-serial", icao9303::german_serial),
    ("de-tax-id", german_tax::id),
    ("de-vat", iso7064::german_vat),
    ("dk-cpr", nordic::danish_person),
    ("es-cif", spanish::company),
    ("es-nif", spanish::person),
    ("es-nuss", spanish::social_security),
    ("eu-health-card", central::health_card),
    ("fi-business-id", nordic::finnish_company),
    ("fi-hetu", nordic::finnish_person),
    ("fr-nir", french::nir),
    ("fr-tax", french::tax),
    ("gb-driver", atlantic::uk_driver),
    ("gb-utr", atlantic::uk_taxpayer),
    ("gr-afm", balkan::greek_tax),
    ("gr-amka", balkan::greek_security),
    ("hr-oib", iso7064::croatian_oib),
    ("hu-tax", central::hungarian_tax),
    ("ie-pps", atlantic::irish_pps),
    ("it-fiscal-code", italian::fiscal_code),
    ("it-vat", italian::vat),
    ("lu-matricule", benelux::luxembourg_matricule),
    ("lv-code", central::latvian_person),
    ("nl-bsn", benelux::dutch_bsn),
    ("no-fnr", nordic::norwegian_person),
    ("pl-id-card", icao9303::polish_id_card),
    ("pl-nip", polish::nip),
    ("pl-pesel", polish::pesel),
    ("pt-nif", atlantic::portuguese_tax),
    ("ro-cnp", balkan::romanian_person),
    ("se-company", nordic::swedish_company),
    ("se-person", nordic::swedish_person),
    ("si-emso", balkan::slovenian_person),
    ("si-tax", balkan::slovenian_tax),
];
