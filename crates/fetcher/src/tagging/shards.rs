//! Which services are asked for side by side.

use crate::failure::Failure;

/// Services that fill many pages in accounts of any size; one shard each.
const ALONE: &[&str] = &[
    "ec2",
    "s3",
    "lambda",
    "logs",
    "rds",
    "dynamodb",
    "sqs",
    "sns",
    "cloudwatch",
    "ecs",
    "elasticloadbalancing",
    "secretsmanager",
    "ssm",
    "kms",
    "cloudformation",
    "events",
    "states",
    "ecr",
    "glue",
    "sagemaker",
];

/// Services that share one shard; AWS takes up to 100 filters at a time.
const TOGETHER: &[&str] = &[
    "acm",
    "acm-pca",
    "amplify",
    "apigateway",
    "appconfig",
    "appflow",
    "apprunner",
    "appstream",
    "appsync",
    "athena",
    "auditmanager",
    "backup",
    "batch",
    "bedrock",
    "cloudfront",
    "cloudtrail",
    "codeartifact",
    "codebuild",
    "codecommit",
    "codepipeline",
    "cognito-idp",
    "comprehend",
    "config",
    "connect",
    "databrew",
    "dataexchange",
    "datapipeline",
    "datasync",
    "dax",
    "directconnect",
    "dms",
    "ds",
    "elasticache",
    "elasticbeanstalk",
    "elasticfilesystem",
    "elasticmapreduce",
    "es",
    "eks",
    "firehose",
    "fis",
    "fsx",
    "globalaccelerator",
    "greengrass",
    "guardduty",
    "imagebuilder",
    "inspector",
    "iot",
    "iotanalytics",
    "iotsitewise",
    "kafka",
    "kendra",
    "kinesis",
    "kinesisanalytics",
    "lakeformation",
    "lex",
    "lightsail",
    "macie2",
    "mediaconvert",
    "medialive",
    "mediapackage",
    "memorydb",
    "mq",
    "network-firewall",
    "networkmanager",
    "opsworks",
    "organizations",
    "outposts",
    "personalize",
    "pipes",
    "qldb",
    "quicksight",
    "ram",
    "redshift",
    "rekognition",
    "resource-groups",
    "robomaker",
    "route53",
    "route53resolver",
    "scheduler",
    "schemas",
    "securityhub",
    "servicecatalog",
    "servicediscovery",
    "ses",
    "signer",
    "storagegateway",
    "synthetics",
    "transfer",
    "wafv2",
    "workspaces",
    "xray",
];

/// The filters of every shard, largest services first.
pub(super) fn plan() -> Vec<Vec<String>> {
    let own = |service: &&str| (*service).to_owned();
    let alone = ALONE.iter().map(|service| vec![own(service)]);
    alone.chain([TOGETHER.iter().map(own).collect()]).collect()
}

/// Takes out the filter that a failure says is unsupported; false where it says no such thing.
pub(super) fn drop_unsupported(filters: &mut Vec<String>, failure: &Failure) -> bool {
    let Some((_, rest)) = failure.reason.split_once("Unsupported service=") else { return false };
    let name = rest.split([' ', ':', ',']).next().unwrap_or_default();
    let before = filters.len();
    filters.retain(|filter| filter != name);
    filters.len() < before
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use model::NoticeCode;

    use super::*;

    #[test]
    fn no_service_is_asked_for_twice_and_no_group_is_too_large() {
        let plan = plan();
        let services: Vec<&String> = plan.iter().flatten().collect();
        assert_eq!(services.iter().collect::<HashSet<_>>().len(), services.len());
        assert!(plan.iter().all(|filters| (1..=100).contains(&filters.len())));
    }

    #[test]
    fn an_unsupported_service_is_taken_out() {
        let mut filters = vec!["sqs".to_owned(), "mwaa".to_owned()];
        let failure = |reason: &str| Failure {
            code: NoticeCode::ServiceError,
            aws_code: "InvalidParameterException".to_owned(),
            reason: reason.to_owned(),
        };
        assert!(!drop_unsupported(&mut filters, &failure("Rate exceeded")));
        assert!(!drop_unsupported(&mut filters, &failure("Unsupported service=other in ResourceTypeFilter")));
        assert!(drop_unsupported(
            &mut filters,
            &failure("InvalidParameterException: Unsupported service=mwaa in ResourceTypeFilter - mwaa")
        ));
        assert_eq!(filters, ["sqs"]);
    }
}
