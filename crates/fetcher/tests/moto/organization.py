"""Makes an organization with accounts in units, and a queue with a mark in each account; prints them as JSON.

usage: organization.py ENDPOINT REGION
"""

import json
import sys

import boto3


def client(service, endpoint, region, keys=None):
    keys = keys or {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    return boto3.client(service, region_name=region, endpoint_url=endpoint, **keys)


def enter(endpoint, region, account):
    sts = client("sts", endpoint, region)
    role = f"arn:aws:iam::{account}:role/audit"
    answer = sts.assume_role(RoleArn=role, RoleSessionName="plant")["Credentials"]
    return {
        "aws_access_key_id": answer["AccessKeyId"],
        "aws_secret_access_key": answer["SecretAccessKey"],
        "aws_session_token": answer["SessionToken"],
    }


def main(endpoint, region):
    organizations = client("organizations", endpoint, region)
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]
    units = {}
    for path in ["Prod", "Prod/EU", "Sandbox"]:
        parent = units.get(path.rpartition("/")[0], root)
        unit = organizations.create_organizational_unit(ParentId=parent, Name=path.rpartition("/")[2])
        units[path] = unit["OrganizationalUnit"]["Id"]
    accounts = []
    for index, (path, stage) in enumerate([("Prod", "prod"), ("Prod/EU", "prod"), ("Sandbox", "test"), ("", "test")]):
        name, email = f"mark-name-{index}", f"mark-{index}@example.net"
        status = organizations.create_account(
            AccountName=name, Email=email, Tags=[{"Key": "Stage", "Value": stage}, {"Key": "Note", "Value": f"mark-tag-{index}"}]
        )["CreateAccountStatus"]
        account = status["AccountId"]
        if path:
            organizations.move_account(AccountId=account, SourceParentId=root, DestinationParentId=units[path])
        queue = f"mark-queue-{index}"
        client("sqs", endpoint, region, enter(endpoint, region, account)).create_queue(QueueName=queue)
        accounts.append({"id": account, "unit": path, "name": name, "email": email, "tag": f"mark-tag-{index}", "queue": queue})
    json.dump(accounts, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
