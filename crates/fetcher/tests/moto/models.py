"""Compares rows with the models that AWS publishes, and prints what does not agree.

usage: models.py FOLDER-OF-ROWS

Each row's operation, protocol, parameters, page tokens, items and texts must be in the model of its service, which
the SDKs of AWS are made from. Exits with 1 where something is not.
"""

import json
import pathlib
import re
import sys
import tomllib

import botocore.loaders
import policy_sentry

LOADER = botocore.loaders.Loader()
PROTOCOLS = {
    "ec2": {"ec2"},
    "query": {"query"},
    "json-1.0": {"json"},
    "json-1.1": {"json"},
    "rest-json": {"rest-json"},
    "rest-xml": {"rest-xml"},
}


class Model:
    """The model of one service."""

    def __init__(self, name):
        self.api = LOADER.load_service_model(name, "service-2")
        self.meta = self.api["metadata"]
        self.is_ec2 = self.meta["protocol"] == "ec2"
        self.is_xml = self.meta["protocol"] in {"ec2", "query", "rest-xml"}

    def shape(self, name):
        return self.api["shapes"][name]

    def input_names(self, shape):
        """Names of parameters as they are sent."""
        if self.is_ec2:
            return {self.ec2_name(name, member) for name, member in shape.get("members", {}).items()}
        return {member.get("locationName", name) for name, member in shape.get("members", {}).items()}

    @staticmethod
    def ec2_name(name, member):
        if "queryName" in member:
            return member["queryName"]
        name = member.get("locationName", name)
        return name[0].upper() + name[1:]

    def members(self, shape):
        """Members of a structure by their names on the wire."""
        return {member.get("locationName", name): member for name, member in shape.get("members", {}).items()}

    def follow(self, shape_name, path, is_flat=False):
        """The shape that a path leads to; raises KeyError where it leads nowhere."""
        shape = self.shape(shape_name)
        if shape["type"] == "list":
            member = shape["member"]
            inner = member.get("locationName", "member")
            is_flat = is_flat or shape.get("flattened") or not self.is_xml
            # Children called item or member are the list itself.
            if not is_flat and inner not in {"item", "member"} and path and path[0] == inner:
                path = path[1:]
            elif not is_flat and inner not in {"item", "member"} and path:
                raise KeyError(f"{path[0]} (the elements are called {inner})")
            return self.follow(member["shape"], path)
        if not path:
            return shape
        step, rest = path[0], path[1:]
        if shape["type"] == "map":
            if step in {"*", "**"} and not self.is_xml:
                return self.follow(shape["value"]["shape"], rest)
            if self.is_xml:
                names = {shape[part].get("locationName", part): part for part in ("key", "value")}
                return self.follow(shape[names[step]]["shape"], rest)
            return self.follow(shape["value"]["shape"], rest)
        if step == "**":
            return shape
        if step == "*":
            raise KeyError("* of a structure")
        member = self.members(shape)[step]
        return self.follow(member["shape"], rest, member.get("flattened", False))


def steps(path):
    """A path's names; a label is a field of an element too."""
    labels = []
    names = []
    for part in [part for part in path.split("|")[0].split(".") if part]:
        found = re.fullmatch(r"([^\[]*)\[([^\]]*)\]", part)
        if found:
            names += [found[1]] if found[1] else []
            labels.append((list(names), found[2]))
        else:
            names.append(part)
    return names, labels


def check_path(model, shape_name, path):
    names, labels = steps(path)
    for before, label in labels:
        yield from try_follow(model, shape_name, before + [label], path)
    yield from try_follow(model, shape_name, names, path)


def try_follow(model, shape_name, names, path):
    try:
        model.follow(shape_name, names)
    except KeyError as error:
        yield f"`{path}`: no {error}"


def check_call(model, call):
    operation = model.api["operations"].get(call["action"])
    if operation is None:
        yield "no such operation"
        return
    given = set(call.get("parameters", {})) | set(call.get("each", {}).get("with", {}))
    in_path = set(re.findall(r"{(\w+)}", call.get("path", "")))
    names = model.input_names(model.shape(operation["input"]["shape"])) if "input" in operation else set()
    for name in given | set(call.get("pages", {})):
        base = re.sub(r"(\.member)?(\.\d+)?$", "", name)
        if name not in names and base not in names and name not in in_path and base.split(".")[0] not in names:
            yield f"no parameter {name}, only {sorted(names)}"
    required = model.shape(operation["input"]["shape"]).get("required", []) if "input" in operation else []
    shape = model.shape(operation["input"]["shape"]) if "input" in operation else {}
    for name in required:
        wire = shape["members"][name].get("locationName", name)
        if not ({wire, name, Model.ec2_name(name, shape["members"][name])} & (given | in_path)) and not any(
            known.startswith(wire + ".") for known in given
        ):
            yield f"lacks the required parameter {wire}"
    if "path" in call:
        http = operation["http"]
        wanted = re.sub(r"{(\w+)\+?}", "{}", http["requestUri"]).split("?")[0]
        if re.sub(r"{(\w+)}", "{}", call["path"]).split("?")[0] != wanted:
            yield f"path is {http['requestUri']}"
        if call.get("method", "GET") != http["method"]:
            yield f"method is {http['method']}"
    output = operation.get("output", {}).get("shape")
    if output is None:
        yield "the operation answers nothing"
        return
    root = payload(model, output)
    for path in call.get("pages", {}).values():
        yield from check_path(model, root, path)
    items = call.get("items", "")
    yield from check_path(model, root, items)
    for path in call.get("tags", []) + call.get("texts", []):
        yield from check_path(model, root, ".".join(part for part in (items, path) if part))


def payload(model, output):
    """The shape of the body, where one member is all of it."""
    shape = model.shape(output)
    member = shape.get("payload")
    if member:
        return shape["members"][member]["shape"]
    return output


PERMISSIONS = json.loads(
    (pathlib.Path(policy_sentry.__file__).parent / "shared/data/iam-definition.json").read_text()
)


def check_permission(permission):
    """IAM must know a permission, and know it as one that only reads."""
    service, _, name = permission.partition(":")
    known = PERMISSIONS.get(service, {}).get("privileges", {}).get(name)
    if known is None:
        yield f"IAM knows no {permission}"
    elif known["access_level"] not in {"Read", "List"}:
        yield f"{permission} is one of {known['access_level']}"


def check_service(name, rows):
    model = MODELS[name]
    meta = model.meta
    protocols = set(meta.get("protocols", [])) | {meta["protocol"]}
    if not PROTOCOLS[rows["protocol"]] & protocols:
        yield f"protocol is one of {protocols}"
    if "version" in rows and rows["version"] != meta["apiVersion"]:
        yield f"version is {meta['apiVersion']}"
    if "target" in rows and rows["target"] != meta["targetPrefix"]:
        yield f"target is {meta['targetPrefix']}"
    if rows["protocol"].startswith("json") and rows["protocol"] != f"json-{meta.get('jsonVersion')}":
        yield f"JSON version is {meta.get('jsonVersion')}"
    if rows["sdk-id"] != meta["serviceId"].replace(" ", "_").replace("-", "_").upper():
        yield f"SDK id is {meta['serviceId']}"
    endpoint = rows.get("endpoint", name)
    if endpoint != meta["endpointPrefix"]:
        yield f"endpoint is {meta['endpointPrefix']}"
    if rows.get("signing", endpoint) != meta.get("signingName", meta["endpointPrefix"]):
        yield f"signing name is {meta.get('signingName', meta['endpointPrefix'])}"
    for call in rows["call"]:
        if "by" in call:
            own = MODELS[call["by"]]
        else:
            own = model
        permission = call.get("permission", f"{call.get('by', name)}:{call['action']}")
        for fault in [*check_call(own, call), *check_permission(permission)]:
            yield f"{call['action']}: {fault}"


MODELS = {}


def main(folder):
    faults = 0
    files = {file.stem: tomllib.loads(file.read_text()) for file in sorted(pathlib.Path(folder).glob("*.toml"))}
    MODELS.update({name: Model(rows.get("model", name)) for name, rows in files.items()})
    for name, rows in files.items():
        for fault in check_service(name, rows):
            print(f"{name}: {fault}")
            faults += 1
    sys.exit(faults > 0)


if __name__ == "__main__":
    main(sys.argv[1])
