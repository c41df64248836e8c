//! A cost and usage report: a wide CSV with one column for each key of a tag.

use std::collections::BTreeMap;

use crate::resource::resources;

/// The lines as CSV with a head.
pub(crate) fn csv(lines: &[u8]) -> Vec<u8> {
    let mut columns = BTreeMap::new();
    for resource in resources(lines) {
        for tag in resource.tags {
            let next = columns.len();
            columns.entry(tag.key.to_owned()).or_insert(next);
        }
    }
    let mut out = head(&columns);
    for resource in resources(lines) {
        let mut cells = vec![""; columns.len()];
        for tag in &resource.tags {
            cells[columns[tag.key]] = &tag.value;
        }
        row(resource.arn, &cells, &mut out);
    }
    out
}

fn head(columns: &BTreeMap<String, usize>) -> Vec<u8> {
    let mut names = vec![String::new(); columns.len()];
    for (key, &column) in columns {
        names[column] = format!("resourceTags/user:{key}");
    }
    let mut out = Vec::new();
    row("lineItem/ResourceId", &names.iter().map(String::as_str).collect::<Vec<_>>(), &mut out);
    out
}

fn row(first: &str, cells: &[&str], out: &mut Vec<u8>) {
    out.extend_from_slice(first.as_bytes());
    for cell in cells {
        out.push(b',');
        if cell.contains([',', '"']) {
            out.extend_from_slice(format!("\"{}\"", cell.replace('"', "\"\"")).as_bytes());
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_a_column() {
        let lines = concat!(
            r#"{"ResourceARN":"arn:a","Tags":[{"Key":"Owner","Value":"x"},{"Key":"B","Value":"1,2"}]}"#,
            "\n",
            r#"{"ResourceARN":"arn:b","Tags":[{"Key":"C","Value":"z\"z"}]}"#,
            "\n"
        );
        let expected = "lineItem/ResourceId,resourceTags/user:Owner,resourceTags/user:B,resourceTags/user:C\n\
                        arn:a,x,\"1,2\",\n\
                        arn:b,,,\"z\"\"z\"\n";
        assert_eq!(String::from_utf8(csv(lines.as_bytes())).unwrap(), expected);
    }
}
