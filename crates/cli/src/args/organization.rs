//! Which accounts of an organization are swept, and as whom.

use fetcher::{Organization, Selector};

/// The role that AWS makes in every account that an organization creates.
pub(super) const ROLE: &str = "OrganizationAccountAccessRole";

/// All accounts instead of one.
#[derive(Debug, clap::Args)]
pub(crate) struct OrganizationArgs {
    /// Sweep every account of the organization that you manage, through a role in each
    #[arg(long)]
    pub(crate) org: bool,
    /// Name of the role, with its path where it has one
    #[arg(long, value_name = "NAME", requires = "org", default_value = ROLE)]
    pub(crate) role_name: String,
    /// What the roles ask for besides
    #[arg(long, value_name = "ID", requires = "org")]
    pub(crate) external_id: Option<String>,
    /// Sweep these accounts only: 111122223333, ou-ab12-cdefghij, ou:Prod/EU, tag:Stage or tag:Stage=prod
    #[arg(long, value_name = "ACCOUNTS", value_delimiter = ',', requires = "org", value_parser = Selector::parse)]
    pub(crate) include: Vec<Selector>,
    /// Leave these accounts out
    #[arg(long, value_name = "ACCOUNTS", value_delimiter = ',', requires = "org", value_parser = Selector::parse)]
    pub(crate) exclude: Vec<Selector>,
}

impl OrganizationArgs {
    /// The organization to sweep; `None` for the caller's account alone.
    pub(crate) fn chosen(&self) -> Option<Organization> {
        self.org.then(|| Organization {
            role_name: self.role_name.clone(),
            external_id: self.external_id.clone(),
            include: self.include.clone(),
            exclude: self.exclude.clone(),
        })
    }
}
