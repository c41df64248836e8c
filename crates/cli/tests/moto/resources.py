"""How to create one tagged resource of a service; each function gives the ARN.

Services are those whose resources moto's Resource Groups Tagging API lists.
"""

import io
import zipfile

ACCOUNT = "123456789012"


def pairs(tags, key="Key", value="Value"):
    return [{key: name, value: text} for name, text in tags.items()]


def ec2_volume(client, name, tags):
    region = client.meta.region_name
    specification = [{"ResourceType": "volume", "Tags": pairs(tags)}]
    volume = client.create_volume(AvailabilityZone=region + "a", Size=8, TagSpecifications=specification)
    return f"arn:aws:ec2:{region}:{ACCOUNT}:volume/{volume['VolumeId']}"


def ec2_security_group(client, name, tags):
    specification = [{"ResourceType": "security-group", "Tags": pairs(tags)}]
    group = client.create_security_group(GroupName=name, Description="web tier", TagSpecifications=specification)
    return f"arn:aws:ec2:{client.meta.region_name}:{ACCOUNT}:security-group/{group['GroupId']}"


def s3_bucket(client, name, tags):
    bucket = f"{client.meta.region_name}-{name}"
    client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": client.meta.region_name})
    client.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": pairs(tags)})
    return f"arn:aws:s3:::{bucket}"


def sqs_queue(client, name, tags):
    client.create_queue(QueueName=name, tags=tags)
    return f"arn:aws:sqs:{client.meta.region_name}:{ACCOUNT}:{name}"


def sns_topic(client, name, tags):
    return client.create_topic(Name=name, Tags=pairs(tags))["TopicArn"]


def dynamodb_table(client, name, tags):
    table = client.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        Tags=pairs(tags),
    )
    return table["TableDescription"]["TableArn"]


def lambda_function(client, name, tags):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as code:
        code.writestr("main.py", "def handler(event, context): pass")
    function = client.create_function(
        FunctionName=name,
        Runtime="python3.12",
        Role=f"arn:aws:iam::{ACCOUNT}:role/lambda",
        Handler="main.handler",
        Code={"ZipFile": archive.getvalue()},
        Tags=tags,
    )
    return function["FunctionArn"]


def kms_key(client, name, tags):
    key = client.create_key(Description=name, Tags=pairs(tags, "TagKey", "TagValue"))
    return key["KeyMetadata"]["Arn"]


def logs_group(client, name, tags):
    client.create_log_group(logGroupName=f"/app/{name}", tags=tags)
    return f"arn:aws:logs:{client.meta.region_name}:{ACCOUNT}:log-group:/app/{name}"


def secret(client, name, tags):
    return client.create_secret(Name=name, SecretString="{}", Tags=pairs(tags))["ARN"]


def ssm_parameter(client, name, tags):
    client.put_parameter(Name=f"/app/{name}", Value="on", Type="String", Tags=pairs(tags))
    return f"arn:aws:ssm:{client.meta.region_name}:{ACCOUNT}:parameter/app/{name}"


def ecs_cluster(client, name, tags):
    return client.create_cluster(clusterName=name, tags=pairs(tags, "key", "value"))["cluster"]["clusterArn"]


def rds_instance(client, name, tags):
    instance = client.create_db_instance(
        DBInstanceIdentifier=name,
        DBInstanceClass="db.t3.micro",
        Engine="postgres",
        AllocatedStorage=20,
        MasterUsername="postgres",
        ManageMasterUserPassword=True,
        Tags=pairs(tags),
    )
    return instance["DBInstance"]["DBInstanceArn"]


def event_bus(client, name, tags):
    return client.create_event_bus(Name=name, Tags=pairs(tags))["EventBusArn"]


def cloudwatch_alarm(client, name, tags):
    client.put_metric_alarm(
        AlarmName=name,
        MetricName="Errors",
        Namespace="app",
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanThreshold",
        Tags=pairs(tags),
    )
    return f"arn:aws:cloudwatch:{client.meta.region_name}:{ACCOUNT}:alarm:{name}"


def efs_file_system(client, name, tags):
    return client.create_file_system(CreationToken=name, Tags=pairs(tags))["FileSystemArn"]


def target_group(client, name, tags):
    group = client.create_target_group(Name=name, TargetType="lambda", Tags=pairs(tags))
    return group["TargetGroups"][0]["TargetGroupArn"]


def athena_workgroup(client, name, tags):
    client.create_work_group(Name=name, Tags=pairs(tags))
    return f"arn:aws:athena:{client.meta.region_name}:{ACCOUNT}:workgroup/{name}"


def certificate(client, name, tags):
    return client.request_certificate(DomainName=f"{name}.acme-corp.com", Tags=pairs(tags))["CertificateArn"]


# Client, function, and how many resources beside those with a leak. Queues fill more than one page of 100.
RESOURCES = [
    ("sqs", sqs_queue, 105),
    ("ec2", ec2_volume, 12),
    ("ec2", ec2_security_group, 6),
    ("s3", s3_bucket, 6),
    ("sns", sns_topic, 8),
    ("dynamodb", dynamodb_table, 4),
    ("lambda", lambda_function, 3),
    ("kms", kms_key, 3),
    ("logs", logs_group, 6),
    ("secretsmanager", secret, 4),
    ("ssm", ssm_parameter, 6),
    ("ecs", ecs_cluster, 3),
    ("rds", rds_instance, 2),
    ("events", event_bus, 2),
    ("cloudwatch", cloudwatch_alarm, 4),
    ("efs", efs_file_system, 2),
    ("elbv2", target_group, 2),
    ("athena", athena_workgroup, 2),
    ("acm", certificate, 2),
]
