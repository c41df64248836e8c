//! Tags as an account is full of them: nothing in them is sensitive.

use super::text::{
    APPS, BASE32, DIGITS, DOMAINS, ENVIRONMENTS, HEX, LOWER_DIGITS, REGIONS, TEAMS, date, letters, number,
    text, uuid,
};
use crate::rng::Rng;

/// A tag and how often it occurs.
pub(super) struct Innocent {
    pub(super) weight: u8,
    pub(super) key: &'static str,
    value: Value,
}

enum Value {
    OneOf(&'static [&'static str]),
    Made(fn(&mut Rng, &mut Vec<u8>)),
}

impl Innocent {
    /// Appends a value.
    pub(super) fn write_value(&self, rng: &mut Rng, out: &mut Vec<u8>) {
        match self.value {
            Value::OneOf(choices) => text(rng.pick(choices), out),
            Value::Made(make) => make(rng, out),
        }
    }
}

const fn one_of(weight: u8, key: &'static str, choices: &'static [&'static str]) -> Innocent {
    Innocent { weight, key, value: Value::OneOf(choices) }
}

const fn made(weight: u8, key: &'static str, make: fn(&mut Rng, &mut Vec<u8>)) -> Innocent {
    Innocent { weight, key, value: Value::Made(make) }
}

/// All kinds.
pub(super) const INNOCENT: &[Innocent] = &[
    made(30, "Name", name),
    one_of(25, "Environment", ENVIRONMENTS),
    one_of(8, "env", ENVIRONMENTS),
    one_of(20, "Application", APPS),
    one_of(16, "Team", TEAMS),
    one_of(14, "Owner", TEAMS),
    made(16, "CostCenter", cost_center),
    one_of(12, "ManagedBy", &["terraform", "cloudformation", "pulumi", "cdk", "manual"]),
    made(10, "aws:cloudformation:stack-id", stack_id),
    made(10, "aws:cloudformation:stack-name", stack_name),
    made(8, "aws:cloudformation:logical-id", logical_id),
    made(6, "aws:autoscaling:groupName", group_name),
    made(6, "eks:cluster-name", stack_name),
    one_of(6, "kubernetes.io/cluster/main", &["owned", "shared"]),
    made(8, "CreatedAt", timestamp),
    made(6, "created", |rng, out| date(rng, (2018, 2026), out)),
    made(5, "LastSeen", epoch),
    made(8, "Version", version),
    made(6, "Commit", |rng, out| letters(rng, HEX, 40, out)),
    made(4, "ImageDigest", digest),
    made(5, "Image", image),
    made(5, "BuildId", |rng, out| number(rng.between(10_000, 99_999_999), 1, out)),
    made(6, "Id", uuid),
    made(5, "AccountId", account),
    made(4, "Vpc", |rng, out| resource_id(rng, "vpc-", out)),
    made(4, "SubnetId", |rng, out| resource_id(rng, "subnet-", out)),
    made(4, "Role", role),
    made(5, "Ticket", ticket),
    made(4, "Cidr", cidr),
    one_of(4, "Schedule", &["cron(0 6 * * ? *)", "rate(5 minutes)", "office-hours", "24x7"]),
    one_of(5, "Backup", &["true", "false", "daily", "weekly-30d", "none"]),
    one_of(5, "DataClassification", &["public", "internal", "confidential", "restricted"]),
    one_of(4, "Description", DESCRIPTIONS),
    made(3, "Endpoint", endpoint),
    made(3, "Source", source),
    one_of(3, "Location", &["Zürich", "São Paulo", "Dublin", "München", "Sydney", "Köln 2"]),
    one_of(2, "Template", &["${local.prefix}-${var.stage}", "{{ .Release.Name }}", "!Sub ${AWS::StackName}"]),
    // Escaped as they stand in JSON.
    one_of(2, "Config", &[r#"{\"tier\":\"gold\",\"ttl\":300}"#, r"C:\\apps\\etl", r"a\u0026b"]),
];

const DESCRIPTIONS: &[&str] = &[
    "Managed by the platform team, do not edit by hand",
    "Nightly export of order events to the data lake",
    "Public load balancer of the web shop (blue)",
    "Temporary; remove after the migration in Q3",
    "Reads from the queue and resizes images, max 10 at once",
];

/// Appends the ARN of a resource of one of the usual services.
pub(super) fn arn(rng: &mut Rng, out: &mut Vec<u8>) {
    let (service, kind, tail) = ARNS[rng.below(ARNS.len() as u64) as usize];
    text("arn:aws:", out);
    text(service, out);
    out.push(b':');
    if service == "s3" {
        out.push(b':');
    } else {
        text(rng.pick(REGIONS), out);
        out.push(b':');
        // Few accounts, many resources: as in an organization.
        number(111_122_223_333 + rng.below(40) * 7_919_007_919, 12, out);
    }
    out.push(b':');
    text(kind, out);
    match tail {
        Tail::Hex => letters(rng, HEX, 17, out),
        Tail::Uuid => uuid(rng, out),
        Tail::Name => {
            name(rng, out);
            out.push(b'-');
            letters(rng, LOWER_DIGITS, 6, out);
        }
    }
}

/// How the last part of an ARN looks.
#[derive(Clone, Copy)]
enum Tail {
    Hex,
    Uuid,
    Name,
}

const ARNS: &[(&str, &str, Tail)] = &[
    ("ec2", "instance/i-", Tail::Hex),
    ("ec2", "volume/vol-", Tail::Hex),
    ("ec2", "snapshot/snap-", Tail::Hex),
    ("ec2", "network-interface/eni-", Tail::Hex),
    ("ec2", "security-group/sg-", Tail::Hex),
    ("s3", "", Tail::Name),
    ("lambda", "function:", Tail::Name),
    ("sqs", "", Tail::Name),
    ("sns", "", Tail::Name),
    ("dynamodb", "table/", Tail::Name),
    ("rds", "db:", Tail::Name),
    ("kms", "key/", Tail::Uuid),
    ("secretsmanager", "secret:", Tail::Name),
    ("logs", "log-group:/aws/lambda/", Tail::Name),
    ("ecs", "service/main/", Tail::Name),
    ("elasticloadbalancing", "loadbalancer/app/", Tail::Name),
    ("elasticfilesystem", "file-system/fs-", Tail::Hex),
    ("states", "stateMachine:", Tail::Name),
    ("acm", "certificate/", Tail::Uuid),
    ("cloudformation", "stack/", Tail::Name),
];

fn name(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(APPS), out);
    out.push(b'-');
    text(rng.pick(ENVIRONMENTS), out);
    if rng.below(2) == 0 {
        out.push(b'-');
        number(rng.below(40), 2, out);
    }
}

fn cost_center(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["CC-", "", "kst"]), out);
    number(rng.between(1000, 989_999), 4, out);
}

fn account(rng: &mut Rng, out: &mut Vec<u8>) {
    number(rng.between(100_000_000_000, 999_999_999_999), 12, out);
}

fn stack_name(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(TEAMS), out);
    out.push(b'-');
    text(rng.pick(ENVIRONMENTS), out);
}

fn stack_id(rng: &mut Rng, out: &mut Vec<u8>) {
    text("arn:aws:cloudformation:", out);
    text(rng.pick(REGIONS), out);
    out.push(b':');
    account(rng, out);
    text(":stack/", out);
    stack_name(rng, out);
    out.push(b'/');
    uuid(rng, out);
}

fn logical_id(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["Queue", "Table", "LambdaRole", "Bucket", "AppSecurityGroup"]), out);
    letters(rng, BASE32, 8, out);
}

fn group_name(rng: &mut Rng, out: &mut Vec<u8>) {
    text("eks-", out);
    text(rng.pick(APPS), out);
    out.push(b'-');
    uuid(rng, out);
}

fn timestamp(rng: &mut Rng, out: &mut Vec<u8>) {
    date(rng, (2018, 2026), out);
    for (mark, bound) in [(b'T', 24), (b':', 60), (b':', 60)] {
        out.push(mark);
        number(rng.below(bound), 2, out);
    }
    out.push(b'Z');
}

fn epoch(rng: &mut Rng, out: &mut Vec<u8>) {
    number(rng.between(1_514_764_800, 1_790_000_000), 10, out);
    if rng.below(2) == 0 {
        letters(rng, DIGITS, 3, out);
    }
}

fn version(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["v", "", "release-"]), out);
    number(rng.below(30), 1, out);
    out.push(b'.');
    number(rng.below(60), 1, out);
    out.push(b'.');
    number(rng.below(400), 1, out);
}

fn digest(rng: &mut Rng, out: &mut Vec<u8>) {
    text("sha256:", out);
    letters(rng, HEX, 64, out);
}

fn image(rng: &mut Rng, out: &mut Vec<u8>) {
    account(rng, out);
    text(".dkr.ecr.", out);
    text(rng.pick(REGIONS), out);
    text(".amazonaws.com/", out);
    text(rng.pick(APPS), out);
    out.push(b':');
    version(rng, out);
}

fn resource_id(rng: &mut Rng, prefix: &str, out: &mut Vec<u8>) {
    text(prefix, out);
    letters(rng, HEX, 17, out);
}

fn role(rng: &mut Rng, out: &mut Vec<u8>) {
    text("arn:aws:iam::", out);
    account(rng, out);
    text(":role/", out);
    name(rng, out);
}

fn ticket(rng: &mut Rng, out: &mut Vec<u8>) {
    text(rng.pick(&["OPS-", "INC00", "CHG", "JIRA-"]), out);
    number(rng.between(100, 99_999), 3, out);
}

fn cidr(rng: &mut Rng, out: &mut Vec<u8>) {
    text("10.", out);
    number(rng.below(256), 1, out);
    out.push(b'.');
    number(rng.below(256), 1, out);
    text(rng.pick(&[".0/24", ".0/20", ".128/25"]), out);
}

fn endpoint(rng: &mut Rng, out: &mut Vec<u8>) {
    text("https://", out);
    text(rng.pick(APPS), out);
    text(".internal.", out);
    text(rng.pick(DOMAINS), out);
    text(rng.pick(&["/health", ":8443/", "/v2/status?full=1", ""]), out);
}

fn source(rng: &mut Rng, out: &mut Vec<u8>) {
    text("s3://artifacts-", out);
    text(rng.pick(REGIONS), out);
    out.push(b'/');
    text(rng.pick(APPS), out);
    out.push(b'/');
    letters(rng, HEX, 12, out);
    text(".zip", out);
}
