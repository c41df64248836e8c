//! Where a service of a region is reached.

use crate::region;

/// The URL of a service's endpoint in a region.
pub(super) fn url(service: &super::table::Service, partition: &str, region: &str) -> String {
    let suffix = suffix(partition);
    if service.is_global {
        let label = service.endpoint;
        return match partition {
            "aws" => format!("https://{label}.{suffix}"),
            _ => format!("https://{label}.{}.{suffix}", home(partition)),
        };
    }
    format!("https://{}.{region}.{suffix}", service.endpoint)
}

/// The region whose name the signature of a global service's request bears.
pub(super) fn home(partition: &str) -> &'static str {
    match partition {
        "aws-cn" => "cn-northwest-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => region::first_of(partition).unwrap_or("us-east-1"),
    }
}

fn suffix(partition: &str) -> &'static str {
    match partition {
        "aws-cn" => "amazonaws.com.cn",
        "aws-eusc" => "amazonaws.eu",
        "aws-iso" => "c2s.ic.gov",
        "aws-iso-b" => "sc2s.sgov.gov",
        "aws-iso-e" => "cloud.adc-e.uk",
        "aws-iso-f" => "csp.hci.ic.gov",
        _ => "amazonaws.com",
    }
}
