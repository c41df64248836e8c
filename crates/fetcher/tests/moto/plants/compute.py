import base64
import gzip
import json


def plant(account):
    instances(account)
    network(account)
    templates(account)
    groups(account)
    containers(account)
    batch(account)
    account.lacks("ec2:DescribePlacementGroups", "moto does not implement it")


def encoded(text):
    return base64.b64encode(text.encode()).decode()


def instances(account):
    ec2 = account.client("ec2")
    key = account.mark("ec2", "keyName")
    ec2.create_key_pair(KeyName=key)
    image = ec2.describe_images()["Images"][0]["ImageId"]
    packed = base64.b64encode(gzip.compress(f"export DB={account.mark('ec2', 'userData.value')}".encode())).decode()
    for user_data in [f"#!/bin/sh\nexport TOKEN={account.mark('ec2', 'userData.value')}\n", None]:
        tags = [{"Key": "Owner", "Value": account.mark("ec2", "Tags.Owner")}]
        instance = ec2.run_instances(
            ImageId=image,
            MinCount=1,
            MaxCount=1,
            KeyName=key,
            UserData=user_data or "",
            TagSpecifications=[{"ResourceType": "instance", "Tags": tags}],
        )["Instances"][0]["InstanceId"]
        if user_data is None:
            ec2.modify_instance_attribute(InstanceId=instance, UserData={"Value": packed})
    volume = ec2.create_volume(AvailabilityZone=f"{account.region}a", Size=1)["VolumeId"]
    ec2.create_tags(Resources=[volume], Tags=[{"Key": "Note", "Value": account.mark("ec2", "Tags.Note")}])
    ec2.create_snapshot(VolumeId=volume, Description=account.mark("ec2", "description"))
    ec2.create_image(InstanceId=instance, Name=account.mark("ec2", "name"), Description=account.mark("ec2", "description"))


def network(account):
    ec2 = account.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(
        GroupName=account.mark("ec2", "groupName"), Description=account.mark("ec2", "groupDescription"), VpcId=vpc
    )["GroupId"]
    rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
    for direction, authorize in [
        ("ipPermissions", ec2.authorize_security_group_ingress),
        ("ipPermissionsEgress", ec2.authorize_security_group_egress),
    ]:
        # One rule allows all that goes out already.
        ranges = account.mark("ec2", None)
        authorize(GroupId=group, IpPermissions=[rule | {"IpRanges": [{"CidrIp": "10.0.0.0/8", "Description": ranges}]}])
        six = account.mark("ec2", None)
        authorize(GroupId=group, IpPermissions=[rule | {"FromPort": 23, "ToPort": 23, "Ipv6Ranges": [{"CidrIpv6": "::/0", "Description": six}]}])
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.1.1.0/24")["Subnet"]["SubnetId"]
    ec2.create_network_interface(SubnetId=subnet, Description=account.mark("ec2", "description"))
    secret = account.mark("ec2", "policyDocument.Statement[0].Sid")
    policy = {"Version": "2012-10-17", "Statement": [{"Sid": secret, "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
    ec2.create_vpc_endpoint(VpcId=vpc, ServiceName=f"com.amazonaws.{account.region}.s3", PolicyDocument=json.dumps(policy))
    ec2.create_transit_gateway(Description=account.mark("ec2", "description"))
    ec2.create_managed_prefix_list(PrefixListName=account.mark("ec2", "prefixListName"), MaxEntries=2, AddressFamily="IPv4")
    for resource in [vpc, subnet, *links(account, vpc, subnet)]:
        ec2.create_tags(Resources=[resource], Tags=[{"Key": "Note", "Value": account.mark("ec2", "Tags.Note")}])


def links(account, vpc, subnet):
    """What joins networks; all that customers write there are tags, mostly."""
    ec2 = account.client("ec2")
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    other = ec2.create_vpc(CidrBlock="10.2.0.0/16")["Vpc"]["VpcId"]
    customer = ec2.create_customer_gateway(
        BgpAsn=65000, PublicIp="203.0.113.9", Type="ipsec.1"
    )["CustomerGateway"]["CustomerGatewayId"]
    private = ec2.create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
    options = [{"Key": "domain-name", "Values": [account.mark("ec2", "dhcpConfigurationSet.domain-name[0].value")]}]
    group = account.mark("ec2", "logGroupName")
    account.client("logs").create_log_group(logGroupName=group)
    ec2.create_flow_logs(
        ResourceIds=[vpc], ResourceType="VPC", TrafficType="ALL", LogGroupName=group, DeliverLogsPermissionArn=account.role()
    )
    balancer = account.client("elbv2").create_load_balancer(Name="inner", Type="network", Subnets=[subnet])
    service = ec2.create_vpc_endpoint_service_configuration(
        NetworkLoadBalancerArns=[balancer["LoadBalancers"][0]["LoadBalancerArn"]],
        PrivateDnsName=f"{account.mark('ec2', 'privateDnsName')}.example.net",
    )["ServiceConfiguration"]["ServiceId"]
    return [
        gateway,
        address,
        service,
        customer,
        ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"],
        ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"],
        ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address)["NatGateway"]["NatGatewayId"],
        ec2.create_dhcp_options(DhcpConfigurations=options)["DhcpOptions"]["DhcpOptionsId"],
        ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=other)["VpcPeeringConnection"]["VpcPeeringConnectionId"],
        ec2.create_vpn_connection(CustomerGatewayId=customer, VpnGatewayId=private, Type="ipsec.1")["VpnConnection"]["VpnConnectionId"],
    ]


def templates(account):
    ec2 = account.client("ec2")
    data = encoded(f"token={account.mark('ec2', 'launchTemplateData.userData')}")
    template = ec2.create_launch_template(
        LaunchTemplateName=account.mark("ec2", "launchTemplateName"),
        VersionDescription=account.mark("ec2", "versionDescription"),
        LaunchTemplateData={
            "UserData": data,
            "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "Owner", "Value": account.mark("ec2", "Tags.Owner")}]}],
        },
    )["LaunchTemplate"]["LaunchTemplateId"]
    ec2.create_launch_template_version(
        LaunchTemplateId=template,
        VersionDescription=account.mark("ec2", "versionDescription"),
        LaunchTemplateData={"UserData": data},
    )


def groups(account):
    scaling = account.client("autoscaling")
    image = account.client("ec2").describe_images()["Images"][0]["ImageId"]
    configuration = account.mark("autoscaling", "LaunchConfigurationName")
    scaling.create_launch_configuration(
        LaunchConfigurationName=configuration,
        ImageId=image,
        InstanceType="t3.micro",
        UserData=f"password={account.mark('autoscaling', 'UserData')}",
    )
    group = account.mark("autoscaling", "AutoScalingGroupName")
    scaling.create_auto_scaling_group(
        AutoScalingGroupName=group,
        LaunchConfigurationName=configuration,
        MinSize=0,
        MaxSize=0,
        AvailabilityZones=[f"{account.region}a"],
        Tags=[{"Key": "Owner", "Value": account.mark("autoscaling", "Tags.Owner"), "PropagateAtLaunch": True}],
    )
    scaling.put_lifecycle_hook(
        AutoScalingGroupName=group,
        LifecycleHookName=account.mark("autoscaling", "LifecycleHookName"),
        LifecycleTransition="autoscaling:EC2_INSTANCE_LAUNCHING",
    )
    scaling.put_scheduled_update_group_action(
        AutoScalingGroupName=group, ScheduledActionName=account.mark("autoscaling", "ScheduledActionName"), MinSize=0
    )
    scaling.put_scaling_policy(AutoScalingGroupName=group, PolicyName=account.mark("autoscaling", "PolicyName"), AdjustmentType="ChangeInCapacity", ScalingAdjustment=1)


def containers(account):
    ecs = account.client("ecs")
    cluster = account.mark("ecs", "Arn")
    ecs.create_cluster(clusterName=cluster)
    at = "taskDefinition.containerDefinitions[0]."
    task = ecs.register_task_definition(
        family=account.mark("ecs", "taskDefinition.family"),
        tags=[{"key": "Owner", "value": account.mark("ecs", "Tags.Owner")}],
        containerDefinitions=[
            {
                "name": "web",
                "image": "web",
                "memory": 64,
                "command": ["serve", account.mark("ecs", at + "command[1]")],
                "environment": [{"name": "DB_PASSWORD", "value": account.mark("ecs", at + "environment.DB_PASSWORD")}],
                "dockerLabels": {"owner": account.mark("ecs", at + "dockerLabels.owner")},
            }
        ],
    )["taskDefinition"]["taskDefinitionArn"]
    ecs.create_service(cluster=cluster, serviceName=account.mark("ecs", "Arn"), taskDefinition=task, desiredCount=0)


def batch(account):
    batch = account.client("batch")
    batch.register_job_definition(
        jobDefinitionName=account.mark("batch", "jobDefinitionName"),
        type="container",
        parameters={"owner": account.mark("batch", "parameters.owner")},
        tags={"Owner": account.mark("batch", "Tags.Owner")},
        containerProperties={
            "image": "web",
            "vcpus": 1,
            "memory": 64,
            "command": [account.mark("batch", "containerProperties.command[0]")],
            "environment": [{"name": "TOKEN", "value": account.mark("batch", "containerProperties.environment.TOKEN")}],
        },
    )
    role = account.role()
    environment = account.mark("batch", "computeEnvironmentName")
    arn = batch.create_compute_environment(computeEnvironmentName=environment, type="UNMANAGED", serviceRole=role)["computeEnvironmentArn"]
    batch.create_job_queue(
        jobQueueName=account.mark("batch", "jobQueueName"),
        state="ENABLED",
        priority=1,
        computeEnvironmentOrder=[{"order": 1, "computeEnvironment": arn}],
    )
