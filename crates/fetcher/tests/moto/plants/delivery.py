import json


def plant(account):
    rest_apis(account)
    http_apis(account)
    builds(account)
    pools(account)
    graphql(account)
    identity_center(account)
    balancers(account)
    distributions(account)
    clusters(account)
    trails(account)


def rest_apis(account):
    gateway = account.client("apigateway")
    api = gateway.create_rest_api(
        name=account.mark("apigateway", "name"), description=account.mark("apigateway", "description"), tags={"Owner": account.mark("apigateway", "Tags.Owner")}
    )["id"]
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    gateway.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    gateway.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type="MOCK")
    deployment = gateway.create_deployment(restApiId=api)["id"]
    gateway.create_stage(
        restApiId=api,
        stageName="prod",
        deploymentId=deployment,
        description=account.mark("apigateway", "description"),
        variables={"token": account.mark("apigateway", "variables.token")},
    )
    gateway.create_model(restApiId=api, name="m", description=account.mark("apigateway", "description"), contentType="application/json", schema="{}")
    gateway.create_api_key(name=account.mark("apigateway", "name"), description=account.mark("apigateway", "description"))
    gateway.create_usage_plan(name=account.mark("apigateway", "name"), description=account.mark("apigateway", "description"))
    gateway.create_domain_name(domainName=f"{account.mark('apigateway', 'domainName')}.example.net", certificateName="c")


def http_apis(account):
    gateway = account.client("apigatewayv2")
    api = gateway.create_api(Name=account.mark("apigatewayv2", "name"), ProtocolType="HTTP", Description=account.mark("apigatewayv2", "description"))["ApiId"]
    gateway.create_stage(ApiId=api, StageName="prod", Description=account.mark("apigatewayv2", "description"), StageVariables={"owner": account.mark("apigatewayv2", "stageVariables.owner")})
    gateway.create_integration(ApiId=api, IntegrationType="HTTP_PROXY", Description=account.mark("apigatewayv2", "description"), IntegrationUri="https://example.net")


def builds(account):
    account.client("codebuild").create_project(
        name=account.mark("codebuild", "name"),
        description=account.mark("codebuild", "description"),
        source={"type": "GITHUB", "location": "https://github.com/x/y", "buildspec": account.mark("codebuild", "source.buildspec")},
        artifacts={"type": "NO_ARTIFACTS"},
        environment={
            "type": "LINUX_CONTAINER",
            "image": "x",
            "computeType": "BUILD_GENERAL1_SMALL",
            "environmentVariables": [{"name": "TOKEN", "value": account.mark("codebuild", "environment.environmentVariables.TOKEN")}],
        },
        serviceRole=account.role(),
    )
    stage = lambda name, actions: {"name": name, "actions": actions}
    action = lambda name, category, configuration: {
        "name": name,
        "actionTypeId": {"category": category, "owner": "AWS", "provider": "S3", "version": "1"},
        "configuration": configuration,
    }
    account.client("codepipeline").create_pipeline(
        pipeline={
            "name": account.mark("codepipeline", "name"),
            "roleArn": account.role(),
            "artifactStore": {"type": "S3", "location": "artifacts"},
            "stages": [
                stage("Source", [action("a", "Source", {"S3Bucket": "x", "OAuthToken": account.mark("codepipeline", "stages[0].actions[0].configuration.OAuthToken")})]),
                stage("Deploy", [action("b", "Deploy", {"BucketName": "x"})]),
            ],
        }
    )


def pools(account):
    cognito = account.client("cognito-idp")
    pool = cognito.create_user_pool(
        PoolName=account.mark("cognito-idp", "Name"),
        EmailVerificationSubject=account.mark("cognito-idp", "EmailVerificationSubject"),
        UserPoolTags={"Owner": account.mark("cognito-idp", "Tags.Owner")},
    )["UserPool"]["Id"]
    cognito.create_user_pool_client(UserPoolId=pool, ClientName=account.mark("cognito-idp", "ClientName"))
    cognito.create_group(UserPoolId=pool, GroupName=account.mark("cognito-idp", "GroupName"), Description=account.mark("cognito-idp", "Description"))
    cognito.admin_create_user(
        UserPoolId=pool,
        Username=account.mark("cognito-idp", "Username"),
        UserAttributes=[{"Name": "email", "Value": f"{account.mark('cognito-idp', 'Attributes.email')}@example.net"}],
    )


def graphql(account):
    appsync = account.client("appsync")
    api = appsync.create_graphql_api(name=account.mark("appsync", "name"), authenticationType="API_KEY", tags={"Owner": account.mark("appsync", "Tags.Owner")})["graphqlApi"]["apiId"]
    for call in ["ListDataSources", "GetGraphqlApiEnvironmentVariables"]:
        account.lacks(f"appsync:{call}", "moto does not implement it")
    appsync.create_api_key(apiId=api, description=account.mark("appsync", "description"))


def identity_center(account):
    admin = account.client("sso-admin")
    instance = admin.list_instances()["Instances"][0]
    permissions = admin.create_permission_set(
        InstanceArn=instance["InstanceArn"], Name=account.mark("sso", "Name"), Description=account.mark("sso", "Description")
    )["PermissionSet"]["PermissionSetArn"]
    policy = {"Version": "2012-10-17", "Statement": [{"Sid": account.mark("sso", "InlinePolicy.Statement[0].Sid"), "Effect": "Allow", "Action": "*", "Resource": "*"}]}
    admin.put_inline_policy_to_permission_set(InstanceArn=instance["InstanceArn"], PermissionSetArn=permissions, InlinePolicy=json.dumps(policy))
    store = account.client("identitystore")
    store.create_user(
        IdentityStoreId=instance["IdentityStoreId"],
        UserName=account.mark("identitystore", "UserName"),
        DisplayName=account.mark("identitystore", "DisplayName"),
        Name={"GivenName": account.mark("identitystore", "Name.GivenName"), "FamilyName": account.mark("identitystore", "Name.FamilyName")},
        Emails=[{"Value": f"{account.mark('identitystore', 'Emails[0].Value')}@example.net", "Primary": True}],
    )
    store.create_group(
        IdentityStoreId=instance["IdentityStoreId"],
        DisplayName=account.mark("identitystore", "DisplayName"),
        Description=account.mark("identitystore", "Description"),
    )


def balancers(account):
    elb = account.client("elbv2")
    subnets = account.subnets()
    network = account.client("ec2").describe_subnets(SubnetIds=subnets)["Subnets"][0]["VpcId"]
    name = account.mark("elasticloadbalancing", "LoadBalancerName")
    balancer = elb.create_load_balancer(Name=name, Subnets=subnets)["LoadBalancers"][0]["LoadBalancerArn"]
    target = elb.create_target_group(Name=account.mark("elasticloadbalancing", "TargetGroupName"), Protocol="HTTP", Port=80, VpcId=network)["TargetGroups"][0]["TargetGroupArn"]
    response = {"StatusCode": "200", "ContentType": "text/plain", "MessageBody": account.mark("elasticloadbalancing", "DefaultActions[0].FixedResponseConfig.MessageBody")}
    listener = elb.create_listener(
        LoadBalancerArn=balancer, Protocol="HTTP", Port=80, DefaultActions=[{"Type": "fixed-response", "FixedResponseConfig": response}]
    )["Listeners"][0]["ListenerArn"]
    elb.create_rule(
        ListenerArn=listener,
        Priority=1,
        Conditions=[{"Field": "path-pattern", "Values": [f"/{account.mark('elasticloadbalancing', 'Conditions[0].Values[0]')}"]}],
        Actions=[{"Type": "forward", "TargetGroupArn": target}],
    )


def distributions(account):
    origin = {
        "Id": "o",
        "DomainName": "x.example.net",
        "CustomHeaders": {"Quantity": 1, "Items": [{"HeaderName": "X-Key", "HeaderValue": account.mark("cloudfront", "Origins.Items.Origin.CustomHeaders.Items.OriginCustomHeader.X-Key")}]},
        "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"},
    }
    account.client("cloudfront").create_distribution(
        DistributionConfig={
            "CallerReference": "1",
            "Comment": account.mark("cloudfront", "Comment"),
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": {"TargetOriginId": "o", "ViewerProtocolPolicy": "https-only", "MinTTL": 0, "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}}},
        }
    )


def clusters(account):
    eks = account.client("eks")
    name = account.mark("eks", "Arn")
    eks.create_cluster(name=name, roleArn=account.role(), resourcesVpcConfig={}, tags={"Owner": account.mark("eks", "Tags.Owner")})
    eks.create_nodegroup(
        clusterName=name,
        nodegroupName=account.mark("eks", "nodegroupName"),
        nodeRole=account.role(),
        subnets=["subnet-1"],
        labels={"owner": account.mark("eks", "labels.owner")},
    )


def trails(account):
    account.client("s3").create_bucket(Bucket="trail", CreateBucketConfiguration={"LocationConstraint": account.region})
    account.client("cloudtrail").create_trail(Name=account.mark("cloudtrail", "Name"), S3BucketName="trail", S3KeyPrefix=account.mark("cloudtrail", "S3KeyPrefix"))
