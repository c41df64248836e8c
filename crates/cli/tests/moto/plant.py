"""Fills an empty fake account with tagged resources, some of them leaking, and prints what leaks where.

usage: plant.py ENDPOINT SEED open|enforce REGION...

With `enforce` the server checks signatures and permissions from then on.
"""

import json
import random
import sys
import urllib.request

import boto3
from botocore.config import Config

import identities
import values
from resources import RESOURCES, sns_topic, sqs_queue


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
    leaking_name(account, region)
    leaking_key(account, region)


def leaking_name(account, region):
    key_id = values.aws_key_id(account.rng)
    arn = sqs_queue(account.client("sqs", region), f"deploy-{key_id}", account.innocent_tags())
    account.plant(arn, {"path": "Arn", "covers": "aws_access_key_id", "value": key_id})
    account.resources += 1


def leaking_key(account, region):
    """Keys of tags are as free as their values."""
    address = values.email(account.rng)
    arn = sns_topic(account.client("sns", region), "alarms", {address: "owner"})
    account.plant(arn, {"path": f"Tags.{address}#key", "covers": "email", "value": address})
    account.resources += 1


def main(endpoint, seed, mode, *regions):
    account = Account(endpoint, int(seed))
    identities.fill(account)
    for region in regions:
        fill(account, region)
    reader = identities.tag_reader(account)
    if mode == "enforce":
        switch = f"{endpoint}/moto-api/reset-auth"
        # As text: moto ignores a form.
        request = urllib.request.Request(switch, data=b"0", headers={"Content-Type": "text/plain"})
        urllib.request.urlopen(request).close()
    truth = {"planted": account.planted, "resources": account.resources, "reader": reader}
    json.dump(truth, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
