"""Resources with ARNs exactly as AWS writes them."""

import random
import uuid

ACCOUNT = "111122223333"
rng = random.Random(20240611)


def hexa(n):
    return "".join(rng.choice("0123456789abcdef") for _ in range(n))


def alnum(n, letters="abcdefghijklmnopqrstuvwxyz0123456789"):
    return "".join(rng.choice(letters) for _ in range(n))


def new_uuid():
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def upper_id(prefix, n):
    return prefix + alnum(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class Region:
    """Collects the resources of one region in the order in which they were added."""

    def __init__(self, name):
        self.name = name
        self.resources = []

    def add(self, arn, tags, covers=None):
        """`covers`: what the ARN itself leaks."""
        self.resources.append({"arn": arn, "tags": tags, "covers": covers})
        return arn

    def plain(self, service, resource, tags, covers=None):
        return self.add(f"arn:aws:{service}:{self.name}:{ACCOUNT}:{resource}", tags, covers)

    def ec2(self, kind, tags):
        """Any EC2 resource; `kind` is the type word of the ARN."""
        prefix = {
            "instance": "i", "volume": "vol", "vpc": "vpc", "subnet": "subnet", "security-group": "sg",
            "natgateway": "nat", "internet-gateway": "igw", "snapshot": "snap", "image": "ami",
            "elastic-ip": "eipalloc", "launch-template": "lt", "network-interface": "eni", "key-pair": "key",
            "transit-gateway": "tgw", "vpc-endpoint": "vpce", "route-table": "rtb", "vpc-flow-log": "fl",
        }[kind]
        return self.plain("ec2", f"{kind}/{prefix}-0{hexa(16)}", tags)

    def bucket(self, name, tags):
        return self.add(f"arn:aws:s3:::{name}", tags)

    def function(self, name, tags):
        return self.plain("lambda", f"function:{name}", tags)

    def log_group(self, name, tags):
        return self.plain("logs", f"log-group:{name}", tags)

    def secret(self, name, tags, covers=None):
        suffix = alnum(6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        return self.plain("secretsmanager", f"secret:{name}-{suffix}", tags, covers)

    def key(self, tags):
        return self.plain("kms", f"key/{new_uuid()}", tags)

    def stack(self, name, tags):
        return self.plain("cloudformation", f"stack/{name}/{new_uuid()}", tags)

    def load_balancer(self, kind, name, tags):
        return self.plain("elasticloadbalancing", f"loadbalancer/{kind}/{name}/{hexa(16)}", tags)

    def target_group(self, name, tags, tail=None):
        return self.plain("elasticloadbalancing", f"targetgroup/{name}/{tail or hexa(16)}", tags)

    def rest_api(self, tags, stage=None):
        tail = f"/stages/{stage}" if stage else ""
        return self.add(f"arn:aws:apigateway:{self.name}::/restapis/{alnum(10)}{tail}", tags)

    def distribution(self, tags):
        return self.add(f"arn:aws:cloudfront::{ACCOUNT}:distribution/{upper_id('E', 13)}", tags)

    def hosted_zone(self, tags):
        return self.add(f"arn:aws:route53:::hostedzone/{upper_id('Z0', 19)}", tags)

    def nodegroup(self, cluster, name, tags):
        return self.plain("eks", f"nodegroup/{cluster}/{name}/{new_uuid()}", tags)
