"""eu-west-1: the European shop, and the teams that came with Northwind Labs."""

from .account import ACCOUNT, Region, alnum, hexa, new_uuid, rng
from .leak import Leak, Tolerated, email, mailbox, person, phone
from .styles import cdk, day, epoch, instant, karpenter, kubernetes_volume, legacy, node, ops, terraform, yor

REGION = "eu-west-1"


def build():
    region = Region(REGION)
    for part in (network, cluster, services, storage, northwind, observability, people):
        part(region)
    return region


def network(region):
    region.ec2("vpc", terraform("platform-prod-euw1", "prod", "platform", "terraform-aws-vpc") | {"CIDR": "10.60.0.0/16", "IPv6": "2001:db8:1234:1a00::/56"})
    region.ec2("vpc", terraform("northwind-legacy", "prod", "search") | {"CIDR": "172.31.0.0/16", "peering": "pcx-0" + hexa(16)})
    for zone in "abc":
        for tier in ("private", "public", "intra"):
            region.ec2("subnet", {"Name": f"platform-prod-euw1-{tier}-eu-west-1{zone}", "kubernetes.io/cluster/prod-euw1": "shared", "Tier": tier, "Zone": f"euw1-az{rng.randint(1, 3)}"})
    for name in ("alb-public", "eks-nodes", "aurora-orders", "opensearch"):
        region.ec2("security-group", terraform(name, "prod", "platform") | {"RuleCount": str(rng.randint(2, 30))})
    region.ec2("security-group", {"Name": "office-dublin", "note": "217.0.0.0/8 is too wide, see SEC-078-05", "ApprovedBy": person("Niamh Gallagher"), "approved": day(2022)})
    region.ec2("natgateway", terraform("platform-prod-euw1-nat", "prod", "platform"))
    region.ec2("elastic-ip", {"Name": "nat-eu-west-1a", "Whitelisted": "Adyen Klarna PayPal"})
    region.ec2("vpc-endpoint", terraform("vpce-dynamodb-prod", "prod", "platform"))


def cluster(region):
    region.plain("eks", "cluster/prod-euw1", terraform("prod-euw1", "prod", "platform", "terraform-aws-eks") | {"Version": "1.29", "Upgrade": "v1.28.3-eks-4f4795d"})
    region.nodegroup("prod-euw1", "system-20240219", {"eks:cluster-name": "prod-euw1", "MaxPods": "58"})
    for _ in range(4):
        region.ec2("instance", node("prod-euw1", "system-20240219", "prod"))
    for pool in ("general", "general", "arm64", "gpu-l4"):
        region.ec2("instance", karpenter("prod-euw1", pool))
    for namespace, claim in (("kafka", "data-0-strimzi-kafka-0"), ("kafka", "data-0-strimzi-kafka-1"), ("argocd", "argocd-repo-cache"),
                             ("tempo", "storage-tempo-ingester-1"), ("gitlab", "repo-data-gitlab-gitaly-0")):
        region.ec2("volume", kubernetes_volume("prod-euw1", namespace, claim))
    region.load_balancer("net", "a" + hexa(31), {"kubernetes.io/service-name": "istio-system/istio-ingressgateway", "kubernetes.io/cluster/prod-euw1": "owned"})
    region.target_group("k8s-istiosys-istioing-" + hexa(10), {"service.k8s.aws/resource": "istio-system/istio-ingressgateway:443", "elbv2.k8s.aws/cluster": "prod-euw1"}, "1705311008171800")


def services(region):
    for name, team in (("orders-api", "checkout"), ("orders-worker", "checkout"), ("vat-rates", "checkout"), ("consent", "identity"), ("returns-portal", "support")):
        region.plain("ecs", f"service/shop-eu/{name}", terraform(name, "prod", team, "ecs-service") | {"Version": f"2024.{rng.randint(1, 25)}.{rng.randint(0, 9)}", "desired": str(rng.randint(2, 24))})
        region.log_group(f"/ecs/shop-eu/{name}", {"Retention": "30", "Team": team, "CreatedAt": instant(2022)})
        region.target_group(f"shop-eu-{name}", terraform(f"shop-eu-{name}", "prod", team))
    region.plain("ecs", "cluster/shop-eu", terraform("shop-eu", "prod", "checkout"))
    region.load_balancer("app", "shop-eu-public", terraform("shop-eu-public", "prod", "platform"))
    for name in ("orders-created", "orders-invoice", "orders-export-datev"):
        region.plain("sqs", name, cdk("OrdersEu", REGION, "Queue", {"Team": "checkout", "VisibilityTimeout": "120"}))
    region.plain("sqs", "orders-export-datev-dlq", {"Team": "checkout", "Owner": email("nils.fischer@acme-corp.io"), "Alarm": "depth>100"})
    region.plain("sns", "orders-eu", cdk("OrdersEu", REGION, "Topic", {"Team": "checkout"}))
    region.plain("sns", "returns-hotline", {"Team": "support", "Hotline": phone("+353 1 617 4420"), "Hours": "09:00-17:30 Europe/Dublin"})
    for name in ("orders-invoice-pdf", "orders-vat-check", "consent-webhook", "returns-label"):
        region.function(name, cdk("OrdersEu", REGION, "Handler", {"Runtime": "python3.12", "CodeSha256": "fDxbXQ+4pF0Rk4pX5rGq7fC1c3mF0Qe5Y5j1oYg4z0E="}))
    region.function("vies-proxy", {"Team": "checkout", "sampleVat": Tolerated("de_vat", "DE136695976"), "EORI": "IE6388047V000", "Timeout": "29"})
    region.function("sepa-mandate-export", {"Team": "payments", "test_account": Leak("iban", "{iban:GB}"), "BIC": "AIBKIE2DXXX"})
    region.function("zendesk-sync", {"Team": "support", "ZENDESK_PASSWORD": Leak("password", "{password}"), "Subdomain": "acme-corp"})
    region.plain("rds", "cluster:orders-eu-prod", terraform("orders-eu-prod", "prod", "checkout", "aurora-postgres") | {"DataClassification": "GDPR art. 9: none", "Backtrack": "72h"})
    region.plain("rds", "db:orders-eu-prod-0", terraform("orders-eu-prod-0", "prod", "checkout") | {"PreferredWindow": "mon:01:00-mon:02:00"})
    region.plain("rds", "db:consent-prod", terraform("consent-prod", "prod", "identity") | {"EngineVersion": "15.6", "Endpoint": "consent-prod.cw4example.eu-west-1.rds.amazonaws.com:5432"})
    region.plain("dynamodb", "table/carts", terraform("carts", "prod", "checkout") | {"GlobalTable": "us-east-1 eu-west-1"})
    region.plain("dynamodb", "table/consent-receipts", terraform("consent-receipts", "prod", "identity") | {"PartitionKey": "subject_sha256", "Sample": hexa(64)})
    region.plain("states", "stateMachine:OrderFulfilmentEu", cdk("OrdersEu", REGION, "Fulfilment", {"Team": "checkout"}))
    region.plain("states", "stateMachine:DsrErasure", {"Team": "identity", "last_subject": email("ingrid.solheim@northwind-labs.com"), "case": "DSR-01204", "sla": "30d"})
    region.rest_api(cdk("OrdersEu", REGION, "RestApi", {"Team": "checkout"}))
    region.rest_api({"Team": "identity", "Authorizer": "Bearer ${stageVariables.token}"}, "live")
    region.stack("OrdersEu", {"Team": "checkout", "Release": "3.8.1", "GitCommit": hexa(40), "Approver": "CAB-2024-06-11"})


def storage(region):
    region.bucket("acme-platform-datalake-raw-euw1", terraform("acme-platform-datalake-raw-euw1", "prod", "data") | {"Residency": "EU only"})
    region.bucket("acme-invoices-eu", terraform("acme-invoices-eu", "prod", "checkout") | {"RetentionYears": "10", "ObjectLock": "GOVERNANCE"})
    region.bucket("northwind-labs-terraform-state", {"Name": "northwind-labs-terraform-state", "managed": "by hand", "Fingerprint": "a1:b2:c3:d4:e5:f6:07:18:29:3a:4b:5c:6d:7e:8f:90"})
    region.bucket("acme-gdpr-exports", {"team": "identity", "latest": "s3://acme-gdpr-exports/2024/06/11/DSR-01204.zip", "requestor": email("paolo.greco@northwind-labs.com"), "Expiry": "14d"})
    region.key(terraform("alias/orders-eu", "prod", "checkout") | {"Rotation": "365"})
    region.key({"Name": "alias/gdpr-exports", "Ciphertext": "AQICAHh2y0mXk9T1p7bQmYw5cZr8sVnKd3LfGh6JxWq4PoRt7A", "spec": "SYMMETRIC_DEFAULT"})
    for name in ("prod/orders/db", "prod/orders/adyen", "prod/consent/signing-key", "prod/zendesk/api-token"):
        region.secret(name, {"Environment": "prod", "aws:secretsmanager:owningService": "rds" if name.endswith("db") else "none", "RotationDays": "30", "Version": new_uuid()})
    region.plain("elasticfilesystem", "file-system/fs-0" + hexa(16), terraform("magento-media", "prod", "catalog") | {"Mode": "bursting"})
    region.plain("backup", "backup-vault:platform-prod-eu", terraform("platform-prod-eu", "prod", "platform"))
    region.plain("glue", "job/orders_eu_daily", terraform("orders_eu_daily", "prod", "data") | {"last-run": epoch() + "000"})
    region.plain("glue", "job/loyalty_dedup", {"team": "data", "note": Leak("credit_card", "test row keeps mastercard {card:mastercard}"), "GlueVersion": "4.0"})
    region.plain("kafka", f"cluster/events-eu/{new_uuid()}-4", terraform("events-eu", "prod", "data") | {"Brokers": "6", "KafkaVersion": "3.6.0"})


def northwind(region):
    for number in (1, 2, 3):
        region.ec2("instance", legacy(f"nwl-search-{number}", "solr", mailbox("search-team@northwind-labs.com"), f"NWL-{rng.randint(100, 999)}") | {"javaOpts": "-Xmx24g -XX:+UseG1GC"})
    region.ec2("instance", legacy("nwl-ftp", "ftp", email("bram.devries@northwind-labs.com"), "NWL-88") | {"ports": "21 990 50000-50100"})
    region.ec2("instance", legacy("nwl-gitlab", "gitlab", "infra", "NWL-91") | {"runner_token": Leak("gitlab_pat", "{glpat}"), "version": "16.11.4-ee.0"})
    region.ec2("instance", {"Name": "nwl-pbx", "app": "asterisk", "trunk": "sip:trunk@sip.provider.invalid", "did": "ranges in NetBox", "oncall_phone": phone("+31 20 794 3321")})
    region.ec2("instance", {"Name": "nwl-build-7", "created by": person("Bram de Vries"), "jdk": "17.0.11+9", "ssh": "git@gitlab.northwind-labs.com:search/solr-config.git"})
    region.ec2("volume", yor("nwl-solr-data", "search", "solr/volumes.tf"))
    region.ec2("volume", yor("nwl-gitlab-data", "search", "gitlab/volumes.tf", email("femke.bakker@northwind-labs.com")))
    region.ec2("snapshot", {"Name": "nwl-solr-before-9.6", "timestamp": "20240101000147", "checksum": hexa(32)})
    region.plain("rds", "db:nwl-jira", {"Name": "nwl-jira", "jdbc": Leak("url_credentials", "jdbc:mysql://nwl-jira:3306/jira?user=jira&password={password}"), "plan": "retire FY2024Q4"})
    region.plain("es", "domain/nwl-logs", {"Name": "nwl-logs", "EngineVersion": "OpenSearch_2.11", "zoneAwareness": "3"})
    region.hosted_zone({"Name": "northwind-labs.com", "ttl": "300", "comment": "ALIAS to shop-eu-public since 2023-11-02"})
    region.plain("ecr", "repository/nwl/solr", {"digest": f"sha256:{hexa(64)}", "tag": "9.6.0-slim"})


def observability(region):
    for name in ("orders-api-5xx", "orders-worker-lag", "consent-latency-p99"):
        region.plain("cloudwatch", f"alarm:{name}", {"Team": "checkout", "DatadogMonitor": str(rng.randint(10_000_000, 99_999_999)), "Severity": "sev2"})
    region.plain("cloudwatch", "alarm:adyen-notification-gap", {"Team": "payments", "escalation-contact": person("Kieran O'Brien"), "after": "15m"})
    region.log_group("/aws/eks/prod-euw1/cluster", {"Retention": "90", "kubernetes.io/cluster/prod-euw1": "owned"})
    region.log_group("/aws/lambda/consent-webhook", {"Retention": "30", "debug-user": email("sofia.marchetti@acme-corp.io")})
    region.log_group("/aws/rds/cluster/orders-eu-prod/postgresql", {"Retention": "14"})
    region.log_group("API-Gateway-Execution-Logs_" + alnum(10) + "/live", {"Retention": "7", "requestId": "C3D13FE58DE4C810"})
    region.plain("events", "rule/datadog-forwarder", {"external-id": new_uuid().replace("-", ""), "site": "datadoghq.eu", "version": "3.112.0"})
    region.function("datadog-forwarder", {"dd_forwarder_version": "3.112.0", "aws:cloudformation:stack-name": "datadog-forwarder", "aws:cloudformation:logical-id": "Forwarder"})
    region.function("pagerduty-heartbeat", {"Team": "platform", "SLACK_BOT_TOKEN": Leak("slack_token", "{xoxb}"), "channel": "C024BE7LR"})


def people(region):
    region.plain("workspaces", "workspace/ws-" + hexa(9), {"UserName": "jvandijk", "AssetTag": "C02XK1YZJGH5", "Phone": phone("+31 6 2183 4471")})
    region.plain("workspaces", "workspace/ws-" + hexa(9), {"UserName": "kobrien", "IMEI": "n/a", "Employee": person("Kieran O'Brien"), "CostCode": "41320-078"})
    region.plain("workspaces", "workspace/ws-" + hexa(9), {"UserName": "pool-07", "Bundle": "wsb-" + hexa(9), "Birthday": "n/a"})
    region.plain("sagemaker", "notebook-instance/returns-forecast", {"team": "ml", "Owner": email("tobias.lindqvist@acme-corp.io"), "idle_stop": "90"})
    region.plain("transfer", "server/s-" + hexa(17), {"Name": "sftp.eu.acme-corp.io", "HostKey": f"SHA256:{alnum(43)}", **ops()})
    region.plain("cognito-idp", "userpool/eu-west-1_Qm4Lw8sRe", terraform("shoppers-eu", "prod", "identity") | {"IdentityPool": f"eu-west-1:{new_uuid()}"})
    region.plain("ssm", "parameter/acme/prod/eu/adyen-endpoint", {"team": "payments", "account": ACCOUNT})
