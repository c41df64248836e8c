"""IAM users, groups, roles and policies; a leak may stand in a tag, a name, a description or a statement's id."""

import json

import values
from resources import pairs


def document(action="s3:GetObject", sid="Read"):
    statement = {"Sid": sid, "Effect": "Allow", "Action": action, "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def trust(service):
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


TRUST = trust("ec2.amazonaws.com")


def fill(account):
    iam = account.client("iam", "us-east-1")
    for index in range(8):
        iam.create_user(UserName=f"svc-{values.APPS[index]}", Path="/ci/", Tags=pairs(account.innocent_tags()))
        role = {"RoleName": f"{values.APPS[index]}-role", "AssumeRolePolicyDocument": TRUST}
        iam.create_role(**role, Description="Reads the orders bucket (v1.2.3)", Tags=pairs(account.innocent_tags()))
        policy = {"PolicyName": f"{values.APPS[index]}-read", "PolicyDocument": document()}
        iam.create_policy(**policy, Description="Read access, ticket OPS-4711", Tags=pairs(account.innocent_tags()))
    account.resources += 25
    iam.create_role(RoleName="lambda", AssumeRolePolicyDocument=trust("lambda.amazonaws.com"))
    leaking_tags(account, iam)
    leaking_names(account, iam)
    leaking_descriptions(account, iam)


def leaking_tags(account, iam):
    for index in range(6):
        tags, leak = account.leaking_tags()
        user = iam.create_user(UserName=f"user-{index}", Tags=pairs(tags))
        account.plant(user["User"]["Arn"], leak)
        tags, leak = account.leaking_tags()
        role = iam.create_role(RoleName=f"role-{index}", AssumeRolePolicyDocument=TRUST, Tags=pairs(tags))
        account.plant(role["Role"]["Arn"], leak)
        tags, leak = account.leaking_tags()
        policy = iam.create_policy(PolicyName=f"policy-{index}", PolicyDocument=document(), Tags=pairs(tags))
        account.plant(policy["Policy"]["Arn"], leak)
    account.resources += 18


def leaking_names(account, iam):
    """Most of these names are a part of the ARN as well, which must not be printed either."""
    address = values.email(account.rng)
    user = iam.create_user(UserName=address, Tags=pairs(account.innocent_tags()))
    account.plant(user["User"]["Arn"], {"path": "UserName", "covers": "email", "value": address})
    address = values.email(account.rng)
    user = iam.create_user(UserName="guest", Path=f"/guests/{address}/")
    account.plant(user["User"]["Arn"], {"path": "Path", "covers": "email", "value": address})
    address = values.email(account.rng)
    group = iam.create_group(GroupName=address)
    account.plant(group["Group"]["Arn"], {"path": "GroupName", "covers": "email", "value": address})
    address = values.email(account.rng)
    role = iam.create_role(RoleName="inline", AssumeRolePolicyDocument=TRUST)
    iam.put_role_policy(RoleName="inline", PolicyName=address, PolicyDocument=document())
    account.plant(role["Role"]["Arn"], {"path": "PolicyName", "covers": "email", "value": address})
    key_id = values.aws_key_id(account.rng)
    role = iam.create_role(RoleName=key_id, AssumeRolePolicyDocument=TRUST)
    account.plant(role["Role"]["Arn"], {"path": "RoleName", "covers": "aws_access_key_id", "value": key_id})
    key_id = values.aws_key_id(account.rng)
    policy = iam.create_policy(PolicyName="ids", PolicyDocument=document(sid=key_id))
    leak = {"path": "PolicyDocument.Statement[0].Sid", "covers": "aws_access_key_id", "value": key_id}
    account.plant(policy["Policy"]["Arn"], leak)
    account.resources += 6


def leaking_descriptions(account, iam):
    address, token = values.email(account.rng), values.github_token(account.rng)
    about = {"Description": f"Deploys for {address}, ask before a change"}
    role = iam.create_role(RoleName="deploy", AssumeRolePolicyDocument=TRUST, **about)
    account.plant(role["Role"]["Arn"], {"path": "Description", "covers": "email", "value": address})
    about = {"Description": f"Pushes with {token} until the rotation"}
    policy = iam.create_policy(PolicyName="push", PolicyDocument=document(), **about)
    account.plant(policy["Policy"]["Arn"], {"path": "Description", "covers": "github_token", "value": token})
    account.resources += 2


def tag_reader(account):
    """An access key of a user who may read the tags of all services, but nothing of IAM."""
    iam = account.client("iam", "us-east-1")
    iam.create_user(UserName="tag-reader")
    # The second name is what moto makes of the first: it takes the service from the signature.
    allowed = document(["tag:GetResources", "tagging:GetResources"])
    iam.put_user_policy(UserName="tag-reader", PolicyName="tags", PolicyDocument=allowed)
    key = iam.create_access_key(UserName="tag-reader")["AccessKey"]
    account.resources += 1
    return {"access_key_id": key["AccessKeyId"], "secret_access_key": key["SecretAccessKey"]}
