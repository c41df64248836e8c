//! The code of a second factor: from the environment, or from whoever sits at the terminal.

use std::env;
use std::io::{self, IsTerminal};

use fetcher::CodePrompt;

use crate::console;

const VARIABLE: &str = "TAGLEAKS_MFA_CODE";

/// Asks once a profile or `--mfa-serial` turns out to want a code.
pub(crate) fn prompt() -> CodePrompt {
    CodePrompt::new(|serial| env::var(VARIABLE).ok().or_else(|| ask(serial)))
}

fn ask(serial: &str) -> Option<String> {
    if !io::stdin().is_terminal() {
        return None;
    }
    console::say(&format!("code of {}:", reporter::visible(serial)));
    let mut line = String::new();
    io::stdin().read_line(&mut line).ok()?;
    Some(line.trim().to_owned())
}
