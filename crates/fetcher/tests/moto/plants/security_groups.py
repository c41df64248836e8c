def plant(account):
    ec2 = account.client("ec2")
    group = ec2.create_security_group(
        GroupName=account.mark("ec2", "groupName"), Description=account.mark("ec2", "groupDescription")
    )
    ec2.create_tags(Resources=[group["GroupId"]], Tags=[{"Key": "Owner", "Value": account.mark("ec2", "Tags.Owner")}])
