//! The forms in which exports, templates and logs write a tag as JSON.

use crate::cases;
use crate::harness::Worker;
use crate::json::{Json, SPELLINGS};

/// A form's name and the document that it makes of a tag's key and value.
type Form = (&'static str, fn(&str, &str) -> Json);

const FORMS: &[Form] = &[
    ("tags", |key, value| {
        let tags = Json::from([tag("Name", "web-7"), tag(key, value), tag("Env", "prod")]);
        Json::from([("ResourceARN", Json::from("arn:aws:s3:::b")), ("Tags", tags)])
    }),
    ("value before key", |key, value| {
        Json::from([tag("Name", "web-7"), Json::from([("Value", value), ("Key", key)]), tag("Env", "prod")])
    }),
    ("key some way before its value", |key, value| {
        Json::from([("Key", key), ("Note", &filler(40)), ("Other", &filler(30)), ("Value", value)])
    }),
    ("key some way behind its value", |key, value| {
        Json::from([("Value", value), ("Note", &filler(40)), ("Other", &filler(30)), ("Key", key)])
    }),
    ("map", |key, value| Json::from([("Tags", Json::from([("Env", "prod"), (key, value), ("zone", "b")]))])),
    ("maps in maps", |key, value| {
        Json::from([(
            "a",
            Json::from([("Env", Json::from([(key, Json::from([("id", value), ("n", "1")]))]))]),
        )])
    }),
    ("map deep under a key", |key, value| {
        Json::from([(key, Json::from([("text", Json::from([("deep", value)])), ("n", Json::from("1"))]))])
    }),
    ("array under a key", |key, value| {
        let list = Json::from([Json::from("web"), value.into(), Json::from("b"), value.into()]);
        Json::from([("Env", Json::from("prod")), (key, list), ("z", Json::List(Vec::new()))])
    }),
    ("arrays in an array under a key", |key, value| {
        let inner = Json::from([Json::from("x"), value.into()]);
        Json::from([(key, Json::from([Json::List(Vec::new()), Json::from([inner]), Json::Bare("1")]))])
    }),
    ("objects in an array under a key", |key, value| {
        let holders = ["v", "Default"].map(|name| Json::from([("id", "1"), (name, value)]));
        Json::from([(key, Json::from(holders))])
    }),
    ("holders in an array under a key", |key, value| {
        let holders = ["Value", "S"].map(|name| Json::from([("id", "1"), (name, value)]));
        Json::from([(key, Json::from(holders))])
    }),
    ("DynamoDB", |key, value| {
        Json::from([(
            "Item",
            Json::from([
                ("id", Json::from([("N", "17")])),
                (key, Json::from([("S", value)])),
                ("n", Json::from([("N", value)])),
            ]),
        )])
    }),
    ("DynamoDB's lists and maps", |key, value| {
        let map = Json::from([("M", Json::from([("a", Json::from([("N", value)]))]))]);
        let list = Json::from([Json::from([("S", "x")]), Json::from([("S", value)]), map]);
        Json::from([(key, Json::from([("L", list), ("SS", Json::from([Json::from(value)]))]))])
    }),
    ("parameter with a default", |key, value| {
        let parameter = Json::from([
            ("Type", Json::from("String")),
            ("NoEcho", Json::Bare("true")),
            ("Description", Json::from(filler(20))),
            ("Default", value.into()),
        ]);
        let other = Json::from([("Default", "x"), ("Type", "String")]);
        Json::from([("Parameters", Json::from([("Env", other.clone()), (key, parameter), ("Zone", other)]))])
    }),
    ("default before type", |key, value| {
        Json::from([(
            "Parameters",
            Json::from([(key, Json::from([("Default", value), ("Type", "String")]))]),
        )])
    }),
    ("output", |key, value| {
        let output = Json::from([
            ("sensitive", Json::Bare("true")),
            ("type", "string".into()),
            ("value", value.into()),
        ]);
        Json::from([("outputs", Json::from([(key, output)])), ("serial", Json::Bare("12"))])
    }),
    ("parameters of a stack", |key, value| {
        let pair = |key: &str, value: &str| Json::from([("ParameterKey", key), ("ParameterValue", value)]);
        Json::from([pair("Env", "x"), pair(key, value), pair("Zone", "b")])
    }),
    ("option", |key, value| Json::from([("Namespace", "aws:x"), ("OptionName", key), ("Value", value)])),
    ("environment of a container", |key, value| {
        let variable = |name: &str, value: &str| Json::from([("name", name), ("value", value)]);
        Json::from([
            ("name", Json::from("web")),
            ("environment", Json::from([variable("PATH", "/bin"), variable(key, value), variable("A", "b")])),
        ])
    }),
    ("a name before the key", |key, value| Json::from([("Name", "web"), ("Key", key), ("Value", value)])),
    ("a name behind the key", |key, value| Json::from([("Key", key), ("Name", "web"), ("Value", value)])),
    ("two keys", |key, value| {
        Json::from([("Key", key), ("Value", value), ("Key", "x"), ("TagValue", value)])
    }),
    ("value as key", |key, value| Json::from([("Tags", Json::from([tag(value, key)])), (value, key.into())])),
    ("pair in a text", |key, value| Json::from([("Description", format!("{key}: {value}"))])),
    ("fifty bytes between", |key, value| {
        Json::from([("Description", format!("{} {key} {} {value}", filler(300), filler(50)))])
    }),
    ("word behind", |key, value| {
        Json::from([("Description", format!("{} {value} is the {key}", filler(300)))])
    }),
    ("value deep in a text", |key, value| {
        Json::from([tag(key, &format!("{} {value} {}", filler(1500), filler(900)))])
    }),
    ("value at the end of a long text", |key, value| {
        Json::from([(key, format!("{} {value}", filler(5000)))])
    }),
    ("document in a string", |key, value| {
        Json::from([("Policy", SPELLINGS[1].write(&Json::from([(key, value)])))])
    }),
    ("among numbers", |key, value| {
        Json::from([
            tag("a", "7"),
            tag("x1", "1"),
            Json::from([(key, value)]),
            tag("b", "2"),
            Json::from([("c", "3")]),
        ])
    }),
    ("key in one element, value in the next", |key, value| {
        Json::from([key.into(), value.into(), tag(key, "x"), tag("y", value)])
    }),
    ("loud key", |key, value| tag(&key.to_uppercase(), value)),
    ("longer keys", |key, value| {
        Json::from([
            tag(&format!("user:team/{key}"), value),
            tag(&format!("{key}-old2"), value),
            tag(&format!("my_{key}"), value),
        ])
    }),
    ("very long key", |key, value| {
        Json::from([
            tag(&format!("{}{key}", filler(150)), value),
            tag(&format!("{key}{}", filler(150)), value),
        ])
    }),
    ("bare string", |_, value| value.into()),
];

/// Key and value are further apart than [`FORMS`] has them.
const FAR: &[Form] = &[
    ("key far before its value", |key, value| {
        Json::from([("Key", key), ("Note", &filler(700)), ("Other", &filler(2000)), ("Value", value)])
    }),
    ("key far behind its value", |key, value| {
        Json::from([("Value", value), ("Note", &filler(700)), ("Other", &filler(2000)), ("Key", key)])
    }),
];

/// Of so many cases, each form and spelling takes one, each another.
const STEP: usize = 61;

// Two tests, for two threads.
#[test]
fn no_form_of_a_tag_hides_a_finding() {
    check(&FORMS[..FORMS.len() / 2], STEP);
}

#[test]
fn no_other_form_of_a_tag_hides_a_finding() {
    check(&FORMS[FORMS.len() / 2..], STEP);
}

#[test]
fn no_distance_from_its_key_hides_a_value() {
    check(FAR, STEP);
}

fn check(forms: &[Form], step: usize) {
    let mut worker = Worker::default();
    let mut lost = Vec::new();
    for (place, &(name, form)) in forms.iter().enumerate() {
        let mut n_found = 0;
        for (index, spelling) in SPELLINGS.iter().enumerate() {
            let cases = cases::all().iter().skip((place + 5 * index) % step).step_by(step);
            for case in cases {
                let text = spelling.write(&form(&case.key, &case.value));
                match worker.compare("a.json", &text) {
                    Ok(n_more) => n_found += n_more,
                    Err(detectors) => {
                        lost.push(format!("{name}, {}: {detectors:?} in {case:?}", spelling.name));
                    }
                }
            }
        }
        assert!(step == 1 || n_found >= 100, "{name}: {n_found} findings say too little");
    }
    assert!(lost.is_empty(), "{} texts lose findings:\n{}", lost.len(), lost.join("\n"));
}

fn tag(key: &str, value: &str) -> Json {
    Json::from([("Key", key), ("Value", value)])
}

/// Words that no detector knows.
fn filler(length: usize) -> String {
    "lorem ipsum dolor ".chars().cycle().take(length).collect::<String>().trim().to_owned()
}
