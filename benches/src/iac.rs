//! Infrastructure as code with the tags of the corpus: Terraform, CloudFormation and Kubernetes files.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::resource::{Resource, resources};

/// Resources of one file: from one to so many.
const MOST_RESOURCES: usize = 8;
/// Files of one folder.
const FOLDER: usize = 200;

type Form = fn(&[Resource<'_>]) -> String;

const FORMS: [(&str, Form); 4] =
    [("tf", terraform), ("yaml", cloudformation), ("json", cloudformation_json), ("yml", kubernetes)];

/// Writes so many files into folders under `root`, as long as the lines last, and gives their number and size.
///
/// # Errors
/// Where a file cannot be written.
pub(crate) fn write(lines: &[u8], root: &Path, files: usize) -> io::Result<(usize, u64)> {
    let mut resources = resources(lines);
    let mut size = 0;
    for index in 0..files {
        let resources: Vec<_> = resources.by_ref().take(1 + index % MOST_RESOURCES).collect();
        if resources.is_empty() {
            return Ok((index, size));
        }
        let (ending, form) = FORMS[index / MOST_RESOURCES % FORMS.len()];
        let folder = root.join(format!("module-{}", index / FOLDER));
        if index % FOLDER == 0 {
            fs::create_dir_all(&folder)?;
        }
        let text = form(&resources);
        fs::write(folder.join(format!("stack-{index}.{ending}")), &text)?;
        size += text.len() as u64;
    }
    Ok((files, size))
}

fn terraform(resources: &[Resource<'_>]) -> String {
    let mut text = String::from("terraform {\n  required_version = \">= 1.5\"\n}\n");
    for (index, resource) in resources.iter().enumerate() {
        let _ = write!(
            text,
            "\nresource \"aws_resourcegroups_resource\" \"r{index}\" {{\n  group_arn    = aws_resourcegroups_group.all.arn\n  \
             resource_arn = \"{}\"\n\n  tags = {{\n",
            resource.arn
        );
        for tag in &resource.tags {
            let _ = writeln!(text, "    \"{}\" = \"{}\"", tag.key, tag.value);
        }
        text.push_str("  }\n}\n");
    }
    text
}

fn cloudformation(resources: &[Resource<'_>]) -> String {
    let mut text = String::from("AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n");
    for (index, resource) in resources.iter().enumerate() {
        let _ = write!(
            text,
            "  R{index}:\n    Type: AWS::ResourceGroups::Group\n    Properties:\n      Name: r{index}\n      Resources:\n        \
             - \"{}\"\n      Tags:\n",
            resource.arn
        );
        for tag in &resource.tags {
            let _ = writeln!(text, "        - Key: \"{}\"\n          Value: \"{}\"", tag.key, tag.value);
        }
    }
    text
}

fn cloudformation_json(resources: &[Resource<'_>]) -> String {
    let resources = resources.iter().enumerate().map(|(index, resource)| {
        let tags: Vec<_> =
            resource.tags.iter().map(|tag| serde_json::json!({"Key": tag.key, "Value": tag.value})).collect();
        let properties =
            serde_json::json!({"Name": format!("r{index}"), "Resources": [resource.arn], "Tags": tags});
        (
            format!("R{index}"),
            serde_json::json!({"Type": "AWS::ResourceGroups::Group", "Properties": properties}),
        )
    });
    let resources: serde_json::Map<_, _> = resources.collect();
    format!("{:#}\n", serde_json::json!({"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}))
}

fn kubernetes(resources: &[Resource<'_>]) -> String {
    let mut text = String::new();
    for (index, resource) in resources.iter().enumerate() {
        let _ = write!(
            text,
            "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: r{index}\ndata:\n  resource: \"{}\"\n",
            resource.arn
        );
        for tag in &resource.tags {
            let _ = writeln!(text, "  \"{}\": \"{}\"", tag.key, tag.value);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_holds_each_tag() {
        let lines = br#"{"ResourceARN":"arn:aws:sqs:::a","Tags":[{"Key":"Owner","Value":"x"},{"Key":"B","Value":"why"}]}"#;
        let resources: Vec<_> = resources(lines).collect();
        for (ending, form) in FORMS {
            let text = form(&resources);
            for part in ["arn:aws:sqs:::a", "Owner", "\"x\"", "why"] {
                assert!(text.contains(part), "{ending}: {part} is not in {text}");
            }
        }
    }

    #[test]
    fn so_many_files_are_written_and_their_size_told() {
        let root = std::env::temp_dir().join(format!("tagleaks-iac-{}", std::process::id()));
        let (_, size) = write(&crate::corpus(1_000_000), &root, 250).unwrap();
        let files: Vec<_> = fs::read_dir(&root)
            .unwrap()
            .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
            .map(|file| file.unwrap().metadata().unwrap().len())
            .collect();
        fs::remove_dir_all(root).unwrap();
        assert_eq!((files.len(), files.iter().sum::<u64>()), (250, size));
        assert!(files.iter().all(|&size| size > 100));
    }

    #[test]
    fn there_are_no_empty_files_after_the_last_line() {
        let root = std::env::temp_dir().join(format!("tagleaks-few-{}", std::process::id()));
        let line = br#"{"ResourceARN":"arn:aws:sqs:::a","Tags":[]}"#;
        let (files, size) = write(line, &root, 250).unwrap();
        let exist = fs::read_dir(root.join("module-0")).unwrap().count();
        fs::remove_dir_all(root).unwrap();
        assert_eq!((files, exist), (1, 1));
        assert!(size > 100);
    }
}
