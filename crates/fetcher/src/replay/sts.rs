//! STS: who is calling.

use super::{Account, xml};

/// The result of `GetCallerIdentity`.
pub(super) fn get_caller_identity(account: &Account) -> String {
    [
        xml::text("Arn", &account.caller_arn),
        xml::text("UserId", "AIDAREPLAY"),
        xml::text("Account", &account.account),
    ]
    .concat()
}
