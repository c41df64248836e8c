//! Regions and partitions.
//!
//! Which regions an account has enabled is told by `ec2:DescribeRegions` or `account:ListRegions`. Either SDK
//! costs more to build than all of this crate's (EC2 alone over 12 CPU-minutes), and both need one more
//! permission. So the regions are a table, and whether an opt-in region is enabled is learnt by asking it: one
//! that is not enabled knows no credentials of the account. That is no hole. The same answer from a region that
//! every account has is one, and so is it from an opt-in region that was asked for by name.

use crate::Error;

/// A partition of AWS and its regions.
struct Partition {
    id: &'static str,
    /// Starts of its regions' names; empty for the partition of all other regions.
    prefixes: &'static [&'static str],
    enabled: &'static [&'static str],
    opt_in: &'static [&'static str],
}

/// The most specific prefixes first.
const PARTITIONS: &[Partition] = &[
    Partition { id: "aws-cn", prefixes: &["cn-"], enabled: &["cn-north-1", "cn-northwest-1"], opt_in: &[] },
    Partition {
        id: "aws-us-gov",
        prefixes: &["us-gov-"],
        enabled: &["us-gov-east-1", "us-gov-west-1"],
        opt_in: &[],
    },
    Partition { id: "aws-eusc", prefixes: &["eusc-"], enabled: &["eusc-de-east-1"], opt_in: &[] },
    Partition {
        id: "aws-iso",
        prefixes: &["us-iso-"],
        enabled: &["us-iso-east-1", "us-iso-west-1"],
        opt_in: &[],
    },
    Partition {
        id: "aws-iso-b",
        prefixes: &["us-isob-"],
        enabled: &["us-isob-east-1", "us-isob-west-1"],
        opt_in: &[],
    },
    Partition { id: "aws-iso-e", prefixes: &["eu-isoe-"], enabled: &["eu-isoe-west-1"], opt_in: &[] },
    Partition {
        id: "aws-iso-f",
        prefixes: &["us-isof-"],
        enabled: &["us-isof-east-1", "us-isof-south-1"],
        opt_in: &[],
    },
    Partition {
        id: "aws",
        prefixes: &[],
        enabled: &[
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
        ],
        opt_in: &[
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
        ],
    },
];

/// A region to visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) name: String,
    /// Whether the account may well have it disabled, so that refused credentials are no hole.
    pub(crate) may_be_disabled: bool,
}

/// The regions to visit: those asked for, each once, or all of the partition.
pub(crate) fn plan(asked: &[String], partition: &str) -> Vec<Region> {
    if asked.is_empty() {
        return all(partition);
    }
    let mut names = asked.to_vec();
    names.sort();
    names.dedup();
    names.into_iter().map(|name| Region { name, may_be_disabled: false }).collect()
}

fn all(partition: &str) -> Vec<Region> {
    let regions = |names: &'static [&'static str], may_be_disabled| {
        names.iter().map(move |&name| Region { name: name.to_owned(), may_be_disabled })
    };
    let partition = PARTITIONS.iter().find(|row| row.id == partition);
    partition
        .map_or_else(Vec::new, |row| regions(row.enabled, false).chain(regions(row.opt_in, true)).collect())
}

/// Refuses names that no region can have, and regions of more than one partition.
///
/// # Errors
/// [`Error::Region`] or [`Error::MixedPartitions`].
pub(crate) fn check(names: &[String]) -> Result<(), Error> {
    if let Some(name) = names.iter().find(|name| !is_plausible(name)) {
        return Err(Error::Region(name.clone()));
    }
    let stranger =
        names.iter().find(|name| partition_of(name) != partition_of(names.first().unwrap_or(name)));
    match (names.first(), stranger) {
        (Some(first), Some(other)) => Err(Error::MixedPartitions(first.clone(), other.clone())),
        _ => Ok(()),
    }
}

/// Whether a name has the form of a region's; a region newer than the table is welcome.
///
/// The name becomes part of a host name, so this also keeps slashes, dots and the like out of it.
fn is_plausible(name: &str) -> bool {
    let words: Vec<&str> = name.split('-').collect();
    let [first, middle @ .., last] = words.as_slice() else { return false };
    let letters = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    (2..=4).contains(&first.len())
        && letters(first)
        && (1..=2).contains(&middle.len())
        && middle.iter().all(letters)
        && (1..=2).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_digit())
        && name.len() <= 32
}

/// The partition that a region belongs to.
pub(crate) fn partition_of(region: &str) -> &'static str {
    let has_prefix = |row: &&Partition| row.prefixes.iter().any(|prefix| region.starts_with(prefix));
    PARTITIONS.iter().find(has_prefix).map_or("aws", |row| row.id)
}

/// The first region of a partition that every account has.
pub(crate) fn first_of(partition: &str) -> Option<&'static str> {
    let row = PARTITIONS.iter().find(|row| row.id == partition && row.id != "aws")?;
    row.enabled.first().copied()
}

/// Whether a region is one that accounts must enable first.
pub(crate) fn is_opt_in(region: &str) -> bool {
    PARTITIONS.iter().any(|row| row.opt_in.contains(&region))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_checked_by_form() {
        for (name, plausible) in [
            ("eu-west-1", true),
            ("us-gov-east-1", true),
            ("us-isob-east-1", true),
            ("eusc-de-east-1", true),
            ("mx-central-1", true),
            ("ap-southeast-12", true),
            ("global", false),
            ("eu-west", false),
            ("eu-west-1a", false),
            ("EU-WEST-1", false),
            ("eu-west-1.evil.example/", false),
            ("eu--1", false),
            ("-1", false),
            ("", false),
        ] {
            assert_eq!(is_plausible(name), plausible, "{name}");
        }
    }

    #[test]
    fn every_region_of_the_table_is_plausible_and_in_its_partition() {
        for partition in PARTITIONS {
            for name in partition.enabled.iter().chain(partition.opt_in) {
                assert!(is_plausible(name), "{name}");
                assert_eq!(partition_of(name), partition.id, "{name}");
            }
        }
    }

    #[test]
    fn a_named_region_counts_as_enabled() {
        let plan = plan(&["me-south-1".to_owned(), "eu-west-1".to_owned(), "me-south-1".to_owned()], "aws");
        let names: Vec<_> =
            plan.iter().map(|region| (region.name.as_str(), region.may_be_disabled)).collect();
        assert_eq!(names, [("eu-west-1", false), ("me-south-1", false)]);
        assert!(all("aws").iter().any(|region| region.name == "me-south-1" && region.may_be_disabled));
        assert!(is_opt_in("me-south-1") && !is_opt_in("eu-west-1"));
    }

    #[test]
    fn partitions_are_not_mixed() {
        let names = |list: &[&str]| list.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert!(check(&names(&["eu-west-1", "us-east-1"])).is_ok());
        assert!(check(&[]).is_ok());
        assert!(matches!(check(&names(&["eu-west-1", "cn-north-1"])), Err(Error::MixedPartitions(..))));
        assert!(matches!(check(&names(&["nowhere"])), Err(Error::Region(_))));
    }
}
