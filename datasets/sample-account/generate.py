"""Writes account.json, leaks.jsonl and tolerated.jsonl: `python3 datasets/sample-account/generate.py`."""

import json
import pathlib
import sys

sys.dont_write_bytecode = True  # no caches beside the data

from generator import elsewhere, eu_west_1, iam, us_east_1
from generator.account import ACCOUNT
from generator.leak import Leak, Tolerated

HERE = pathlib.Path(__file__).parent
DENIED = "ap-southeast-2"


def main():
    regions = [us_east_1.build(), eu_west_1.build()] + [build() for build in elsewhere.BUILDERS]
    marks = [mark for region in regions if region.name != DENIED for mark in marks_of_region(region)]
    identities = iam.build()
    marks += marks_of_iam(identities)
    write_json("account.json", account(regions, identities))
    write_lines("leaks.jsonl", [mark for kind, mark in marks if kind is Leak])
    write_lines("tolerated.jsonl", [mark for kind, mark in marks if kind is Tolerated])


def account(regions, identities):
    return {
        "account": ACCOUNT,
        "alias": "acme-platform",
        "partition": "aws",
        "caller_arn": f"arn:aws:iam::{ACCOUNT}:user/security/auditor",
        "page_size": 100,
        "regions": {region.name: {"resources": [{"arn": it["arn"], "tags": it["tags"]} for it in region.resources]} for region in regions},
        "iam": {kind: without_marks(items) for kind, items in identities.items()},
        "faults": [
            {"region": DENIED, "call": "GetResources", "kind": "denied"},
            {"region": "us-east-1", "call": "GetResources", "page": 1, "kind": "throttle", "times": 2},
        ],
    }


def without_marks(items):
    if isinstance(items, dict):
        return {name: without_marks(value) for name, value in items.items() if name != "covers"}
    if isinstance(items, list):
        return [without_marks(value) for value in items]
    return items


def marks_of_region(region):
    for resource in region.resources:
        yield from mark_of_name(resource["arn"], "Arn", resource["covers"])
        yield from marks_of_tags(resource["arn"], resource["tags"])


def marks_of_iam(identities):
    for kind, arn_type, name_field in (("users", "user", "UserName"), ("groups", "group", "GroupName"), ("roles", "role", "RoleName"), ("policies", "policy", "PolicyName")):
        for item in identities[kind]:
            arn = f"arn:aws:iam::{ACCOUNT}:{arn_type}{item['path']}{item['name']}"
            yield from mark_of_name(arn, name_field, item.get("covers"))
            yield from marks_of_value(arn, "Description", item.get("description", ""))
            yield from marks_of_tags(arn, item.get("tags", {}))
            for policy in item.get("policies", []):
                yield from mark_of_name(arn, "PolicyName", policy["covers"])


def marks_of_tags(arn, tags):
    for key, value in tags.items():
        yield from marks_of_value(arn, f"Tags.{key}#key", key)
        yield from marks_of_value(arn, f"Tags.{key}", value)


def marks_of_value(arn, path, value):
    if isinstance(value, Leak):
        for covers in value.covers.split():
            yield type(value), {"arn": arn, "path": path, "covers": covers}


def mark_of_name(arn, path, covers):
    if covers == "role mailbox":
        for kind in ("email_role", "email"):
            yield Tolerated, {"arn": arn, "path": path, "covers": kind}
    elif covers:
        yield Leak, {"arn": arn, "path": path, "covers": covers}


def write_json(name, value):
    (HERE / name).write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def write_lines(name, values):
    (HERE / name).write_text("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values), encoding="utf-8")


main()
