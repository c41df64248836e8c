//! What stops a sweep before its first call.

/// Why a sweep could not start; a failure after that is a [`model::Notice`].
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing in the environment, the profile or the machine gives credentials.
    #[error(
        "no AWS credentials found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile with --profile, \
         sign in with `aws sso login`, run where a container or instance role gives them, or try --demo"
    )]
    NoCredentials,
    /// Something gives credentials, but failed to.
    #[error("cannot load AWS credentials: {0}")]
    Credentials(String),
    /// The session with a second factor could not be opened.
    #[error("cannot use the second factor (MFA): {0}")]
    Mfa(String),
    /// The profile is in none of the configuration files.
    #[error("no profile `{name}` in the AWS configuration files, which have {known}")]
    UnknownProfile {
        /// The name that was asked for.
        name: String,
        /// The names that exist, or `none`.
        known: String,
    },
    /// The configuration files of AWS could not be read.
    #[error("cannot read the AWS configuration files: {0}")]
    Profiles(String),
    /// The endpoint is no URL, or an unencrypted one that leaves this machine.
    #[error("cannot use endpoint `{url}`: {reason}")]
    Endpoint {
        /// The endpoint as given, without user name and password.
        url: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A region that cannot exist.
    #[error("`{0}` is not the name of an AWS region, such as eu-west-1")]
    Region(String),
    /// Regions of more than one partition, which no single set of credentials can serve.
    #[error("regions `{0}` and `{1}` belong to different partitions; sweep them one after the other")]
    MixedPartitions(String, String),
    /// The machine gave no thread or no runtime.
    #[error("cannot start the threads of the sweep")]
    Start(#[from] std::io::Error),
}
