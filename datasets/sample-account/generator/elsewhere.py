"""The smaller regions: Frankfurt, London, Oregon, Tokyo, Montreal, and Sydney, which the auditor may not read."""

from .account import ACCOUNT, Region, hexa, new_uuid, rng
from .leak import Leak, Tolerated, email, mailbox, person, phone
from .styles import cdk, epoch, instant, karpenter, kubernetes_volume, legacy, node, ops, terraform


def frankfurt():
    region = Region("eu-central-1")
    region.ec2("vpc", terraform("platform-prod-euc1", "prod", "platform", "terraform-aws-vpc") | {"CIDR": "10.64.0.0/16"})
    for zone in "abc":
        region.ec2("subnet", {"Name": f"platform-prod-euc1-private-{zone}", "Tier": "private", "kubernetes.io/role/internal-elb": "1"})
    for name in ("sap-router", "sap-hana"):
        region.ec2("security-group", terraform(name, "prod", "platform") | {"Ports": "3299 30013-30015"})
    for number in (1, 2):
        region.ec2("instance", {"Name": f"hana-prd-{number}", "SID": "PRD", "InstanceNo": "00", "HardwareKey": "Y1738204461", "Kernel": "5.14.21-150400.24.100", "Patch Group": "sles-sap", "Betriebszeit": "24x7"})
    region.ec2("instance", legacy("lexware-ts", "terminalserver", email("jürgen.hofmann@acme-corp.io"), "DE-311") | {"Standort": "München DC2 R05", "Kostenstelle": "4711-0815"})
    region.ec2("instance", {"Name": "drucker-gw", "Ansprechpartner": person("Sabine Körner"), "Durchwahl": "-4471", "Telefon": phone("+49 89 4522 7713"), "Raum": "3.14"})
    for claim in ("data-postgres-0", "data-postgres-1"):
        region.ec2("volume", kubernetes_volume("prod-euc1", "keycloak", claim))
    region.ec2("snapshot", {"Name": "hana-prd-1-20240602T021500", "BackupID": "1717294500123", "aws:backup:source-resource": f"arn:aws:ec2:eu-central-1:{ACCOUNT}:instance/i-0{hexa(16)}"})
    region.plain("eks", "cluster/prod-euc1", terraform("prod-euc1", "prod", "platform", "terraform-aws-eks"))
    for _ in range(2):
        region.ec2("instance", node("prod-euc1", "default-20240102", "prod"))
    region.plain("rds", "db:keycloak-prod", terraform("keycloak-prod", "prod", "identity") | {"EngineVersion": "15.6"})
    region.plain("rds", "db:lohn-archiv", {"Name": "lohn-archiv", "Owner": email("sabine.koerner@acme-corp.io"), "Aufbewahrung": "10 Jahre"})
    region.bucket("acme-buchhaltung", {"team": "finance", "Steuernummer": "see ERP", "USt-IdNr": Tolerated("de_vat", "DE136695976"), "bankverbindung": Leak("iban", "{iban:DE}")})
    region.bucket("acme-datev-austausch", {"team": "finance", "Mandant": "10042", "Berater": "1234567", "Zeitraum": "2023-2024"})
    region.plain("dynamodb", "table/keycloak-sessions", terraform("keycloak-sessions", "prod", "identity"))
    region.plain("sqs", "sap-idoc-inbound", terraform("sap-idoc-inbound", "prod", "platform") | {"IDoc": "ORDERS05", "Port": "A000000042"})
    region.plain("sns", "sap-alerts", {"team": "platform", "Empfaenger": mailbox("sap-basis@acme-corp.io")})
    region.function("idoc-to-json", cdk("SapBridge", "eu-central-1", "Handler", {"Team": "platform", "Version": "2.0.0-rc.3"}))
    region.function("lohn-export", {"team": "finance", "geburtsdatum": Leak("date_of_birth", "14.02.1981"), "lauf": "2024-05"})
    region.stack("SapBridge", {"Team": "platform", "DeployedAt": instant(2024)})
    region.key(terraform("alias/hana-backup", "prod", "platform"))
    region.secret("prod/sap/rfc-user", {"Environment": "prod", "RotationDays": "180", "mandant": "100"})
    region.log_group("/sap/router", {"Retention": "365", "Team": "platform"})
    region.load_balancer("net", "sap-router", terraform("sap-router", "prod", "platform"))
    region.plain("ecs", "service/tools/keycloak", terraform("keycloak", "prod", "identity") | {"Image": f"quay.io/keycloak/keycloak@sha256:{hexa(64)}"})
    region.plain("glue", "job/finance_datev_load", {"team": "finance", "CI_JOB_TOKEN": Leak("gitlab_pat", "{glpat}"), "GlueVersion": "4.0"})
    region.plain("states", "stateMachine:Monatsabschluss", {"team": "finance", "schedule": "cron(0 4 1 * ? *)", "Freigabe": "4-Augen"})
    return region


def london():
    region = Region("eu-west-2")
    region.ec2("vpc", terraform("wellbeing-prod", "prod", "identity") | {"CIDR": "10.72.0.0/16", "Tenant": "Acme Wellbeing Ltd"})
    region.ec2("instance", {"Name": "wellbeing-api-1", "Environment": "prod", "release": "rel/2024-06-03", "NHSDigital": "DTAC v1.2", **ops()})
    region.ec2("instance", legacy("payroll-sage", "sage50", person("Imogen Hartley"), "UK-77") | {"LicenceNo": "SG-0098-2217-33", "postcode": Tolerated("postal_code", "EC1A 1BB")})
    region.bucket("acme-wellbeing-reports", {"team": "wellbeing", "sample": Leak("uk_nhs", "NHS number {nhs} in row 4"), "Classification": "OFFICIAL-SENSITIVE"})
    region.bucket("acme-uk-payroll", {"team": "finance", "PAYE": "123/AB456", "nino": Leak("uk_nino", "{nino}"), "TaxYear": "2023-24"})
    region.plain("dynamodb", "table/wellbeing-appointments", terraform("wellbeing-appointments", "prod", "identity") | {"sort_key": "slot#2024-06-11T09:30"})
    region.plain("rds", "db:wellbeing-prod", {"Name": "wellbeing-prod", "team": "wellbeing", "patient_dob": Leak("date_of_birth", "1968-11-05"), "ticket": "WB-219"})
    region.plain("sqs", "sage-export", {"team": "finance", "Contact": email("imogen.hartley@acme-corp.io"), "PO": "4500012345"})
    region.plain("sns", "wellbeing-escalation", {"team": "wellbeing", "Duty": phone("+44 20 7123 8846"), "rota": "weekly"})
    region.function("gp-letter-pdf", {"team": "wellbeing", "Runtime": "java21", "Architecture": "arm64"})
    region.function("pds-lookup", {"team": "wellbeing", "example": "999 000 000x masked", "nhs_number_required": "true"})
    region.log_group("/aws/lambda/pds-lookup", {"Retention": "1", "redaction": "on"})
    region.key({"Name": "alias/wellbeing", "spec": "SYMMETRIC_DEFAULT", "rotation": "365"})
    region.secret("prod/wellbeing/spine-cert", {"Environment": "prod", "NotAfter": "2025-03-31"})
    region.stack("WellbeingApi", {"team": "wellbeing", "Release": "0.9.14"})
    return region


def oregon():
    region = Region("us-west-2")
    region.ec2("vpc", terraform("platform-dr-usw2", "prod", "platform", "terraform-aws-vpc") | {"CIDR": "10.44.0.0/16", "Role": "warm standby"})
    for zone in "ab":
        region.ec2("subnet", {"Name": f"platform-dr-usw2-private-{zone}", "Tier": "private"})
    region.plain("eks", "cluster/ml-usw2", terraform("ml-usw2", "prod", "ml", "terraform-aws-eks") | {"Version": "1.30"})
    for pool in ("gpu-a10g", "gpu-a10g", "cpu", "cpu"):
        region.ec2("instance", karpenter("ml-usw2", pool))
    for claim in ("mlflow-artifacts", "data-redis-0", "jupyter-home-17"):
        region.ec2("volume", kubernetes_volume("ml-usw2", "ml", claim))
    region.ec2("volume", {"Name": "jupyter-home", "user": email("wei.zhang@acme-corp.io"), "hub": "jupyterhub-4.1.5", "kubernetes.io/created-for/pvc/name": "claim-wzhang"})
    region.ec2("instance", {"Name": "label-studio", "CreatedBy": person("Rosalind Achterberg"), "CreatedAt": "2023-02-17", "ttl": "none"})
    region.ec2("instance", {"Name": "loadgen-" + epoch(), "rps": "4000", "threads": "64", "script": "checkout.js@3f9a2c1"})
    region.ec2("launch-template", {"Name": "gpu-a10g", "UserDataHash": hexa(64), "Version": "31"})
    region.bucket("acme-ml-models", terraform("acme-ml-models", "prod", "ml") | {"ranker": "v7-20240530-1843", "md5": hexa(32)})
    region.bucket("acme-ml-training-sets", terraform("acme-ml-training-sets", "prod", "ml") | {"rows": "418273650", "License": "CC-BY-4.0"})
    region.bucket("acme-support-transcripts", {"team": "support", "redaction": "partial", "sampleCallerPhone": phone("(503) 228-4471"), "source": "Five9"})
    region.plain("sagemaker", "endpoint/churn-v3", terraform("churn-v3", "prod", "ml") | {"AUC": "0.874", "Variant": "AllTraffic:1.0"})
    region.plain("sagemaker", "notebook-instance/embeddings-lab", {"team": "ml", "HF_HOME": "/home/ec2-user/SageMaker", "GIT_PAT": Leak("github_token", "{ghp}")})
    region.plain("sagemaker", "notebook-instance/prices-eda", {"team": "ml", "AWS_ACCESS_KEY_ID": Leak("aws_access_key_id", "{akia}"), "purpose": "EDA"})
    region.function("feature-backfill", {"team": "ml", "since": epoch(), "until": epoch(), "chunk": "500"})
    region.function("transcript-redactor", {"team": "support", "patterns": "ssn|dob|pan", "fallback": "XXX-XX-1234"})
    region.function("slack-digest", {"team": "ml", "url": Leak("slack_webhook", "{slack_webhook}"), "tz": "America/Los_Angeles"})
    region.plain("sqs", "transcripts-in", terraform("transcripts-in", "prod", "support"))
    region.plain("dynamodb", "table/feature-store-online", terraform("feature-store-online", "prod", "ml") | {"entity": "shopper_id (sha256)"})
    region.plain("rds", "cluster:payments-ledger-dr", terraform("payments-ledger-dr", "prod", "payments") | {"GlobalCluster": "payments-ledger", "RPO": "1s"})
    region.plain("rds", "db:mlflow", {"Name": "mlflow", "uri": "postgresql://mlflow:${DB_PASSWORD}@mlflow.usw2.internal/mlflow", "team": "ml"})
    region.plain("states", "stateMachine:NightlyTraining", cdk("Training", "us-west-2", "StateMachine", {"Team": "ml"}))
    region.stack("Training", {"Team": "ml", "Release": "2024.06.0"})
    region.plain("glue", "job/transcripts_ingest", {"team": "support", "errors": "row 1187 bad phone, row 2044 bad zip", "DPU": "4"})
    region.log_group("/aws/sagemaker/Endpoints/churn-v3", {"Retention": "30", "Team": "ml"})
    region.key(terraform("alias/ml-artifacts", "prod", "ml"))
    region.secret("ml/huggingface/token", {"Environment": "prod", "scope": "read", "team": "ml"})
    region.plain("elasticloadbalancing", f"loadbalancer/app/mlflow/{hexa(16)}", terraform("mlflow", "prod", "ml"))
    region.plain("ecs", "service/ml/label-studio", {"team": "ml", "version": "1.12.1", "port": "8080"})
    return region


def tokyo():
    region = Region("ap-northeast-1")
    region.ec2("vpc", terraform("platform-prod-apne1", "prod", "platform", "terraform-aws-vpc") | {"CIDR": "10.80.0.0/16"})
    region.ec2("instance", {"Name": "edge-cache-tyo-1", "Environment": "prod", "部署": "インフラ", "Rack": "TY4-07-31"})
    region.ec2("instance", {"Name": "edge-cache-tyo-2", "Environment": "prod", "部署": "インフラ", "担当": mailbox("infra-jp@acme-corp.io")})
    region.ec2("instance", {"Name": "pos-gateway", "Environment": "prod", "Owner": email("haruto.kobayashi@acme-corp.io"), "StoreCode": "0301-234567"})
    region.bucket("acme-platform-logs-apne1", terraform("acme-platform-logs-apne1", "prod", "platform"))
    region.plain("dynamodb", "table/pos-sessions", terraform("pos-sessions", "prod", "checkout") | {"yen_rounding": "floor"})
    region.plain("sqs", "pos-journal", terraform("pos-journal", "prod", "checkout"))
    region.plain("sns", "pos-alerts", {"team": "checkout", "sms": phone("+81 3 5843 2210"), "lang": "ja-JP"})
    region.function("pos-journal-parser", {"team": "checkout", "charset": "Shift_JIS", "reiwa": "R6.06.11"})
    region.plain("rds", "db:pos-prod", terraform("pos-prod", "prod", "checkout") | {"EngineVersion": "8.0.36"})
    region.log_group("/aws/lambda/pos-journal-parser", {"Retention": "60"})
    region.key(terraform("alias/pos", "prod", "checkout"))
    region.stack("PosGateway", {"team": "checkout", "Release": "5.0.2"})
    return region


def montreal():
    region = Region("ca-central-1")
    region.ec2("vpc", terraform("sandbox-cac1", "sandbox", "platform") | {"CIDR": "10.90.0.0/20"})
    region.ec2("instance", {"Name": "demo-retail-mtl", "Environment": "sandbox", "Contact": person("Geneviève Tremblay"), "fin": "2024-12-31"})
    region.bucket("acme-sandbox-cac1", {"Environment": "sandbox", "auto-delete": "7d"})
    region.function("hello-world", {"Environment": "sandbox", "note": "born in the cloud 2019-05-01"})
    region.plain("sqs", "sandbox-queue", {"Environment": "sandbox", "Owner": "Cloud Operations"})
    region.log_group("/aws/lambda/hello-world", {"Retention": "1"})
    return region


def sydney():
    """Its resources exist, but reading is denied: what leaks here cannot be found, only named as a hole."""
    region = Region("ap-southeast-2")
    region.ec2("vpc", terraform("platform-prod-apse2", "prod", "platform", "terraform-aws-vpc") | {"CIDR": "10.84.0.0/16"})
    region.ec2("instance", {"Name": "edge-cache-syd-1", "Environment": "prod", "Owner": email("matilda.burke@acme-corp.io")})
    region.ec2("instance", {"Name": "edge-cache-syd-2", "Environment": "prod", "Owner": mailbox("infra-apac@acme-corp.io")})
    region.bucket("acme-platform-logs-apse2", terraform("acme-platform-logs-apse2", "prod", "platform"))
    region.plain("sqs", "afterpay-callbacks", {"team": "payments", "signing_password": Leak("password", "{password}")})
    region.plain("rds", "db:returns-au", terraform("returns-au", "prod", "support") | {"ABN": "published on invoice footer"})
    region.function("auspost-rates", {"team": "shipping", "Runtime": "nodejs20.x"})
    region.log_group("/aws/lambda/auspost-rates", {"Retention": "14"})
    return region


BUILDERS = (frankfurt, london, oregon, tokyo, montreal, sydney)
