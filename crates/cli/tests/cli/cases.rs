//! One table: arguments, input, files; exit code and what is printed.

use crate::program::{Folder, alive};

struct Case {
    line: &'static str,
    stdin: &'static str,
    files: &'static [(&'static str, &'static str)],
    code: i32,
    stdout: &'static [&'static str],
    stderr: &'static [&'static str],
}

const EMPTY: Case = Case { line: "", stdin: "", files: &[], code: 0, stdout: &[], stderr: &[] };

const LEAK: &str = "tags = {\n  deploy = \"{ghp}\"\n}\n";

const CASES: &[Case] = &[
    Case {
        line: "scan main.tf",
        files: &[("main.tf", LEAK)],
        code: 1,
        stdout: &["critical[github-token]", "main.tf:2:13", "ghp_…", "= help: ", "1 finding in 1 file"],
        ..EMPTY
    },
    Case {
        line: "scan --format concise .",
        files: &[("infra/main.tf", LEAK), ("clean.tf", "tags = {}\n")],
        code: 1,
        stdout: &["infra/main.tf:2:13: critical github-token ghp_…"],
        stderr: &["tagleaks: 1 finding, exit code 1"],
        ..EMPTY
    },
    Case { line: "scan --format concise .", files: &[("clean.tf", "tags = {}\n")], code: 0, ..EMPTY },
    Case {
        line: "scan -",
        stdin: LEAK,
        code: 1,
        stdout: &["critical[github-token]", "<stdin>:2:13"],
        ..EMPTY
    },
    Case { line: "scan -", stdin: "", code: 0, stdout: &["No findings in 1 file"], ..EMPTY },
    Case {
        line: "scan --only contact main.tf",
        files: &[("main.tf", LEAK)],
        code: 0,
        stdout: &["No findings"],
        ..EMPTY
    },
    Case {
        line: "scan missing.tf main.tf --format jsonl",
        files: &[("main.tf", LEAK)],
        code: 2,
        stdout: &["\"type\":\"finding\"", "\"type\":\"notice\"", "\"incomplete\":true"],
        stderr: &[
            "warning: missing.tf: unreadable: ",
            "1 finding, but not everything was scanned: exit code 2, which wins",
        ],
        ..EMPTY
    },
    Case {
        line: "scan missing.tf",
        code: 2,
        stdout: &["Not scanned", "missing.tf", "incomplete"],
        stderr: &["exit code 2"],
        ..EMPTY
    },
    Case {
        line: "scan .",
        files: &[(".hidden.tf", LEAK), ("ignored.tf", LEAK), (".gitignore", "ignored.tf\n")],
        code: 0,
        stdout: &["No findings in 0 files"],
        stderr: &["warning: 0 files scanned"],
        ..EMPTY
    },
    Case {
        line: "scan . --hidden --no-ignore --format concise",
        files: &[(".hidden.tf", LEAK), ("ignored.tf", LEAK), (".gitignore", "ignored.tf\n")],
        code: 1,
        stdout: &[".hidden.tf:2:13", "ignored.tf:2:13"],
        ..EMPTY
    },
    Case {
        line: "scan missing/{ghp}.tf --format jsonl",
        code: 2,
        stdout: &["\"path\":\"missing/ghp_…", "\"type\":\"notice\""],
        stderr: &["warning: missing/ghp_…"],
        ..EMPTY
    },
    Case {
        line: "scan a.bin --format concise",
        files: &[("a.bin", "\0\u{1}")],
        code: 2,
        stderr: &["warning: a.bin: not-text: a binary file; its bytes were scanned as text"],
        ..EMPTY
    },
    Case { line: "scan . --format concise", files: &[("a.bin", "\0\u{1}")], code: 0, ..EMPTY },
    Case {
        line: "scan a.json b.jsonl c.csv --format concise",
        files: &[
            ("a.json", "{\n\"a\": nothing"),
            ("b.jsonl", "{\"a\": 1}\n{\"b\": 2}\n{\"a\": \n"),
            ("c.csv", "a,b\n1,2\n1\n1,2,3\n"),
        ],
        code: 2,
        stderr: &[
            "not JSON from line 2 on",
            "line 3 is not JSON; it was scanned",
            "2 rows do not fit the header, the first at line 3;",
        ],
        ..EMPTY
    },
    Case { line: "scan", code: 2, stderr: &["required", "<PATH>"], ..EMPTY },
    Case { line: "scan --fromat csv .", code: 2, stderr: &["--fromat", "--format"], ..EMPTY },
    Case {
        line: "scan --format xml .",
        code: 2,
        stderr: &["invalid value 'xml'", "pretty, concise, jsonl, csv, sarif"],
        ..EMPTY
    },
    Case { line: "scan --min-confidence sure .", code: 2, stderr: &["possible, likely, certain"], ..EMPTY },
    Case { line: "scan --threads 0 .", code: 2, stderr: &["0 is not in 1..=1024"], ..EMPTY },
    Case { line: "sweep --source ec2", code: 2, stderr: &["tagging, iam"], ..EMPTY },
    Case {
        line: "scan --reveal main.tf",
        files: &[("main.tf", LEAK)],
        code: 2,
        stderr: &["error: --reveal shows values on a terminal only"],
        ..EMPTY
    },
    Case {
        line: "scan . --reveal --output f.csv",
        files: &[("main.tf", LEAK)],
        code: 2,
        stderr: &["error: --reveal cannot write f.csv into a folder that is scanned"],
        ..EMPTY
    },
    Case { line: "--version", code: 0, stdout: &["tagleaks 0.1.0"], ..EMPTY },
    Case {
        line: "--help",
        code: 0,
        stdout: &["sweep", "scan", "detectors", "policy", "Exit codes"],
        ..EMPTY
    },
    Case {
        line: "sweep --help",
        code: 0,
        stdout: &["tagleaks sweep --demo", "--region", "[default: all"],
        ..EMPTY
    },
    Case { line: "detectors list", code: 0, stdout: &["github-token", "credential", "iban"], ..EMPTY },
    Case {
        line: "detectors explain github-token",
        code: 0,
        stdout: &[
            "GitHub",
            "ghp_",
            "what to do",
            "severity",
            "countries     any",
            "validator     github-crc32",
        ],
        ..EMPTY
    },
    Case {
        line: "detectors explain token-github",
        code: 2,
        stderr: &["no detector `token-github`", "did you mean `github-token`?"],
        ..EMPTY
    },
    Case {
        line: "detectors test - --key deploy",
        stdin: "{ghp}\n",
        code: 0,
        stdout: &["certain", "github-token"],
        ..EMPTY
    },
    Case {
        line: "detectors test nothing",
        code: 0,
        stdout: &["nothing in the text is a candidate"],
        ..EMPTY
    },
    Case {
        line: "detectors test 4111-1111-1111",
        code: 0,
        stdout: &["more detectors, whose regexes do not match; --all shows them"],
        ..EMPTY
    },
    Case {
        line: "detectors test 4111-1111-1111 --all",
        code: 0,
        stdout: &["no        payment-card: digits stand in the text, but its regex does not match there"],
        ..EMPTY
    },
    Case {
        line: "detectors explain nope",
        code: 2,
        stderr: &["no detector `nope`; `tagleaks detectors list` shows all"],
        ..EMPTY
    },
    Case {
        line: "scan --only contcat,email .",
        code: 2,
        stderr: &["error: no detector looks for `contcat`; There are the kinds credential, contact"],
        ..EMPTY
    },
    Case {
        line: "scan --only contact --skip contacts .",
        code: 2,
        stderr: &["error: no detector is left"],
        ..EMPTY
    },
    Case {
        line: "scan --only credentials --format concise main.tf",
        files: &[("main.tf", LEAK)],
        code: 1,
        stdout: &["critical github-token"],
        ..EMPTY
    },
    Case { line: "scan --only email --format concise main.tf", files: &[("main.tf", LEAK)], ..EMPTY },
    Case { line: "scan --skip github-token --format concise main.tf", files: &[("main.tf", LEAK)], ..EMPTY },
    Case { line: "scan --exclude credential --format concise main.tf", files: &[("main.tf", LEAK)], ..EMPTY },
    Case {
        line: "scan --min-severity high --format concise main.tf",
        files: &[("main.tf", "owner = \"jane.roe@corp-mail.de\"\ndeploy = \"{ghp}\"\n")],
        code: 1,
        stdout: &["main.tf:2:11: critical"],
        ..EMPTY
    },
    Case {
        line: "scan --country Germany .",
        code: 2,
        stderr: &["a country is a code of two letters, such as DE"],
        ..EMPTY
    },
    Case {
        line: "scan --country QQ .",
        code: 2,
        stderr: &["error: no detector is made for the country `QQ`; there are"],
        ..EMPTY
    },
    Case {
        line: "detectors test",
        code: 0,
        stdout: &["built-in detectors and 0 of 0 of your own: all as they should"],
        ..EMPTY
    },
    Case {
        line: "detectors list --kind financial --covers credit_card",
        code: 0,
        stdout: &["payment-card"],
        ..EMPTY
    },
    Case { line: "detectors list --covers nothing", code: 0, stdout: &["no detector is like that"], ..EMPTY },
    Case {
        line: "detectors list --kind contact --format json",
        code: 0,
        stdout: &["\"id\": \"email\"", "\"severity\": \"medium\""],
        ..EMPTY
    },
    Case {
        line: "detectors explain email --format json",
        code: 0,
        stdout: &["\"validate\": \"email\"", "\"match\": [", "\"context\": \"none\""],
        ..EMPTY
    },
    Case { line: "policy", code: 0, stdout: &["tag:GetResources", "iam:ListRoles", "2012-10-17"], ..EMPTY },
    Case { line: "policy --source iam", code: 0, stdout: &["iam:ListRoles"], ..EMPTY },
    Case {
        line: "sweep --endpoint-url http://example.com --region eu-west-1",
        code: 2,
        stderr: &["error: cannot use endpoint `http://example.com"],
        ..EMPTY
    },
    Case { line: "sweep --region nowhere", code: 2, stderr: &["error: `nowhere` is not the name"], ..EMPTY },
];

#[test]
fn every_case_ends_as_it_should() {
    let secret = alive("{ghp}");
    for case in CASES {
        let run = Folder::with(case.files).run_with(alive(case.line).split_whitespace(), case.stdin, &[]);
        let line = case.line;
        assert_eq!(run.code, case.code, "tagleaks {line}: {run:?}");
        assert!(!run.shows(&secret), "tagleaks {line} shows a value: {run:?}");
        for text in case.stdout {
            assert!(run.stdout.contains(text), "tagleaks {line}: no {text:?} on stdout: {run:?}");
        }
        for text in case.stderr {
            assert!(run.stderr.contains(text), "tagleaks {line}: no {text:?} on stderr: {run:?}");
        }
        if case.code == 0 && case.stdout.is_empty() {
            assert_eq!(run.stdout, "", "tagleaks {line}: silent success");
        }
    }
}
