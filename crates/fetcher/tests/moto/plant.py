"""Makes resources with a mark in every text that a row reads, and prints the marks as JSON.

usage: plant.py ENDPOINT REGION

Each file in plants/ fills the services that it is about: a function `plant(account)`.
"""

import importlib
import json
import pathlib
import sys

import boto3
from botocore.config import Config


class Account:
    """Clients of the fake account, and the marks in it."""

    def __init__(self, endpoint, region):
        self.endpoint = endpoint
        self.region = region
        self.session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test")
        self.marks = []
        self.lacking = []

    def client(self, service):
        config = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False)
        return self.session.client(service, self.region, endpoint_url=self.endpoint, config=config)

    def mark(self, service, path):
        """A text of its own, which must come back as a record of the service (the name of its row file) at the path.

        Any path will do where it is None.
        """
        value = f"mark-{service}-{len(self.marks)}"[-30:]
        self.expect(service, path, value)
        return value

    def role(self):
        """A role that any service may take."""
        iam = self.client("iam")
        trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "codepipeline.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        try:
            return iam.create_role(RoleName="any", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
        except iam.exceptions.EntityAlreadyExistsException:
            return iam.get_role(RoleName="any")["Role"]["Arn"]

    def subnets(self):
        """Two subnets of the network that every account has."""
        filters = [{"Name": "default-for-az", "Values": ["true"]}]
        subnets = self.client("ec2").describe_subnets(Filters=filters)["Subnets"]
        return [subnet["SubnetId"] for subnet in subnets[:2]]

    def expect(self, service, path, value):
        """A text that the caller chose."""
        self.marks.append({"service": service, "path": path, "value": value})

    def lacks(self, call, reason):
        """A call, as IAM names it, that this server cannot answer; the test fails as soon as it can."""
        self.lacking.append([call, reason])


def main(endpoint, region):
    account = Account(endpoint, region)
    folder = pathlib.Path(__file__).parent / "plants"
    sys.path.insert(0, str(folder))
    for file in sorted(folder.glob("*.py")):
        importlib.import_module(file.stem).plant(account)
    json.dump({"marks": account.marks, "lacking": account.lacking}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
