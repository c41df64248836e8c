"""The ways in which the teams of a grown company tag: each took another tool, none agrees with the next."""

from .account import ACCOUNT, alnum, hexa, new_uuid, rng, upper_id

COST_CENTERS = {
    "platform": "CC-41200", "payments": "CC-41310", "checkout": "CC-41320", "catalog": "CC-41330",
    "search": "CC-41340", "identity": "CC-41350", "data": "CC-52010", "ml": "CC-52040", "growth": "CC-63005",
    "support": "CC-63110", "security": "CC-41900", "shipping": "CC-41360", "mobile": "CC-41370",
}
LOGINS = ["mkowalski", "dwhitfield", "tlind", "asharma2", "rcosta", "jvandijk", "kobrien", "nfischer", "pgreco"]


def day(first=2021, last=2024):
    return f"{rng.randint(first, last)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def instant(first=2021, last=2024):
    return f"{day(first, last)}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}Z"


def epoch():
    return str(rng.randint(1_609_459_200, 1_719_792_000))


def terraform(name, env, team, module=None):
    """Teams whose modules tag everything through `default_tags`."""
    tags = {
        "Name": name, "Environment": env, "Team": team, "CostCenter": COST_CENTERS[team], "ManagedBy": "terraform",
        "Repository": f"github.com/acme-corp/infra-{team}", "GitCommit": hexa(40),
    }
    if module:
        tags["Module"] = f"{module}@v{rng.randint(1, 6)}.{rng.randint(0, 19)}.{rng.randint(0, 5)}"
    return tags


def yor(name, team, file, modified_by=None):
    """Teams that run yor in CI: it writes who touched the file last."""
    who = rng.choice(LOGINS)
    return {
        "Name": name, "team": team, "git_commit": hexa(40), "git_file": file,
        "git_last_modified_at": instant(2023)[:-1].replace("T", " "),
        "git_last_modified_by": modified_by or f"{who}", "git_modifiers": who, "git_org": "acme-corp",
        "git_repo": f"infra-{team}", "yor_trace": new_uuid(),
    }


def cdk(stack, region, logical, extra=None):
    """What CloudFormation writes by itself, plus the few tags that an app sets on its stacks."""
    stack_id = f"arn:aws:cloudformation:{region}:{ACCOUNT}:stack/{stack}/{new_uuid()}"
    tags = {
        "aws:cloudformation:stack-name": stack, "aws:cloudformation:stack-id": stack_id,
        "aws:cloudformation:logical-id": f"{logical}{upper_id('', 8)}",
    }
    return {**(extra or {}), **tags}


def kubernetes_volume(cluster, namespace, claim):
    """EBS volumes that the CSI driver makes for claims."""
    return {
        "Name": f"{cluster}-dynamic-pvc-{new_uuid()}", f"kubernetes.io/cluster/{cluster}": "owned",
        "kubernetes.io/created-for/pv/name": f"pvc-{new_uuid()}", "kubernetes.io/created-for/pvc/name": claim,
        "kubernetes.io/created-for/pvc/namespace": namespace, "ebs.csi.aws.com/cluster": "true",
        "CSIVolumeName": f"pvc-{new_uuid()}",
    }


def node(cluster, group, env):
    """Worker nodes."""
    return {
        "Name": f"{cluster}-{group}", f"kubernetes.io/cluster/{cluster}": "owned",
        f"k8s.io/cluster-autoscaler/{cluster}": "owned", "k8s.io/cluster-autoscaler/enabled": "true",
        "eks:cluster-name": cluster, "eks:nodegroup-name": group, "aws:autoscaling:groupName": f"eks-{group}-{new_uuid()}",
        "aws:ec2launchtemplate:id": f"lt-0{hexa(16)}", "aws:ec2launchtemplate:version": str(rng.randint(2, 48)),
        "Environment": env,
    }


def karpenter(cluster, pool):
    """Worker nodes that Karpenter launches."""
    return {
        "Name": f"{cluster}/{pool}", "karpenter.sh/nodepool": pool, "karpenter.sh/nodeclaim": f"{pool}-{alnum(5)}",
        f"kubernetes.io/cluster/{cluster}": "owned", "eks:eks-cluster-name": cluster,
        "karpenter.k8s.aws/ec2nodeclass": "bottlerocket",
    }


def legacy(name, app, owner, ticket=None):
    """Machines from before there was a policy."""
    tags = {"Name": name, "app": app, "owner": owner, "created": day(2016, 2020).replace("-", "")}
    if ticket:
        tags["jira"] = ticket
    return tags


def ops(patch="Sun-0300", backup="daily-35d"):
    """What patching and backup read."""
    return {"Patch Group": f"linux-{patch.lower()}", "BackupPlan": backup, "BackupWindow": "03:00-03:30"}
