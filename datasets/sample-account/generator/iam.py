"""IAM: people, machines, roles from consoles, roles from Terraform, and policies with Sids."""

from .account import ACCOUNT, hexa, upper_id
from .leak import Leak, Tolerated, email, mailbox, person, phone


def document(*statements):
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(sid, actions, resources="*", condition=None):
    statement = {"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resources}
    return {**statement, "Condition": condition} if condition else statement


def trusts(principal, sid="", condition=None, action="sts:AssumeRole"):
    statement = {"Sid": sid, "Effect": "Allow", "Principal": principal, "Action": action}
    return document({**statement, "Condition": condition} if condition else statement)


def service(name):
    return trusts({"Service": f"{name}.amazonaws.com"})


def github(repository):
    provider = f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"
    condition = {"StringLike": {"token.actions.githubusercontent.com:sub": f"repo:acme-corp/{repository}:ref:refs/heads/main"},
                 "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}}
    return trusts({"Federated": provider}, "GitHubActions", condition, "sts:AssumeRoleWithWebIdentity")


def service_account(cluster, namespace, name):
    oidc = f"oidc.eks.us-east-1.amazonaws.com/id/{hexa(32).upper()}"
    condition = {"StringEquals": {f"{oidc}:sub": f"system:serviceaccount:{namespace}:{name}"}}
    return trusts({"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{oidc}"}, f"{cluster}Irsa".replace("-", ""), condition, "sts:AssumeRoleWithWebIdentity")


def user(name, path="/", tags=None, policies=(), covers=None):
    return {"name": name, "path": path, "tags": tags or {}, "policies": list(policies), "covers": covers}


def role(name, path, description, trust, tags=None, policies=()):
    return {"name": name, "path": path, "description": description, "tags": tags or {}, "trust": trust, "policies": list(policies)}


def policy(name, path, description, body, tags=None):
    return {"name": name, "path": path, "description": description, "tags": tags or {}, "document": body}


def inline(name, body, covers=None):
    return {"name": name, "document": body, "covers": covers}


def build():
    return {"page_size": 20, "users": users(), "groups": groups(), "roles": roles(), "policies": policies()}


def users():
    read_logs = document(allow("ReadLogs", ["logs:Get*", "logs:FilterLogEvents"]))
    export = document(allow("ExportBucketRW", ["s3:GetObject", "s3:PutObject"], ["arn:aws:s3:::acme-crm-export/${aws:username}/*"]))
    return [
        user("auditor", "/security/", {"Team": "security", "AccessReview": "2024Q2"}),
        user("breakglass-1", "/breakglass/", {"MFA": "yubikey in safe 2", "Sealed": "2024-01-15"}),
        user("breakglass-2", "/breakglass/", {"MFA": "yubikey in safe 7", "Sealed": "2024-01-15"}),
        user("svc-jenkins", "/service/", {"Owner": mailbox("build-team@acme-corp.io"), "KeyRotatedAt": "2023-11-02T08:14:55Z", "ticket": "OPS-1187"},
             [inline("jenkins-artifacts", document(allow("PutArtifacts", "s3:PutObject", "arn:aws:s3:::acme-build-artifacts/*")))]),
        user("svc-datadog", "/service/", {"ExternalId": "7f3c9d2a41b84c0e9a572d6e8f10b3c4", "Vendor": "Datadog Inc"}),
        user("svc-hubspot-sync", "/service/", {"Team": "growth", "ActiveKey": Leak("aws_access_key_id", "{akia}"), "RotateBy": "2024-08-01"}, [inline("crm-export", export)]),
        user("svc-lexware", "/service/", {"team": "finance", "secret_access_key": Leak("aws_secret_access_key", "{aws_secret}"), "host": "lexware-ts"}),
        user("ses-smtp-user.20230412-101530", "/", {"InvokedBy": "SESConsole"}),
        user("mkowalski", "/people/", {"Email": email("magda.kowalski@acme-corp.io"), "CostCenter": "CC-41200"}),
        user("dwhitfield", "/people/", {"FullName": person("Dana Whitfield"), "Office": "BOS-3"}),
        user("rcosta", "/people/", {"Mobile": phone("+351 912 447 183"), "Office": "LIS-1"}),
        user("bob.tanner@acme-corp.io", "/people/", {"Office": "AUS-2", "Team": "shipping"}, covers="email"),
        user("carla.nunes@northwind-labs.com", "/northwind/", {"Migrated": "2022-09-30"}, [inline("logs", read_logs)], covers="email"),
        user("jvandijk", "/people/", {"Office": "AMS-4", "Team": "catalog"}, [inline("tmp-access-femke.bakker@northwind-labs.com", read_logs, "email")]),
        user("kobrien", "/people/", {"Office": "DUB-1", "EmployeeId": "10042"}),
        user("contractor-0117", "/external/", {"Agency": "Bright Horizon Staffing", "SSN": Leak("us_ssn", "{ssn}"), "EndDate": "2024-10-31"}),
        user("contractor-0121", "/external/", {"Agency": "Bright Horizon Staffing", "dob": Leak("date_of_birth", "1991-07-19"), "EndDate": "2024-12-31"}),
        user("terraform-cloud", "/service/", {"Workspace": "ws-6jrRyVDv1J8zQMB5", "Repo": "git@github.com:acme-corp/infra-platform.git"}),
    ]


def groups():
    deny = {"Sid": "DenyAllExceptListedIfNoMFA", "Effect": "Deny", "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "sts:GetSessionToken"],
            "Resource": "*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}
    return [
        {"name": "administrators", "path": "/", "policies": []},
        {"name": "developers", "path": "/", "policies": [inline("require-mfa", document(deny))]},
        {"name": "billing-readers", "path": "/finance/", "policies": [inline("billing", document(allow("ViewBilling", ["aws-portal:ViewBilling", "ce:Get*"])))]},
        {"name": "support-tier-2", "path": "/", "policies": []},
        {"name": "northwind-migrated", "path": "/northwind/", "policies": []},
        {"name": "data-analysts", "path": "/data/", "policies": [inline("athena", document(allow("RunQueries", ["athena:StartQueryExecution", "athena:GetQueryResults"])))]},
    ]


def roles():
    linked = "/aws-service-role/{}.amazonaws.com/"
    sso = "/aws-reserved/sso.amazonaws.com/us-east-1/"
    saml = trusts({"Federated": f"arn:aws:iam::{ACCOUNT}:saml-provider/AWSSSO_{hexa(16)}_DO_NOT_DELETE"}, "", {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}, ["sts:AssumeRoleWithSAML", "sts:TagSession"])
    vendor = trusts({"AWS": "arn:aws:iam::464622532012:root"}, "DatadogAWSIntegration", {"StringEquals": {"sts:ExternalId": "7f3c9d2a41b84c0e9a572d6e8f10b3c4"}})
    return [
        role("AWSServiceRoleForECS", linked.format("ecs"), "Role to enable Amazon ECS to manage your cluster.", service("ecs")),
        role("AWSServiceRoleForRDS", linked.format("rds"), "Allows Amazon RDS to manage AWS resources on your behalf", service("rds")),
        role("AWSServiceRoleForElasticLoadBalancing", linked.format("elasticloadbalancing"), "Allows ELB to call AWS services on your behalf.", service("elasticloadbalancing")),
        role("AWSReservedSSO_AdministratorAccess_" + hexa(16), sso, "Break glass and platform on-call", saml),
        role("AWSReservedSSO_ReadOnlyAccess_" + hexa(16), sso, "", saml),
        role("AWSReservedSSO_Billing_" + hexa(16), sso, "Finance. Approved in FIN-2024-0117", saml),
        role("AWSControlTowerExecution", "/", "", trusts({"AWS": "arn:aws:iam::444455556666:root"})),
        role("github-deploy", "/ci/", "Deploys main of acme-corp/infra-*; session 3600 s", github("infra-platform"), {"ManagedBy": "terraform", "MaxSession": "3600"},
             [inline("assume-cdk", document(allow("AssumeCdkRoles", "sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/cdk-hnb659fds-*")))]),
        role("github-deploy-payments", "/ci/", "Deploys payments. Questions: payments-oncall, not individuals", github("payments-api"), {"ManagedBy": "terraform"}),
        role("cdk-hnb659fds-deploy-role-111122223333-us-east-1", "/", "", trusts({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}), {"aws-cdk:bootstrap-role": "deploy"}),
        role("cdk-hnb659fds-file-publishing-role-111122223333-us-east-1", "/", "", trusts({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}), {"aws-cdk:bootstrap-role": "file-publishing"}),
        role("prod-use1-cluster-autoscaler", "/eks/", "IRSA kube-system/cluster-autoscaler", service_account("prod-use1", "kube-system", "cluster-autoscaler"), {"kubernetes.io/cluster/prod-use1": "owned"},
             [inline("autoscale", document(allow("Scale", ["autoscaling:SetDesiredCapacity"], "*", {"StringEquals": {"aws:ResourceTag/k8s.io/cluster-autoscaler/prod-use1": "owned"}})))]),
        role("prod-use1-external-dns", "/eks/", "IRSA external-dns/external-dns", service_account("prod-use1", "external-dns", "external-dns"), {"kubernetes.io/cluster/prod-use1": "owned"}),
        role("prod-euw1-karpenter", "/eks/", "Karpenter controller 0.37.0", service_account("prod-euw1", "karpenter", "karpenter"), {"version": "0.37.0"}),
        role("ec2-ssm-default", "/", "Allows EC2 instances to call AWS services on your behalf.", service("ec2"), {"Patch Group": "default"}),
        role("vault-server", "/platform/", "Vault auto-unseal, 3 nodes (10.40.16.0/20)", service("ec2"), {"Team": "platform", "Version": "1.15.4"}),
        role("lambda-payments-authorize", "/service-role/", "", service("lambda"), {"aws:cloudformation:stack-name": "PaymentsApi", "aws:cloudformation:logical-id": "HandlerServiceRole9C1185A5"}),
        role("lambda-payments-refund", "/service-role/", "", service("lambda"), {"aws:cloudformation:stack-name": "PaymentsApi", "aws:cloudformation:logical-id": "RefundServiceRoleFCBE0C11"}),
        role("lambda-basic-hello-world", "/service-role/", "Lambda role, created 2023-05-04T11:42:08.000Z by console", service("lambda")),
        role("glue-etl", "/data/", "Glue jobs of the lake. Owner since 2023: data-eng", service("glue"), {"Team": "data", "Owner": mailbox("data-eng@acme-corp.io")}),
        role("glue-customer-merge", "/data/", Leak("email", "one-off backfill, ask henrik.nyberg@acme-corp.io before deleting"), service("glue"), {"Team": "data"}),
        role("redshift-spectrum", "/data/", "COPY from s3://acme-platform-datalake-curated-use1", service("redshift"), {"Team": "data"}),
        role("sap-bridge", "/platform/", Leak("phone", "SAP basis night duty: +49 151 2204 7719"), service("lambda"), {"SID": "PRD"}),
        role("partner-blueocean", "/partner/", Leak("signed_url", "Handover file {presigned_s3} (valid till Friday)"), trusts({"AWS": "arn:aws:iam::777788889999:root"}, "BlueOcean", {"StringEquals": {"sts:ExternalId": "bo-2f9e77"}}), {"ticket": "NET-2041"}),
        role("partner-datadog", "/partner/", "DatadogIntegrationRole", vendor, {"Vendor": "Datadog", "site": "datadoghq.com"}),
        role("hr-payroll-export", "/finance/", Leak("us_ssn", "Debug user: SSN {ssn}, remove after FY2023 close"), service("lambda"), {"Team": "finance"}),
        role("uk-payroll-export", "/finance/", Leak("uk_nino", "National Insurance {nino} used for the smoke test"), service("lambda"), {"Team": "finance"}),
        role("sftp-transfer", "/platform/", "AWS Transfer for sftp.acme-corp.io, port 22", service("transfer"), {"Owner": email("andre.lefevre@acme-corp.io")}),
        role("stepfunctions-disputes", "/payments/", "", service("states"), {"Team": "payments", "CreatedBy": person("Joanna Whitlock")}),
        role("backup-default", "/service-role/", "Provides AWS Backup permission to create and restore backups", service("backup"), {"CreatedBy": "AWS Backup"}),
        role("flow-logs", "/platform/", "VPC flow logs to /vpc/prod, 14 fields", service("vpc-flow-logs"), {"Team": "platform"}),
        role("config-recorder", "/aws-control-tower/", "", service("config"), {"aws-control-tower": "managed-by-control-tower"}),
        role("migration-mgn", "/legacy/", "map-migrated: mig47K2XQ9L1; cut-over 2021-10-16", service("mgn"), {"map-migrated": "mig47K2XQ9L1"}),
        role("superset", "/data/", Leak("url_credentials", "reads mysql://superset:{password}@dwh-proxy.use1.internal:3306/bi"), service("ecs-tasks"), {"Team": "data"}),
    ]


def policies():
    lake = ["arn:aws:s3:::acme-platform-datalake-curated-use1", "arn:aws:s3:::acme-platform-datalake-curated-use1/*"]
    by_tag = {"StringEquals": {"aws:ResourceTag/Team": "${aws:PrincipalTag/Team}"}}
    return [
        policy("developer-boundary", "/", "Permissions boundary of /people/. v14, reviewed 2024-03-05", document(allow("OwnTeamOnly", "*", "*", by_tag))),
        policy("lake-read", "/data/", "Read of the curated lake", document(allow("ListCurated", "s3:ListBucket", lake[0]), allow("GetCurated", "s3:GetObject", lake[1])), {"Team": "data"}),
        policy("kms-orders-eu", "/checkout/", "", document(allow("UseKey", ["kms:Decrypt", "kms:GenerateDataKey"], f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/*")), {"Team": "checkout"}),
        policy("secrets-payments", "/payments/", "Reads prod/payments/*; the password itself is in Secrets Manager", document(allow("ReadPaymentsSecrets", "secretsmanager:GetSecretValue", f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:prod/payments/*")), {"Team": "payments"}),
        policy("deny-regions", "/guardrails/", "Denies all but 8 regions (ADR-0031)", document({"Sid": "DenyOtherRegions", "Effect": "Deny", "NotAction": ["iam:*", "sts:*", "route53:*"], "Resource": "*", "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["us-east-1", "eu-west-1"]}}})),
        policy("ses-newsletter", "/growth/", "Sends as newsletter only", document(allow("SendAsNewsletter", "ses:SendEmail", f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/acme-corp.io")), {"Owner": email("lena.brandt@acme-corp.io")}),
        policy("tmp-bo-upload", "/partner/", Leak("email", "for BlueOcean, sent to kim.sorensen@blueocean-freight.com"), document(allow("BoUpload", "s3:PutObject", "arn:aws:s3:::acme-partner-in/blueocean/*")), {"ticket": "NET-2041"}),
        policy("wellbeing-read", "/wellbeing/", Leak("uk_nhs", "Tested with NHS no {nhs}"), document(allow("ReadAppointments", "dynamodb:Query", f"arn:aws:dynamodb:eu-west-2:{ACCOUNT}:table/wellbeing-appointments"))),
        policy("route53-acme", "/platform/", "external-dns, zone Z0" + upper_id("", 8), document(allow("ChangeRecords", "route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/*")), {"Team": "platform"}),
        policy("redshift-unload", "/data/", Leak("password", "UNLOAD for dwh; password={password} until IAM auth works"), document(allow("Unload", "s3:PutObject", "arn:aws:s3:::acme-athena-results-use1/*"))),
        policy("ec2-stop-tagged", "/platform/", "Scheduler: stops Schedule=office-hours-* at 19:00", document(allow("StopTagged", "ec2:StopInstances", "*", {"StringLike": {"aws:ResourceTag/Schedule": "office-hours-*"}})), {"Team": "platform", "Version": "2.3.0"}),
        policy("mlflow-artifacts", "/ml/", "rw on s3://acme-ml-models/mlflow", document(allow("Artifacts", ["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::acme-ml-models/mlflow/*")), {"Team": "ml"}),
        policy("cross-account-logs", "/security/", "To log archive 444455556666", document(allow("PutLogs", "logs:PutSubscriptionFilter")), {"SourceAccount": "444455556666"}),
        policy("legacy-admin-2016", "/", "DO NOT USE. Kept for audit, CHG0030012", document(allow("Everything", "*"))),
    ]
