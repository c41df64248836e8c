//! Numbers of states outside Europe, one algorithm a file.
//!
//! - Americas: [`ein`]; [`bc_phn`], [`health_card`], [`sin`]; [`cnpj`], [`cpf`]; [`cuit`]; [`rut`]; [`nit`]; [`curp`], [`rfc`]; [`py_ruc`]; [`uy_ci`]; [`rif`]
//! - Asia: [`gstin`], [`verhoeff`]; [`brn`], [`rrn`]; [`ric`]; [`hkid`]; [`tw_id`]; [`th_pin`]; [`my_number`]; [`nric`], [`uen`];
//!   [`nik`]; [`ph_tin`]; [`il_id`]; [`tckn`]
//! - Africa and Oceania: [`za_id`]; [`abn`], [`acn`], [`medicare`], [`tfn`]; [`ird`], [`nhi`]
//! - several countries: [`licence`], [`mrz`], [`plate`], [`serial`]
//! - shared by these: [`alphanumeric`], [`calendar`], [`weights`]

mod abn;
mod acn;
mod alphanumeric;
mod bc_phn;
mod brn;
mod calendar;
mod cnpj;
mod cpf;
mod cuit;
mod curp;
mod ein;
mod gstin;
mod health_card;
mod hkid;
mod il_id;
mod ird;
mod licence;
mod medicare;
mod mrz;
mod my_number;
mod nhi;
mod nik;
mod nit;
mod nric;
mod ph_tin;
mod plate;
mod py_ruc;
mod rfc;
mod ric;
mod rif;
mod rrn;
mod rut;
mod serial;
mod sin;
mod tckn;
mod tfn;
mod th_pin;
mod tw_id;
mod uen;
mod uy_ci;
mod verhoeff;
mod weights;
mod za_id;

use crate::validate::Validator;

pub(in crate::validate) const TABLE: &[(&str, Validator)] = &[
    ("aadhaar", verhoeff::aadhaar),
    ("au-abn", abn::valid),
    ("au-acn", acn::valid),
    ("au-medicare", medicare::valid),
    ("au-tfn", tfn::valid),
    ("ca-bc-phn", bc_phn::valid),
    ("ca-ontario-health", health_card::of_ontario),
    ("ca-quebec-health", health_card::of_quebec),
    ("ca-sin", sin::valid),
    ("cl-rut", rut::valid),
    ("cnpj", cnpj::valid),
    ("cn-resident-id", ric::valid),
    ("co-nit", nit::valid),
    ("co-nit-organization", nit::of_organization),
    ("cpf", cpf::valid),
    ("cuit-organization", cuit::of_organization),
    ("cuit-person", cuit::of_person),
    ("curp", curp::valid),
    ("driving-licence", licence::plausible),
    ("driving-licence-in", licence::of_india),
    ("driving-licence-kr", licence::of_korea),
    ("gstin", gstin::valid),
    ("hkid", hkid::valid),
    ("id-nik", nik::valid),
    ("il-id", il_id::valid),
    ("in-plate", plate::of_india),
    ("jp-corporate-number", my_number::corporate),
    ("jp-my-number", my_number::valid),
    ("kr-brn", brn::valid),
    ("kr-rrn", rrn::checked),
    ("kr-rrn-dated", rrn::dated),
    ("mrz-passport", mrz::passport),
    ("ng-nin", verhoeff::ng_nin),
    ("nz-ird", ird::valid),
    ("nz-nhi", nhi::valid),
    ("ph-tin", ph_tin::valid),
    ("py-ruc", py_ruc::valid),
    ("rfc-dated", rfc::dated),
    ("rfc-organization", rfc::of_organization),
    ("rfc-person", rfc::of_person),
    ("serial", serial::plausible),
    ("sg-nric", nric::valid),
    ("sg-uen", uen::valid),
    ("tckn", tckn::valid),
    ("th-pin", th_pin::valid),
    ("tr-plate", plate::of_turkey),
    ("tw-id", tw_id::valid),
    ("us-ein", ein::valid),
    ("uy-ci", uy_ci::valid),
    ("ve-rif", rif::valid),
    ("za-id", za_id::valid),
];
