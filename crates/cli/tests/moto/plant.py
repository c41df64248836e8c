"""Fills an empty fake account with tagged resources, some of them leaking, and prints what leaks where.

usage: plant.py ENDPOINT SEED
"""

import json
import random
import sys

import boto3
from botocore.config import Config

import identities
import values
from resources import RESOURCES

REGIONS = ["eu-west-1", "us-west-2", "ap-southeast-2"]


class Account:
    """Clients of the fake account, and the truth about it."""

    def __init__(self, endpoint, seed):
        self.rng = random.Random(seed)
        self.endpoint = endpoint
        self.session = boto3.Session(aws_access_key_id="test", aws_secret_access_key="test")
        self.planted = []
        self.resources = 0

    def client(self, service, region):
        config = Config(retries={"total_max_attempts": 1}, inject_host_prefix=False)
        return self.session.client(service, region, endpoint_url=self.endpoint, config=config)

    def innocent_tags(self):
        chosen = self.rng.sample(values.INNOCENT, self.rng.randint(2, 6))
        return {key: make(self.rng) for key, make in chosen}

    def leaking_tags(self):
        """Tags of which one is sensitive; kinds take turns, so that each occurs."""
        covers, keys, make = values.SENSITIVE[len(self.planted) % len(values.SENSITIVE)]
        key = self.rng.choice(keys)
        leak = {"path": f"Tags.{key}", "covers": covers, "value": make(self.rng)}
        tags = self.innocent_tags() | {key: leak["value"]}
        return dict(sorted(tags.items())), leak

    def plant(self, arn, leak):
        self.planted.append({"arn": arn, **leak})


def fill(account, region):
    for service, create, n_innocent in RESOURCES:
        client = account.client(service, region)
        for index in range(n_innocent):
            create(client, f"{values.APPS[index % len(values.APPS)]}-{index:03}", account.innocent_tags())
        tags, leak = account.leaking_tags()
        account.plant(create(client, "intake-prod", tags), leak)
        account.resources += n_innocent + 1


def main(endpoint, seed):
    account = Account(endpoint, int(seed))
    identities.fill(account)
    for region in REGIONS:
        fill(account, region)
    truth = {"regions": REGIONS, "planted": account.planted, "resources": account.resources}
    json.dump(truth, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
