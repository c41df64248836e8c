import io
import json
import zipfile


def plant(account):
    functions(account)
    parameters(account)
    secrets(account)
    stacks(account)
    keys(account)
    topics(account)
    events(account)
    machines(account)
    alarms(account)
    logs(account)
    zones(account)
    account.client("sqs").create_queue(QueueName=account.mark("sqs", "Arn"))
    account.client("acm").request_certificate(
        DomainName=f"{account.mark('acm', 'DomainName')}.example.net",
    )


def functions(account):
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("main.py", "def handler(event, context): pass")
    aws = account.client("lambda")
    name = account.mark("lambda", "FunctionName")
    aws.create_function(
        FunctionName=name,
        Runtime="python3.12",
        Role=account.role(),
        Handler="main.handler",
        Code={"ZipFile": code.getvalue()},
        Description=account.mark("lambda", "Description"),
        Environment={"Variables": {"DB_PASSWORD": account.mark("lambda", "Environment.Variables.DB_PASSWORD")}},
        Publish=True,
    )
    aws.create_alias(FunctionName=name, Name=account.mark("lambda", "Name"), FunctionVersion="$LATEST", Description=account.mark("lambda", "Description"))
    aws.publish_layer_version(
        LayerName=account.mark("lambda", "LayerName"),
        Description=account.mark("lambda", "LatestMatchingVersion.Description"),
        Content={"ZipFile": code.getvalue()},
    )
    queue = account.client("sqs").create_queue(QueueName="mapped")["QueueUrl"]
    arn = account.client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    aws.create_event_source_mapping(FunctionName=name, EventSourceArn=arn)


def parameters(account):
    ssm = account.client("ssm")
    ssm.put_parameter(
        Name=f"/app/{account.mark('ssm', 'Name')}",
        Description=account.mark("ssm", "Description"),
        Value=account.mark("ssm", "Value"),
        Type="String",
    )
    ssm.put_parameter(Name="plain-name", Value=account.mark("ssm", "Value"), Type="StringList")
    ssm.put_parameter(Name="/app/safe", Value="never-asked-for", Type="SecureString")
    steps = [{"action": "aws:runShellScript", "name": "a", "inputs": {"runCommand": [account.mark("ssm", "Content.mainSteps[0].inputs.runCommand[0]")]}}]
    ssm.create_document(
        Name=account.mark("ssm", "Name"),
        DocumentType="Command",
        Content=json.dumps({"schemaVersion": "2.2", "description": account.mark("ssm", "Content.description"), "mainSteps": steps}),
    )
    ssm.create_maintenance_window(
        Name=account.mark("ssm", "Name"),
        Description=account.mark("ssm", "Description"),
        Schedule="rate(1 day)",
        Duration=2,
        Cutoff=1,
        AllowUnassociatedTargets=True,
    )
    account.lacks("ssm:ListAssociations", "moto does not implement it")


def secrets(account):
    account.client("secretsmanager").create_secret(
        Name=account.mark("secretsmanager", "Name"),
        Description=account.mark("secretsmanager", "Description"),
        SecretString="never-asked-for",
        Tags=[{"Key": "Owner", "Value": account.mark("secretsmanager", "Tags.Owner")}],
    )


def stacks(account):
    formation = account.client("cloudformation")
    template = {
        "Description": account.mark("cloudformation", "Description"),
        "Parameters": {"Owner": {"Type": "String"}},
        "Resources": {"Q": {"Type": "AWS::SQS::Queue"}},
        "Outputs": {"Contact": {"Value": account.mark("cloudformation", "Outputs.Contact"), "Export": {"Name": account.mark("cloudformation", "Name")}}},
    }
    formation.create_stack(
        StackName=account.mark("cloudformation", "StackName"),
        TemplateBody=json.dumps(template),
        Parameters=[{"ParameterKey": "Owner", "ParameterValue": account.mark("cloudformation", "Parameters.Owner")}],
        Tags=[{"Key": "Note", "Value": account.mark("cloudformation", "Tags.Note")}],
    )
    template = {"Parameters": {"Owner": {"Type": "String"}}, "Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}
    formation.create_stack_set(
        StackSetName=account.mark("cloudformation", "StackSetName"),
        Description=account.mark("cloudformation", "Description"),
        TemplateBody=json.dumps(template),
        Parameters=[{"ParameterKey": "Owner", "ParameterValue": account.mark("cloudformation", "Parameters.Owner")}],
    )


def keys(account):
    kms = account.client("kms")
    key = kms.create_key(Description=account.mark("kms", "Description"))["KeyMetadata"]["KeyId"]
    kms.create_alias(AliasName=f"alias/{account.mark('kms', 'AliasName')}", TargetKeyId=key)


def topics(account):
    sns = account.client("sns")
    topic = sns.create_topic(Name=account.mark("sns", "Arn"), Attributes={"DisplayName": account.mark("sns", "Attributes.DisplayName")})["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="email", Endpoint=f"{account.mark('sns', 'Endpoint')}@example.net")
    sns.create_platform_application(Name=account.mark("sns", "Arn"), Platform="GCM", Attributes={"PlatformCredential": "x"})


def events(account):
    events = account.client("events")
    bus = account.mark("events", "Name")
    events.create_event_bus(Name=bus)
    for name in ["default", bus]:
        rule = account.mark("events", "Name")
        pattern = {"detail": {"owner": [account.mark("events", "EventPattern.detail.owner[0]")]}}
        events.put_rule(Name=rule, EventBusName=name, Description=account.mark("events", "Description"), EventPattern=json.dumps(pattern))
        target = {"Id": "1", "Arn": f"arn:aws:sqs:{account.region}:123456789012:q", "Input": json.dumps({"contact": account.mark("events", "Input.contact")})}
        events.put_targets(Rule=rule, EventBusName=name, Targets=[target])
    connection = events.create_connection(
        Name=account.mark("events", "Name"),
        Description=account.mark("events", "Description"),
        AuthorizationType="BASIC",
        AuthParameters={"BasicAuthParameters": {"Username": account.mark("events", "AuthParameters.BasicAuthParameters.Username"), "Password": "x"}},
    )["ConnectionArn"]
    events.create_api_destination(
        Name=account.mark("events", "Name"),
        ConnectionArn=connection,
        InvocationEndpoint=f"https://{account.mark('events', 'InvocationEndpoint')}.example.net",
        HttpMethod="POST",
    )
    events.create_archive(ArchiveName=account.mark("events", "ArchiveName"), EventSourceArn=f"arn:aws:events:{account.region}:123456789012:event-bus/default")


def machines(account):
    states = account.client("stepfunctions")
    definition = {"Comment": account.mark("states", "definition.Comment"), "StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}
    states.create_state_machine(name=account.mark("states", "name"), definition=json.dumps(definition), roleArn=account.role())
    states.create_activity(name=account.mark("states", "name"))


def alarms(account):
    cloudwatch = account.client("cloudwatch")
    cloudwatch.put_metric_alarm(
        AlarmName=account.mark("cloudwatch", "AlarmName"),
        AlarmDescription=account.mark("cloudwatch", "AlarmDescription"),
        Namespace="x",
        MetricName="y",
        Dimensions=[{"Name": "Customer", "Value": account.mark("cloudwatch", "Dimensions.Customer")}],
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanThreshold",
    )
    body = {"widgets": [{"type": "text", "properties": {"markdown": account.mark("cloudwatch", "DashboardBody.widgets[0].properties.markdown")}}]}
    cloudwatch.put_dashboard(DashboardName=account.mark("cloudwatch", "DashboardName"), DashboardBody=json.dumps(body))


def logs(account):
    logs = account.client("logs")
    group = account.mark("logs", "logGroupName")
    logs.create_log_group(logGroupName=group)
    logs.put_metric_filter(
        logGroupName=group,
        filterName=account.mark("logs", "filterName"),
        filterPattern=account.mark("logs", "filterPattern"),
        metricTransformations=[{"metricName": "a", "metricNamespace": "b", "metricValue": "1"}],
    )
    policy = {"Version": "2012-10-17", "Statement": [{"Sid": account.mark("logs", "policyDocument.Statement[0].Sid"), "Effect": "Allow"}]}
    logs.put_resource_policy(policyName=account.mark("logs", "policyName"), policyDocument=json.dumps(policy))
    stream = f"arn:aws:kinesis:{account.region}:123456789012:stream/x"
    logs.put_destination(destinationName=account.mark("logs", "destinationName"), targetArn=stream, roleArn=account.role())
    aws = account.client("lambda").list_functions()["Functions"][0]["FunctionArn"]
    logs.put_subscription_filter(logGroupName=group, filterName=account.mark("logs", "filterName"), filterPattern=account.mark("logs", "filterPattern"), destinationArn=aws)
    account.lacks("logs:DescribeQueryDefinitions", "moto does not implement it")


def zones(account):
    route53 = account.client("route53")
    zone = route53.create_hosted_zone(
        Name="example.net", CallerReference="1", HostedZoneConfig={"Comment": account.mark("route53", "Config.Comment")}
    )["HostedZone"]["Id"]
    record = {
        "Name": f"{account.mark('route53', 'Name')}.example.net",
        "Type": "TXT",
        "TTL": 60,
        "ResourceRecords": [{"Value": f'"{account.mark("route53", "ResourceRecords.ResourceRecord.Value")}"'}],
    }
    route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]})
    route53.create_health_check(
        CallerReference=account.mark("route53", "CallerReference"),
        HealthCheckConfig={"Type": "HTTP", "FullyQualifiedDomainName": f"{account.mark('route53', 'HealthCheckConfig.FullyQualifiedDomainName')}.example.net", "ResourcePath": "/"},
    )
