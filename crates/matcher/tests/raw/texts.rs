//! Tables, YAML, Terraform, `.env` and logs.

use crate::cases;
use crate::harness::Worker;

/// What a form is called, the file's name, and the text that it makes of a tag's key and value.
type Form = (&'static str, &'static str, fn(&str, &str) -> String);

const FORMS: &[Form] = &[
    ("column", "a.csv", |key, value| format!("id,{},zone\n1,{},b\n2,x,\n", cell(key), cell(value))),
    ("one tag a row", "a.csv", |key, value| {
        format!("ResourceARN,Key,Value\narn:aws:s3:::b,{},{}\narn:aws:s3:::c,Env,7\n", cell(key), cell(value))
    }),
    ("document in a cell", "a.csv", |key, value| {
        format!("id,tags\n1,{}\n", cell(&format!("{{\"{key}\": \"{value}\"}}")))
    }),
    ("lines in a cell", "a.csv", |key, value| {
        let lines = cell(&format!("{key}\nof {key}:\n\n{value}\n"));
        format!("id,note,zone\n1,b,2\n2,{lines},c\n3,{lines},d\n")
    }),
    ("rows after an open quote", "a.csv", |key, value| {
        format!("id,note\n1,\"x\n2,{0}\n{1},{2}\n3,\"y\"{2}\n4,{2}\n", key, cell(key), cell(value))
    }),
    ("tabs", "a.tsv", |key, value| format!("id\tTag: {key}\n1\t{value}\n")),
    ("tags in YAML", "a.yaml", |key, value| {
        format!(
            "Tags:\n  - Key: Env\n    Value: x\n  - Key: {key}\n    Value: {value}\n  - Value: {value}\n    Key: {key}\n"
        )
    }),
    ("map in YAML", "a.yaml", |key, value| {
        format!("a:\n  env: x\n  {key}: {value}\n  \"{key}\": '{value}'\nb: 1\n")
    }),
    ("list in YAML", "a.yaml", |key, value| {
        format!("{key}:\n  - x\n  - {value}\n  - id: 1\n    text: {value}\nb: 1\n")
    }),
    ("parameter in YAML", "a.yaml", |key, value| {
        format!(
            "Parameters:\n  {key}:\n    Type: String\n    NoEcho: true\n    Default: {value}\n  B:\n    Default: x\n"
        )
    }),
    ("environment in YAML", "a.yaml", |key, value| {
        format!("env:\n  - name: {key}\n    value: \"{value}\"\n")
    }),
    ("flow in YAML", "a.yaml", |key, value| {
        format!("Tags: [{{Key: {key}, Value: \"{value}\"}}, {{Key: b, Value: c}}]\n")
    }),
    ("block in YAML", "a.yaml", |key, value| format!("{key}: |\n  {value}\n  more\nb: 1\n")),
    ("Terraform", "a.tf", |key, value| {
        format!(
            "resource \"a\" \"b\" {{\n  tags = {{\n    Env = \"x\"\n    \"{key}\" = \"{value}\"\n  }}\n}}\n"
        )
    }),
    ("variable", "a.tf", |key, value| {
        format!("variable \"{key}\" {{\n  type = string\n  default = \"{value}\"\n}}\n")
    }),
    ("tag block", "a.tf", |key, value| {
        format!("tag {{\n  key = \"{key}\"\n  value = \"{value}\"\n  propagate_at_launch = true\n}}\n")
    }),
    ("variables", "a.env", |key, value| format!("A=b\nexport {key}={value}\n{key}=\"{value}\" # x\n")),
    ("log", "a.log", |key, value| {
        format!("2024-01-01T00:00:00Z INFO a={key} {key}={value} done\nsaid {key}: {value}.\n")
    }),
    ("two values of one key", "a.log", |key, value| {
        format!("    \"ParameterValue\":\n    \"ParameterKey\":\"{key}\n    \"ParameterValue: {value}\n")
    }),
    ("comment", "a.tf", |key, value| format!("# {key}: {value}\nx = 1 // {value} is the {key}\n")),
];

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Of so many cases, each form takes one, each another.
const STEP: usize = 17;

#[test]
fn no_form_of_text_hides_a_finding() {
    let mut worker = Worker::default();
    let mut lost = Vec::new();
    for (place, &(name, file, form)) in FORMS.iter().enumerate() {
        let mut n_found = 0;
        let cases = cases::all().iter();
        for case in cases.skip(place % STEP).step_by(STEP) {
            match worker.compare(file, &form(&case.key, &case.value)) {
                Ok(n_more) => n_found += n_more,
                Err(detectors) => lost.push(format!("{name}: {detectors:?} in {case:?}")),
            }
        }
        assert!(n_found >= 100, "{name}: {n_found} findings say too little");
    }
    assert!(lost.is_empty(), "{} texts lose findings:\n{}", lost.len(), lost.join("\n"));
}
