//! The account of the demo.

use fetcher::replay::{Account, Server};
use fetcher::{Config, Source};
use model::{CallStatus, NoticeCode};

use crate::harness::{at, sweep};

#[test]
fn the_sample_account_arrives_but_for_its_denied_region() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../datasets/sample-account/account.json");
    let mut account: Account = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let server = Server::start(account.clone()).unwrap();
    let swept = sweep(Config { sources: vec![Source::Tagging, Source::Iam], ..at(&server.endpoint_url()) });
    assert_eq!(swept.codes(), [NoticeCode::AccessDenied], "{:?}", swept.notices);
    assert_eq!(swept.status("ap-southeast-2"), CallStatus::Denied);
    assert_eq!(swept.row("us-east-1", "tag:GetResources").throttled, 2);
    account.regions.remove("ap-southeast-2");
    let n_resources: usize = account.regions.values().map(|region| region.resources.len()).sum();
    assert_eq!(swept.arns().values().sum::<usize>(), n_resources);
    assert_eq!(swept.arns().len(), n_resources);
    let named = |path| swept.records.iter().filter(|record| record.1 == path).count();
    assert_eq!(named("UserName"), account.iam.users.len());
    assert_eq!(named("GroupName"), account.iam.groups.len());
    assert_eq!(named("RoleName"), account.iam.roles.len());
    let described = |entities: &[fetcher::replay::Entity]| {
        entities.iter().filter(|entity| !entity.description.is_empty()).count()
    };
    let n_described = described(&account.iam.roles) + described(&account.iam.policies);
    assert_eq!(named("Description"), n_described);
}
