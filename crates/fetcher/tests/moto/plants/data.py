import json


def plant(account):
    databases(account)
    warehouses(account)
    tables(account)
    buckets(account)
    repositories(account)
    caches(account)
    streams(account)
    catalog(account)


def databases(account):
    rds = account.client("rds")
    subnets = account.subnets()
    rds.create_db_subnet_group(
        DBSubnetGroupName=account.mark("rds", "DBSubnetGroupName"),
        DBSubnetGroupDescription=account.mark("rds", "DBSubnetGroupDescription"),
        SubnetIds=subnets,
    )
    rds.create_db_parameter_group(
        DBParameterGroupName=account.mark("rds", "DBParameterGroupName"),
        DBParameterGroupFamily="mysql8.0",
        Description=account.mark("rds", "Description"),
    )
    rds.create_db_cluster_parameter_group(
        DBClusterParameterGroupName=account.mark("rds", "DBClusterParameterGroupName"),
        DBParameterGroupFamily="aurora-mysql8.0",
        Description=account.mark("rds", "Description"),
    )
    name = account.mark("rds", "DBInstanceIdentifier")
    rds.create_db_instance(
        DBInstanceIdentifier=name,
        DBInstanceClass="db.t3.micro",
        Engine="mysql",
        AllocatedStorage=20,
        DBName=account.mark("rds", "DBName"),
        MasterUsername=account.mark("rds", "MasterUsername"),
        MasterUserPassword="x" * 12,
        Tags=[{"Key": "Owner", "Value": account.mark("rds", "Tags.Owner")}],
    )
    rds.create_db_snapshot(DBInstanceIdentifier=name, DBSnapshotIdentifier=account.mark("rds", "DBSnapshotIdentifier"))
    cluster = account.mark("rds", "DBClusterIdentifier")
    rds.create_db_cluster(
        DBClusterIdentifier=cluster,
        Engine="aurora-mysql",
        MasterUsername=account.mark("rds", "MasterUsername"),
        MasterUserPassword="x" * 12,
        DatabaseName=account.mark("rds", "DatabaseName"),
    )
    rds.create_db_cluster_snapshot(
        DBClusterIdentifier=cluster, DBClusterSnapshotIdentifier=account.mark("rds", "DBClusterSnapshotIdentifier")
    )
    rds.create_global_cluster(GlobalClusterIdentifier=account.mark("rds", "GlobalClusterIdentifier"), Engine="aurora-mysql")
    rds.create_event_subscription(
        SubscriptionName=account.mark("rds", "CustSubscriptionId"), SnsTopicArn=f"arn:aws:sns:{account.region}:123456789012:x"
    )
    rds.create_db_proxy(
        DBProxyName=account.mark("rds", "DBProxyName"),
        EngineFamily="MYSQL",
        Auth=[{"Description": account.mark("rds", "Auth[0].Description"), "AuthScheme": "SECRETS"}],
        RoleArn=account.role(),
        VpcSubnetIds=subnets,
    )
    account.lacks("rds:DescribeOptionGroups", "moto fails on its own groups without options")


def warehouses(account):
    redshift = account.client("redshift")
    name = account.mark("redshift", "ClusterIdentifier")
    redshift.create_cluster(
        ClusterIdentifier=name,
        NodeType="dc2.large",
        DBName=account.mark("redshift", "DBName"),
        MasterUsername=account.mark("redshift", "MasterUsername"),
        MasterUserPassword="xX1" * 4,
        Tags=[{"Key": "Owner", "Value": account.mark("redshift", "Tags.Owner")}],
    )
    redshift.create_cluster_parameter_group(
        ParameterGroupName=account.mark("redshift", "ParameterGroupName"),
        ParameterGroupFamily="redshift-1.0",
        Description=account.mark("redshift", "Description"),
    )
    subnets = account.subnets()
    redshift.create_cluster_subnet_group(
        ClusterSubnetGroupName=account.mark("redshift", "ClusterSubnetGroupName"),
        Description=account.mark("redshift", "Description"),
        SubnetIds=subnets[:1],
    )
    redshift.create_cluster_snapshot(SnapshotIdentifier=account.mark("redshift", "SnapshotIdentifier"), ClusterIdentifier=name)


def tables(account):
    account.client("dynamodb").create_table(
        TableName=account.mark("dynamodb", "Arn"),
        AttributeDefinitions=[{"AttributeName": (name := account.mark("dynamodb", None)), "AttributeType": "S"}],
        KeySchema=[{"AttributeName": name, "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
    )


def buckets(account):
    s3 = account.client("s3")
    name = account.mark("s3", "Name")
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": account.region})
    s3.put_object(Bucket=name, Key=f"exports/{account.mark('s3', 'Key')}.csv", Body=b"")


def repositories(account):
    ecr = account.client("ecr")
    name = account.mark("ecr", "repositoryName")
    ecr.create_repository(repositoryName=name)
    policy = {"Version": "2012-10-17", "Statement": [{"Sid": account.mark("ecr", "policyText.Statement[0].Sid"), "Effect": "Allow", "Principal": "*", "Action": "ecr:ListImages"}]}
    ecr.set_repository_policy(repositoryName=name, policyText=json.dumps(policy))
    rule = {
        "rulePriority": 1,
        "description": account.mark("ecr", "lifecyclePolicyText.rules[0].description"),
        "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 1},
        "action": {"type": "expire"},
    }
    ecr.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=json.dumps({"rules": [rule]}))


def caches(account):
    cache = account.client("elasticache")
    cache.create_cache_cluster(CacheClusterId=account.mark("elasticache", "CacheClusterId"), Engine="redis", NumCacheNodes=1, CacheNodeType="cache.t3.micro")
    cache.create_replication_group(
        ReplicationGroupId=account.mark("elasticache", "ReplicationGroupId"),
        ReplicationGroupDescription=account.mark("elasticache", "Description"),
    )
    subnets = account.subnets()
    cache.create_cache_subnet_group(
        CacheSubnetGroupName=account.mark("elasticache", "CacheSubnetGroupName"),
        CacheSubnetGroupDescription=account.mark("elasticache", "CacheSubnetGroupDescription"),
        SubnetIds=subnets,
    )


def streams(account):
    account.client("kinesis").create_stream(StreamName=account.mark("kinesis", "Arn"), ShardCount=1)
    account.client("firehose").create_delivery_stream(
        DeliveryStreamName=account.mark("firehose", "Arn"),
        S3DestinationConfiguration={"RoleARN": account.role(), "BucketARN": "arn:aws:s3:::x"},
    )


def catalog(account):
    glue = account.client("glue")
    database = account.mark("glue", "Name")
    glue.create_database(DatabaseInput={"Name": database, "Description": account.mark("glue", "Description")})
    table = {
        "Name": account.mark("glue", "Name"),
        "Description": account.mark("glue", "Description"),
        "Parameters": {"contact": account.mark("glue", "Parameters.contact")},
        "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "string", "Comment": account.mark("glue", "StorageDescriptor.Columns[0].Comment")}]},
    }
    glue.create_table(DatabaseName=database, TableInput=table)
    glue.create_job(
        Name=account.mark("glue", "Name"),
        Description=account.mark("glue", "Description"),
        Role=account.role(),
        Command={"Name": "glueetl", "ScriptLocation": "s3://x/y"},
        DefaultArguments={"--password": account.mark("glue", "DefaultArguments.--password")},
    )
    glue.create_connection(
        ConnectionInput={
            "Name": account.mark("glue", "Name"),
            "Description": account.mark("glue", "Description"),
            "ConnectionType": "JDBC",
            "ConnectionProperties": {"JDBC_CONNECTION_URL": account.mark("glue", "ConnectionProperties.JDBC_CONNECTION_URL")},
        }
    )
    glue.create_crawler(
        Name=account.mark("glue", "Name"),
        Role=account.role(),
        Description=account.mark("glue", "Description"),
        Targets={"S3Targets": [{"Path": "s3://x"}]},
    )
    glue.create_trigger(Name=account.mark("glue", "Name"), Type="ON_DEMAND", Description=account.mark("glue", "Description"), Actions=[{"JobName": "x"}])
