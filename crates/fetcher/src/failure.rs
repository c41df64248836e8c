//! What a failed call means for the run.

use std::error::Error as StdError;

use aws_credential_types::provider::error::CredentialsError;
use aws_runtime::retries::classifiers::THROTTLING_ERRORS;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use model::{CallStatus, NoticeCode};

use crate::sink::Gone;

/// Codes of a caller without the permission.
const DENIED: &[&str] = &[
    "AccessDenied",
    "AccessDeniedException",
    "AuthorizationError",
    "AuthorizationErrorException",
    "NotAuthorized",
    "UnauthorizedException",
    "UnauthorizedOperation",
];

/// Codes of credentials that are wrong or over, or that the region does not know.
const CREDENTIALS: &[&str] = &[
    "AuthFailure",
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "IncompleteSignatureException",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "InvalidToken",
    "MissingAuthenticationToken",
    "MissingAuthenticationTokenException",
    "OptInRequired",
    "RequestExpired",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
];

/// Codes of a region that the account has not enabled.
const DISABLED: &[&str] =
    &["AuthFailure", "InvalidClientTokenId", "InvalidToken", "OptInRequired", "UnrecognizedClientException"];

/// Codes of a page token that is over, or was good for one use only.
const TOKEN_REFUSED: &[&str] = &["PaginationTokenExpiredException", "InvalidParameterException"];

/// The most characters of AWS's own words in a notice.
const LONGEST_REASON: usize = 300;

/// Why a call stopped before its last page.
#[derive(Debug)]
pub(crate) enum Halt {
    /// Nobody listens any more; the sweep ends.
    Gone,
    /// The call failed; the sweep goes on.
    Failed(Failure),
}

impl From<Gone> for Halt {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// A call that gave no answer, all its retries included.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) code: NoticeCode,
    /// Error code of AWS, empty where the call did not get that far.
    pub(crate) aws_code: String,
    /// What happened, in one line.
    pub(crate) reason: String,
}

impl Failure {
    pub(crate) fn pager(reason: &str) -> Self {
        Self { code: NoticeCode::PagerBroken, aws_code: String::new(), reason: reason.to_owned() }
    }

    /// How the row of the coverage table ends.
    pub(crate) fn status(&self) -> CallStatus {
        if self.code == NoticeCode::AccessDenied {
            CallStatus::Denied
        } else if self.code == NoticeCode::Throttled {
            CallStatus::Throttled
        } else {
            CallStatus::Failed
        }
    }

    /// Whether a page token may be to blame, given that one was sent.
    pub(crate) fn refuses_token(&self) -> bool {
        TOKEN_REFUSED.contains(&self.aws_code.as_str())
    }

    /// Whether the service says that what was asked for does not exist.
    pub(crate) fn is_about_nothing(&self) -> bool {
        ["NotFound", "NoSuch", "DoesNotExist", "NonExistent"].iter().any(|part| self.aws_code.contains(part))
    }

    /// Whether the answer is the one of a region that is not enabled.
    pub(crate) fn is_region_disabled(&self) -> bool {
        DISABLED.contains(&self.aws_code.as_str())
    }
}

impl<E, R> From<SdkError<E, R>> for Failure
where
    E: ProvideErrorMetadata + StdError + Send + Sync + 'static,
    R: std::fmt::Debug + Send + Sync + 'static,
{
    fn from(error: SdkError<E, R>) -> Self {
        let local = |code, reason: String| Self { code, aws_code: String::new(), reason: one_line(&reason) };
        match &error {
            SdkError::ServiceError(context) => answered(context.err()),
            SdkError::TimeoutError(_) => local(NoticeCode::Unreachable, "no answer in time".to_owned()),
            SdkError::ResponseError(_) => {
                local(NoticeCode::ServiceError, format!("unreadable answer: {}", innermost(&error)))
            }
            _ if is_about_credentials(&error) => local(
                NoticeCode::Credentials,
                format!("credentials could not be loaded: {}", innermost(&error)),
            ),
            SdkError::DispatchFailure(_) => {
                local(NoticeCode::Unreachable, format!("no connection: {}", innermost(&error)))
            }
            _ => local(NoticeCode::ServiceError, innermost(&error)),
        }
    }
}

/// A failure that the service itself reported.
fn answered(error: &impl ProvideErrorMetadata) -> Failure {
    let aws_code = error.code().unwrap_or("unknown error").to_owned();
    let has = |codes: &[&str]| codes.contains(&aws_code.as_str());
    let code = match () {
        () if has(THROTTLING_ERRORS) => NoticeCode::Throttled,
        () if has(DENIED) => NoticeCode::AccessDenied,
        () if has(CREDENTIALS) => NoticeCode::Credentials,
        () => NoticeCode::ServiceError,
    };
    let reason = match error.message() {
        Some(message) => format!("{aws_code}: {message}"),
        None => aws_code.clone(),
    };
    Failure { code, aws_code, reason: one_line(&reason) }
}

fn is_about_credentials(error: &(dyn StdError + 'static)) -> bool {
    causes(error).any(<dyn StdError>::is::<CredentialsError>)
}

/// The last cause, which says most.
fn innermost(error: &(dyn StdError + 'static)) -> String {
    causes(error).last().map_or_else(String::new, ToString::to_string)
}

/// An error, its cause, the cause of that, and so on.
pub(crate) fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&cause| cause.source())
}

/// A foreign text as part of a sentence: no control characters, not longer than a reader bears.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(|letter: char| letter.is_control() || letter == ' ').collect();
    let mut line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST_REASON) {
        line.truncate(end);
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use aws_smithy_types::error::metadata::ErrorMetadata;

    use super::*;

    #[test]
    fn error_codes_have_a_meaning() {
        for (aws_code, code, status) in [
            ("AccessDeniedException", NoticeCode::AccessDenied, CallStatus::Denied),
            ("AccessDenied", NoticeCode::AccessDenied, CallStatus::Denied),
            ("ThrottledException", NoticeCode::Throttled, CallStatus::Throttled),
            ("ThrottlingException", NoticeCode::Throttled, CallStatus::Throttled),
            ("ExpiredToken", NoticeCode::Credentials, CallStatus::Failed),
            ("InternalServiceException", NoticeCode::ServiceError, CallStatus::Failed),
        ] {
            let failure = answered(&ErrorMetadata::builder().code(aws_code).message("why").build());
            assert_eq!((failure.code, failure.status()), (code, status), "{aws_code}");
            assert_eq!(failure.reason, format!("{aws_code}: why"));
        }
    }

    #[test]
    fn foreign_text_stays_on_one_line() {
        assert_eq!(one_line("a\x1b[31m\r\n  b\u{9b}c"), "a [31m b c");
        assert_eq!(one_line(&"é".repeat(500)).chars().count(), LONGEST_REASON + 1);
        assert_eq!(one_line(""), "");
    }
}
