//! `-v` and `--log-format`: every call is told, and no value.

use serde_json::Value;

use crate::program::Folder;

#[test]
fn each_call_is_told_as_json_and_no_value_is() {
    let folder = Folder::with(&[]);
    folder.run("sweep --demo --no-config --reveal --format jsonl --output found.jsonl");
    let found = std::fs::read_to_string(folder.path().join("found.jsonl")).expect("the report is there");
    let values: Vec<String> = found
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("each line is JSON"))
        .filter_map(|line| line["value"].as_str().map(str::to_owned))
        .collect();
    assert!(values.len() > 10, "{}", values.len());

    let run = folder.run("sweep --demo --no-config -vv --log-format json --output found.txt");
    let events: Vec<Value> = run.stderr.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let ended: Vec<&Value> = events.iter().filter(|event| event["message"] == "call ended").collect();
    assert!(ended.iter().any(|event| event["call"] == "tag:GetResources" && event["status"] == "complete"));
    assert!(ended.iter().any(|event| event["status"] == "denied" && event["level"] == "WARN"));
    assert!(events.iter().any(|event| event["message"] == "page" && event["records"].as_u64() > Some(0)));
    let told = values.iter().filter(|value| run.stderr.contains(*value)).count();
    assert_eq!(told, 0, "values in the log");
}

#[test]
fn text_is_for_people_and_silence_is_the_default() {
    let folder = Folder::with(&[]);
    let line = |options: &str| format!("sweep --demo --no-config --output found.txt {options}");
    let is_told = |text: &str| text.contains("call ended");
    assert!(is_told(&folder.run(&line("-v")).stderr));
    assert!(!folder.run(&line("-v")).stderr.contains("page account"));
    assert!(is_told(&folder.run(&line("--log-format text")).stderr));
    assert!(!is_told(&folder.run(&line("")).stderr));
}
