//! Managed policies as Terraform.

use std::fmt::Write as _;

use serde_json::Value;

/// One `aws_iam_policy` for each document, to be attached to the role that sweeps.
pub(super) fn write(policies: &[Value]) -> String {
    let mut out = String::new();
    for (index, policy) in policies.iter().enumerate() {
        let number = index + 1;
        let _ = writeln!(out, "data \"aws_iam_policy_document\" \"tagleaks_{number}\" {{");
        for statement in policy["Statement"].as_array().into_iter().flatten() {
            write_statement(&mut out, statement);
        }
        let _ = writeln!(out, "}}\n\nresource \"aws_iam_policy\" \"tagleaks_{number}\" {{");
        let _ = writeln!(out, "  name        = \"tagleaks-{number}\"");
        let _ = writeln!(out, "  description = \"What tagleaks sweep reads\"");
        let _ = writeln!(out, "  policy      = data.aws_iam_policy_document.tagleaks_{number}.json\n}}\n");
    }
    let arns = (1..=policies.len()).map(|number| format!("    aws_iam_policy.tagleaks_{number}.arn,\n"));
    let _ =
        writeln!(out, "output \"tagleaks_policy_arns\" {{\n  value = [\n{}  ]\n}}", arns.collect::<String>());
    out
}

fn write_statement(out: &mut String, statement: &Value) {
    let text = |name: &str| statement[name].as_str().unwrap_or_default();
    let _ = writeln!(
        out,
        "  statement {{\n    sid       = {:?}\n    resources = [{:?}]",
        text("Sid"),
        text("Resource")
    );
    let _ = writeln!(out, "    actions = [");
    for action in statement["Action"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let _ = writeln!(out, "      {action:?},");
    }
    let _ = writeln!(out, "    ]\n  }}");
}
