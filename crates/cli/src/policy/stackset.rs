//! The role of each account as a CloudFormation template, to be rolled out as a stack set.

use serde_json::{Map, Value, json};

/// A template with a role that trusts the account that sweeps.
pub(super) fn write(policies: &[Value], role_name: &str, external_id: Option<&str>) -> String {
    let mut resources = Map::new();
    for (index, policy) in policies.iter().enumerate() {
        let properties = json!({ "Description": "What tagleaks sweep reads", "PolicyDocument": policy });
        let resource = json!({ "Type": "AWS::IAM::ManagedPolicy", "Properties": properties });
        resources.insert(format!("Policy{}", index + 1), resource);
    }
    let arns: Vec<Value> =
        (1..=policies.len()).map(|number| json!({ "Ref": format!("Policy{number}") })).collect();
    // A role's path is no part of its name.
    let (path, name) = role_name
        .rsplit_once('/')
        .map_or(("/".to_owned(), role_name), |(path, name)| (format!("/{}/", path.trim_matches('/')), name));
    let role = json!({
        "Type": "AWS::IAM::Role",
        "Properties": {
            "RoleName": name,
            "Path": path,
            "Description": "Entered by tagleaks sweep --org; only reads",
            "AssumeRolePolicyDocument": trust(external_id),
            "ManagedPolicyArns": arns,
        },
    });
    resources.insert("Role".to_owned(), role);
    let template = json!({
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "Role that tagleaks sweep --org enters in each account",
        "Parameters": {
            "ManagementAccount": {
                "Type": "String",
                "AllowedPattern": "[0-9]{12}",
                "Description": "Account whose principals may enter the role, if their own policies allow it",
            },
        },
        "Resources": resources,
    });
    serde_json::to_string_pretty(&template).expect("texts and objects are always JSON") + "\n"
}

fn trust(external_id: Option<&str>) -> Value {
    let principal = json!({ "AWS": { "Fn::Sub": "arn:${AWS::Partition}:iam::${ManagementAccount}:root" } });
    let mut statement = json!({ "Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole" });
    if let Some(id) = external_id {
        statement["Condition"] = json!({ "StringEquals": { "sts:ExternalId": id } });
    }
    json!({ "Version": "2012-10-17", "Statement": [statement] })
}
