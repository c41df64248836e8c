"""us-east-1: the oldest region; shop, payments and everything that is global."""

from .account import ACCOUNT, Region, hexa, new_uuid, rng
from .leak import Leak, Tolerated, email, mailbox, person, phone
from .styles import cdk, day, epoch, instant, karpenter, kubernetes_volume, legacy, node, ops, terraform, yor

REGION = "us-east-1"


def build():
    region = Region(REGION)
    for part in (network, machines, cluster, payments, shop, data, edge, tooling, leftovers):
        part(region)
    return region


def network(region):
    vpc = {"aws:servicecatalog:provisioningPrincipalArn": f"arn:aws:sts::{ACCOUNT}:assumed-role/NetworkFactory/pp-{epoch()}"}
    region.ec2("vpc", terraform("platform-prod-use1", "prod", "platform", "terraform-aws-vpc")
               | vpc | {"CIDR": "10.40.0.0/16", "FlowLogs": "enabled"})
    region.ec2("vpc", terraform("platform-staging-use1", "staging", "platform", "terraform-aws-vpc") | {"CIDR": "10.41.0.0/16"})
    for zone in "abc":
        for tier, role in (("private", "kubernetes.io/role/internal-elb"), ("public", "kubernetes.io/role/elb")):
            region.ec2("subnet", {"Name": f"platform-prod-use1-{tier}-{zone}", role: "1", "AZ": f"use1-az{'abc'.index(zone) + 1}",
                                  "kubernetes.io/cluster/prod-use1": "shared", "Tier": tier})
    region.ec2("natgateway", terraform("platform-prod-use1-nat-a", "prod", "platform") | {"EIP": "eipalloc-0" + hexa(16)})
    region.ec2("internet-gateway", terraform("platform-prod-use1", "prod", "platform"))
    region.ec2("route-table", {"Name": "platform-prod-use1-private", "RouteTarget": "64512:4100", "ASN": "4210004512"})
    region.ec2("transit-gateway", terraform("acme-backbone", "prod", "platform") | {"ASN": "64512", "SharedWith": "444455556666 777788889999"})
    region.ec2("vpc-endpoint", terraform("vpce-s3-prod", "prod", "platform") | {"ServiceName": "com.amazonaws.us-east-1.s3"})
    region.ec2("vpc-flow-log", {"Name": "prod-use1-all", "Format": "${version} ${account-id} ${interface-id} ${srcaddr}"})
    for name, note in (("alb-public", "443 from 0.0.0.0/0"), ("eks-nodes", "10250 from control plane"),
                       ("rds-orders", "5432 from eks-nodes"), ("bastion", "22 from 203.0.113.0/24 (HQ)")):
        region.ec2("security-group", terraform(name, "prod", "platform") | {"Ingress": note, "Reviewed": day(2023)})
    region.ec2("security-group", {"Name": "tmp-vendor-vpn", "Purpose": "BlueOcean logistics pilot", "ticket": "NET-2041",
                                  "RequestedBy": person("Marta Wiśniewska"), "ExpiresOn": "2024-09-30"})
    region.ec2("elastic-ip", {"Name": "sftp-partner-allowlist", "Partner": "BlueOcean Freight", "Port": "2222"})


def machines(region):
    for number, team in ((1, "platform"), (2, "platform"), (3, "payments")):
        region.ec2("instance", terraform(f"vault-{number}.use1.internal", "prod", team, "vault-node") | ops()
                   | {"Hostname": f"ip-10-40-{number * 16}-{rng.randint(4, 250)}", "AMI": "ami-0" + hexa(16), "VaultVersion": "1.15.4+ent"})
    region.ec2("instance", legacy("jenkins-master-01", "jenkins", mailbox("build-team@acme-corp.io"), "OPS-1187")
               | {"JenkinsBuild": "20240115007", "LicenseKey": "see 1Password vault Build", "Schedule": "office-hours-eastern"})
    region.ec2("instance", {"Name": "win-dc-02", "Domain": "corp.acme-corp.io", "OSVersion": "10.0.17763.5329", "Patch Group": "windows-dc",
                            "Owner": email("gregory.haines@acme-corp.io"), "SerialNumber": "VMware-42 1d 6f 0a 33 5b"})
    region.ec2("instance", {"Name": "bastion-use1", "Owner": mailbox("platform-team@acme-corp.io"), "SSHFingerprint": f"MD5:{':'.join(hexa(2) for _ in range(16))}",
                            "KeyName": "prod-bastion-2023"})
    region.ec2("instance", {"Name": "erp-bridge", "Vendor": "SAP SE", "SID": "PRD", "InstallationNo": "0020187345", "SAPPurchaseOrder": "4500731288",
                            "Contact": person("Dale Whitcombe"), "ContactPhone": phone("+1 (617) 852-4471"), "SupportContract": "0008812934"})
    region.ec2("instance", legacy("gpu-scratch-3", "notebooks", email("yuki.tanabe+gpu@acme-corp.io")) | {"AutoStop": "19:00 America/New_York", "maid_status": "Resource does not meet policy: stop@2024/07/01"})
    region.ec2("instance", {"Name": "sftp-gw", "Environment": "prod", "Notes": "banner text in /etc/issue.net - 2 vCPU - 3x gp3", "Uptime": "99.95",
                            "HostKey": "SHA256:" + rng.choice(["nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8", "p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM"])})
    region.ec2("volume", yor("erp-bridge-data", "platform", "stacks/erp/volumes.tf", email("dale.whitcombe@acme-corp.io")))
    region.ec2("volume", {"Name": "jenkins-home", "Snapshot": "snap-0" + hexa(16), "SizeGiB": "500", "Throughput": "250", "Encrypted": "true"})
    for _ in range(2):
        region.ec2("snapshot", {"aws:backup:source-resource": f"arn:aws:ec2:{REGION}:{ACCOUNT}:volume/vol-0{hexa(16)}", "dlm:managed": "true",
                                "aws:dlm:lifecycle-policy-id": "policy-0" + hexa(16), "timestamp": instant(2024), "instance-id": "i-0" + hexa(16)})
    region.ec2("image", {"Name": "golden-al2023-x86_64-20240611094512", "SourceAMI": "ami-0" + hexa(16), "PackerBuild": "1718098512", "Kernel": "6.1.90-99.173.amzn2023"})
    region.ec2("key-pair", {"Name": "prod-bastion-2023", "RotateAfter": "2024-11-01"})
    region.ec2("key-pair", {"Name": "vendor-blueocean", "material": Leak("private_key", "{pem_begin}"), "ticket": "NET-2041"})
    region.ec2("launch-template", terraform("vault-node", "prod", "platform") | {"Version": "17"})


def cluster(region):
    region.plain("eks", "cluster/prod-use1", terraform("prod-use1", "prod", "platform", "terraform-aws-eks") | {"Version": "1.29", "PlatformVersion": "eks.7"})
    region.plain("eks", "cluster/staging-use1", terraform("staging-use1", "staging", "platform", "terraform-aws-eks") | {"Version": "1.30"})
    for group in ("system-20240305", "spot-c6i"):
        region.nodegroup("prod-use1", group, {"eks:cluster-name": "prod-use1", "NodeClass": "bottlerocket-1.20.1-7c3e9198", "MaxPods": "110"})
    region.plain("eks", f"addon/prod-use1/vpc-cni/{new_uuid()}", {"Version": "v1.18.1-eksbuild.3", "ManagedBy": "terraform"})
    for _ in range(5):
        region.ec2("instance", node("prod-use1", "system-20240305", "prod"))
    for pool in ("general", "general", "memory", "batch-spot"):
        region.ec2("instance", karpenter("prod-use1", pool))
    for namespace, claim in (("kafka", "data-kafka-0"), ("kafka", "data-kafka-1"), ("monitoring", "prometheus-k8s-db-prometheus-k8s-0"),
                             ("search", "elasticsearch-data-es-hot-2"), ("vault", "audit-vault-0")):
        region.ec2("volume", kubernetes_volume("prod-use1", namespace, claim))
    region.load_balancer("net", "a" + hexa(31), {"service.k8s.aws/stack": "ingress-nginx/ingress-nginx-controller", "service.k8s.aws/resource": "LoadBalancer",
                                                 "elbv2.k8s.aws/cluster": "prod-use1"})
    region.load_balancer("app", "k8s-shop-storefro-4d81c9f0e2", {"ingress.k8s.aws/stack": "shop/storefront", "elbv2.k8s.aws/cluster": "prod-use1", "ingress.k8s.aws/resource": "LoadBalancer"})
    for tail in ("4000120034005601", "5105105105105100", None):
        region.target_group("k8s-shop-storefro-" + hexa(10), {"ingress.k8s.aws/resource": "shop/storefront-storefront:8080", "ingress.k8s.aws/stack": "shop/storefront",
                                                              "elbv2.k8s.aws/cluster": "prod-use1"}, tail)


def payments(region):
    team = "payments"
    region.plain("rds", "cluster:payments-ledger-prod", terraform("payments-ledger-prod", "prod", team, "aurora-postgres")
                 | {"Engine": "aurora-postgresql 15.4", "DataClassification": "PCI: card number, expiry, cardholder name", "Retention": "35"})
    for index in (0, 1):
        region.plain("rds", f"db:payments-ledger-prod-{index}", terraform(f"payments-ledger-prod-{index}", "prod", team) | {"PreferredWindow": "sun:05:00-sun:06:00"})
    region.plain("rds", "db:chargebacks-legacy", {"Name": "chargebacks-legacy", "Environment": "prod", "Team": team, "EngineVersion": "13.14",
                                                  "Connection": Leak("url_credentials", "postgres://cb_app:{password}@chargebacks-legacy.cq0example1.us-east-1.rds.amazonaws.com:5432/cb")})
    region.plain("rds", "cluster-snapshot:payments-ledger-pre-1-42-0", {"Release": "1.42.0", "TakenBy": "atlantis", "CreatedAt": instant(2024), "ChangeRequest": "CHG0030012"})
    region.plain("dynamodb", "table/payments-idempotency", terraform("payments-idempotency", "prod", team) | {"TTLAttribute": "expires_at", "PITR": "on"})
    region.plain("dynamodb", "table/card-vault-tokens", terraform("card-vault-tokens", "prod", team)
                 | {"TokenFormat": "tok_[0-9a-f]{24}", "TestCard": Tolerated("credit_card", "4242424242424242"), "pci-scope": "in"})
    region.plain("dynamodb", "table/refund-overrides", {"Name": "refund-overrides", "env": "prod", "note": Leak("credit_card", "manual refund, visa {card:visa} per SUP-50912"), "ttl": "90"})
    region.plain("sqs", "payments-settlement-prod.fifo", cdk("PaymentsSettlement", REGION, "SettlementQueue", {"Team": team, "MaxReceiveCount": "5"}))
    region.plain("sqs", "payments-settlement-prod-dlq.fifo", cdk("PaymentsSettlement", REGION, "SettlementDlq", {"Team": team, "Runbook": "https://wiki.acme-corp.io/runbooks/payments/dlq"}))
    region.plain("sqs", "fraud-review", {"team": team, "slack_webhook": Leak("slack_webhook", "{slack_webhook}"), "sev": "2"})
    region.plain("sns", "payments-pager", terraform("payments-pager", "prod", team) | {"PagerDutyService": "P7XK2QD", "Escalation": phone("+1 415-203-7788")})
    region.plain("sns", "payments-events", terraform("payments-events", "prod", team) | {"SchemaVersion": "2024-02-01"})
    for name in ("payments-authorize", "payments-capture", "payments-refund", "payments-webhook-stripe"):
        region.function(name, cdk("PaymentsApi", REGION, "Handler", {"Team": team, "Runtime": "nodejs20.x", "lambda:createdBy": "SAM", "Version": "1.42.0+9c1185a"}))
    region.function("payments-reconcile-nightly", {"Team": team, "Environment": "prod", "schedule": "cron(15 3 * * ? *)", "STRIPE_KEY": Leak("stripe_key", "{sk_live}"), "pk": "pk_live_publishable in frontend repo"})
    region.log_group("/aws/lambda/payments-authorize", {"Retention": "400", "Subscription": "firehose:siem-ingest"})
    region.log_group("/aws/lambda/payments-reconcile-nightly", {"Retention": "30"})
    region.plain("states", "stateMachine:ChargebackDispute", cdk("Disputes", REGION, "StateMachine", {"Team": team}) | {"LastManualRun": Leak("us_ssn", "cardholder SSN {ssn} dispute 883120")})
    region.key(terraform("alias/payments-ledger", "prod", team) | {"Rotation": "365", "KeyUsage": "ENCRYPT_DECRYPT"})
    region.secret("prod/payments/stripe", terraform("prod/payments/stripe", "prod", team) | {"RotationDays": "90", "SecretType": "api_key"})
    region.secret("prod/payments/ledger/app-user", terraform("ledger-app-user", "prod", team) | {"aws:secretsmanager:owningService": "rds"})
    region.plain("ecs", "cluster/payments-prod", terraform("payments-prod", "prod", team))
    region.plain("ecs", "service/payments-prod/ledger-writer", terraform("ledger-writer", "prod", team) | {"TaskDefinition": "ledger-writer:118", "image": f"sha256:{hexa(64)}"})
    region.plain("ecs", "task-definition/ledger-writer:118", {"BuildNumber": "2125551234", "image": f"{ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/ledger-writer@sha256:{hexa(64)}"})


def shop(region):
    for app, team in (("checkout", "checkout"), ("catalog", "catalog"), ("search-api", "search"), ("storefront-bff", "growth")):
        region.plain("ecs", f"service/shop-prod/{app}", terraform(app, "prod", team, "ecs-service") | {"Version": f"v{rng.randint(1, 9)}.{rng.randint(0, 40)}.{rng.randint(0, 9)}", "Port": "8080"})
        region.target_group(f"shop-{app}", terraform(f"shop-{app}", "prod", team) | {"HealthCheck": "/healthz"})
        region.log_group(f"/ecs/shop-prod/{app}", {"Retention": "14", "Team": team})
        region.plain("ecr", f"repository/shop/{app}", {"Team": team, "ScanOnPush": "true", "latest": hexa(40)})
    region.plain("ecs", "cluster/shop-prod", terraform("shop-prod", "prod", "checkout"))
    region.load_balancer("app", "shop-public", terraform("shop-public", "prod", "platform") | {"WAF": "acme-default", "IdleTimeout": "60"})
    region.plain("dynamodb", "table/carts", terraform("carts", "prod", "checkout") | {"RCU": "4000", "WCU": "2500", "GlobalTable": "us-east-1 eu-west-1"})
    region.plain("dynamodb", "table/catalog-items", terraform("catalog-items", "prod", "catalog") | {"GSI": "sku-index", "SampleSku": "1A2B3C4D5E6", "GTIN": "4006381333931"})
    region.plain("dynamodb", "table/loyalty-members", terraform("loyalty-members", "prod", "growth") | {"Owner": email("priya.raman@acme-corp.io"), "Contains": "e-mail, phone, date of birth"})
    region.plain("elasticache", "replicationgroup:shop-sessions", terraform("shop-sessions", "prod", "checkout") | {"EngineVersion": "7.1.0", "NodeType": "cache.r7g.large", "snapshotWindow": "04:30-05:30"})
    region.plain("elasticache", "cluster:shop-sessions-001", {"Name": "shop-sessions-001", "AUTH": Leak("url_credentials", "rediss://:{password}@master.shop-sessions.a1b2c3.use1.cache.amazonaws.com:6379/0")})
    region.plain("sns", "order-placed", cdk("OrderEvents", REGION, "Topic", {"Team": "checkout"}))
    for queue in ("order-placed-shipping", "order-placed-loyalty", "order-placed-emails"):
        region.plain("sqs", queue, cdk("OrderEvents", REGION, "Queue", {"Team": "checkout", "VisibilityTimeout": "300"}))
    region.function("maps-geocode", {"Team": "shipping", "GOOGLE_MAPS_KEY": Leak("gcp_api_key", "{google_api_key}"), "cache-ttl": "86400"})
    region.function("shipping-label", {"Team": "shipping", "Carrier": "USPS UPS FedEx", "SampleTracking": "1Z999AA10123456784", "Runtime": "python3.12"})
    region.function("loyalty-import", {"Team": "growth", "last_input": Leak("date_of_birth", "member dob 1979-03-28 rejected by validator"), "MemorySize": "1024"})
    region.rest_api(cdk("ShopApi", REGION, "RestApi", {"Team": "checkout", "Description": "public shop API v2"}))
    region.rest_api({"Team": "checkout", "stageVar": "lambdaAlias=live", "SmokeTest": Leak("json_web_token", "Bearer {jwt}")}, "prod")
    region.plain("elasticbeanstalk", "environment/support-portal/support-portal-prod",
                 {"Name": "support-portal-prod", "elasticbeanstalk:environment-id": "e-" + hexa(10), "elasticbeanstalk:environment-name": "support-portal-prod", "Solution": "64bit Amazon Linux 2023 v6.1.4"})


def data(region):
    region.bucket("acme-platform-datalake-raw-use1", terraform("acme-platform-datalake-raw-use1", "prod", "data") | {"DataClassification": "Contains SSN, DOB, credit card", "Lifecycle": "90d-ia 365d-glacier"})
    region.bucket("acme-platform-datalake-curated-use1", terraform("acme-platform-datalake-curated-use1", "prod", "data") | {"DataOwner": person("Hannah Oyelaran"), "PII": "pseudonymised"})
    region.bucket("aws-cloudtrail-logs-111122223333-6f9a1c2e", {"aws:cloudformation:stack-name": "StackSet-AWSControlTowerBP-BASELINE-CLOUDTRAIL", "aws-control-tower": "managed-by-control-tower"})
    region.bucket("cf-templates-1a2b3c4d5e6f-us-east-1", {"CreatedBy": "CloudFormation"})
    region.bucket("acme-athena-results-use1", {"team": "data", "expire": "7", "bytes": "418273650004"})
    region.bucket("acme-crm-export", {"team": "growth", "aws_access_key_id": Leak("aws_access_key_id", "{akia}"), "aws_secret_access_key": Leak("aws_secret_access_key", "{aws_secret}"), "crm": "hubspot"})
    for job in ("orders_daily", "clickstream_sessionize", "ledger_snapshot"):
        region.plain("glue", f"job/{job}", terraform(job, "prod", "data") | {"GlueVersion": "4.0", "DPU": "10", "bookmark": "job-bookmark-enable"})
    region.plain("glue", "job/customer_merge_backfill", {"team": "data", "rerun_reason": Leak("us_ssn", "dup customer ssn={ssn} merged into id 10088213"), "GlueVersion": "3.0"})
    region.plain("glue", "crawler/raw-orders", {"team": "data", "Schedule": "cron(0 2 * * ? *)"})
    region.plain("kinesis", "stream/clickstream", terraform("clickstream", "prod", "data") | {"Shards": "24", "SequenceNumber": "49590338271490256608559692538361571095921575989136588898"})
    region.plain("firehose", "deliverystream/siem-ingest", terraform("siem-ingest", "prod", "security"))
    region.plain("redshift", "cluster:dwh-prod", terraform("dwh-prod", "prod", "data") | {"MaintenanceTrack": "current", "SnapshotCopyGrant": "dwh-dr", "NodeType": "ra3.4xlarge"})
    region.plain("athena", "workgroup/analysts", {"team": "data", "ScanLimitBytes": "1099511627776", "Owner": mailbox("data-eng@acme-corp.io")})
    region.plain("sagemaker", "endpoint/ranker-v7", terraform("ranker-v7", "prod", "ml") | {"Model": f"s3://acme-ml-models/ranker/{epoch()}/model.tar.gz", "Threshold": "0.948614"})
    region.plain("sagemaker", "notebook-instance/churn-exploration", {"team": "ml", "created_by": person("Oluwaseun Adeyemi"), "idle_stop": "60"})


def edge(region):
    region.distribution(terraform("www.acme-corp.io", "prod", "platform") | {"Aliases": "www.acme-corp.io acme-corp.io", "PriceClass": "PriceClass_100"})
    region.distribution(terraform("static.acme-corp.io", "prod", "growth") | {"OAC": "E2QWRUHAPOMQZL", "etag": hexa(40) + "-12"})
    region.distribution({"Name": "press-kit", "comment": "images icon@2x.png icon@3x.jpg", "requested-by": email("camille.duroc@acme-corp.io")})
    region.hosted_zone({"Name": "acme-corp.io", "Registrar": "Gandi SAS", "RegistrantPhone": phone("+33 1 58 44 20 13"), "DNSSEC": "on"})
    region.hosted_zone({"Name": "internal.acme-corp.io", "type": "private", "HostedZoneId": "Z35SXDOTRQ7X7K"})
    region.hosted_zone(terraform("northwind-labs.com", "prod", "platform") | {"SOA": "ns-1536.awsdns-00.co.uk. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"})
    region.plain("acm", f"certificate/{new_uuid()}", terraform("*.acme-corp.io", "prod", "platform") | {"NotAfter": "2025-01-31T23:59:59Z", "Serial": ":".join(hexa(2) for _ in range(16))})
    region.plain("wafv2", f"global/webacl/acme-default/{new_uuid()}", terraform("acme-default", "prod", "security") | {"EmailRegex": "^[a-z0-9._%+-]+@[a-z0-9.-]+$"})
    region.plain("ses", "identity/acme-corp.io", {"DKIM": "rsa-2048", "MailFrom": "bounce.acme-corp.io"})
    region.plain("ses", "identity/noreply@acme-corp.io", {"team": "growth"}, "role mailbox")
    region.plain("ses", "identity/lena.brandt@acme-corp.io", {"team": "growth", "purpose": "newsletter test sender"}, "email")
    region.plain("cognito-idp", "userpool/us-east-1_Xk9vQ2bTm", terraform("shoppers", "prod", "identity") | {"MFA": "OPTIONAL", "PasswordPolicy": "min-length-14"})
    region.plain("cloudwatch", "alarm:payments-5xx-rate", terraform("payments-5xx-rate", "prod", "payments") | {"Threshold": "0.5", "Period": "60"})
    region.plain("cloudwatch", "alarm:gdpr-erasure-stuck/lukas.meinhardt@acme-corp.io", {"team": "identity", "case": "DSR-00871"}, "email")


def tooling(region):
    region.stack("PaymentsApi", {"Team": "payments", "Release": "1.42.0", "DeployedAt": instant(2024), "DeployedBy": f"arn:aws:sts::{ACCOUNT}:assumed-role/github-deploy/GitHubActions"})
    region.stack("OrderEvents", {"Team": "checkout", "cdk-version": "2.142.1", "DeployedAt": instant(2024)})
    region.stack("CDKToolkit", {"BootstrapVersion": "21", "qualifier": "hnb659fds"})
    region.stack("StackSet-acme-baseline-" + new_uuid(), {"aws-control-tower": "managed-by-control-tower"})
    region.plain("codebuild", "project/storefront-web", {"team": "growth", "node": "20.12.2", "NPM_TOKEN": Leak("npm_token", "{npm}"), "cache": "LOCAL_SOURCE_CACHE"})
    region.plain("codebuild", "project/infra-lint", {"team": "platform", "Source": "git@github.com:acme-corp/infra-platform.git", "Action": "actions/checkout@v4"})
    region.plain("codepipeline", "catalog-release", {"team": "catalog", "Trigger": "refs/tags/v2024.06.1", "GITHUB_TOKEN": Leak("github_token", "{ghp}")})
    region.plain("ssm", "parameter/acme/prod/feature-flags", {"team": "platform", "Tier": "Standard", "Hash": f"sha256:{hexa(64)}"})
    region.plain("events", "rule/nightly-cost-report", {"team": "platform", "Recipients": mailbox("finops@acme-corp.io"), "ScheduleExpression": "cron(0 6 ? * MON-FRI *)"})
    region.plain("backup", "backup-vault:platform-prod", terraform("platform-prod", "prod", "platform") | {"Lock": "compliance", "MinRetentionDays": "35"})
    region.plain("batch", "job-queue/catalog-reindex", terraform("catalog-reindex", "prod", "catalog") | {"Priority": "10"})
    region.key({"Name": "alias/acme-cloudtrail", "SourceAccount": "415555267101", "Purpose": "org trail"})
    region.secret("prod/datadog/api", {"team": "platform", "kms": "alias/aws/secretsmanager", "rotation": "manual"})
    region.secret("crm/users/elena.petrova@acme-corp.io", {"team": "growth", "app": "hubspot-sync"}, "email")


def leftovers(region):
    region.ec2("instance", {"Name": "k8s-test", email("anika.sharma@acme-corp.io"): "delete after 2022-04", "createdOn": "15/01/2022"})
    region.ec2("instance", {"Name": "Copy of web-legacy-07", "Description": "do not delete!! call Rob 1st", "owner": "TODO", "epoch": epoch(), "uuid": "12345678-1234-1234-1234-123456789012"})
    region.plain("rds", "db:wiki-mysql", {"Name": "wiki-mysql", "MasterUsername": "wiki", "MasterUserPassword": Leak("password", "{password}"), "env": "corp"})
    region.plain("rds", "db:grafana", {"Name": "grafana", "password": "{{resolve:secretsmanager:prod/grafana/db:SecretString:password}}", "Window": "Sat:02:00-Sat:02:30"})
    region.bucket("acme-hr-onboarding-2019", {"env": "corp", "team": "people-ops", "example": "first hire: ssn on W-4 page 2", "RetentionDays": "2555"})
    region.bucket("acme-payroll-archive", {"env": "corp", "employee_ssn": Leak("us_ssn", "{ssn}"), "year": "2018", "form": "W-2"})
    region.bucket("acme-contractors-tax", {"env": "corp", "TaxpayerITIN": Leak("us_itin", "{itin}"), "form": "1042-S", "period": "FY2023"})
    region.plain("mq", f"broker:erp-bridge:b-{new_uuid()}", {"Name": "erp-bridge", "EngineVersion": "5.17.6", "amqp": "amqps://b-1234a5b6.mq.us-east-1.amazonaws.com:5671"})
    region.plain("workspaces", "workspace/ws-" + hexa(9), {"UserName": "rcosta", "CostCode": "63005-1120", "Bundle": "wsb-" + hexa(9)})
    region.plain("transfer", "server/s-" + hexa(17), {"Name": "sftp.acme-corp.io", "Protocol": "SFTP", "Partners": "12"})
