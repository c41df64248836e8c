//! Values that are source code: the right side of an assignment is an expression or a type.

/// Whether a value is an expression, a type, a statement or a regular expression.
pub(super) fn is_code(value: &str) -> bool {
    let value = value.split(" #").next().unwrap_or_default();
    let value = value.trim().trim_end_matches([',', ';', '\\']);
    is_typed(value)
        || is_indexed(value)
        || is_called(value)
        || is_member(value)
        || is_constant(value)
        || is_hex_number(value)
        || is_class(value)
        || is_statement(value)
        || is_assignment(value)
        || is_regex(value)
}

/// `str`, `Optional[str] = None`, `str | None`, `null, string name = null`.
fn is_typed(value: &str) -> bool {
    let (word, rest) = identifier(value);
    let rest = rest.trim_start();
    TYPES.contains(&word) && (rest.is_empty() || rest.starts_with(['[', '|', '=', ',', ';', ')', '?', '>']))
}

#[rustfmt::skip]
const TYPES: &[&str] = &[
    "str", "string", "String", "int", "bool", "boolean", "bytes", "float", "object", "any", "Any", "dict", "list",
    "tuple", "set", "char", "void", "Optional", "Union", "List", "Dict", "None", "null", "nil", "True", "False",
    "true", "false", "SecureString", "number", "undefined", "byte", "error", "interface", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64",
    "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "rune",
];

/// `outputs["password"]`, `t.Annotated[`.
fn is_indexed(value: &str) -> bool {
    let (name, rest) = identifier(value);
    rest.starts_with('[') && name.len() >= 3 && !name.bytes().any(|byte| byte.is_ascii_digit())
}

/// `pytest.param(`, `str(uuid()).encode("utf-8")`, `Ed25519PrivateKey.generate()`.
fn is_called(value: &str) -> bool {
    let (name, rest) = identifier(value.trim_start_matches('('));
    let method = name.rsplit('.').next().unwrap_or_default();
    let object = name.strip_suffix(method).unwrap_or_default();
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte == b'_' || (byte.is_ascii_digit() && !object.is_empty());
    rest.starts_with('(') && method.len() >= 3 && method.bytes().all(plain)
}

/// `parts.password`, `ASLLexer.PASS`: names with dots between, without digits.
fn is_member(value: &str) -> bool {
    let letters =
        |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let value = value.trim_start_matches(['&', '*', '$', '(']).trim_end_matches(')');
    value.contains('.') && value.split('.').all(letters)
}

/// `EC_SECP384R1_KEY`, `@ESXI1_PASSWORD`.
fn is_constant(value: &str) -> bool {
    let name = value.trim_start_matches(['@', '$', '%']).trim_end_matches('%');
    let allowed = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    let n_digits = name.bytes().filter(u8::is_ascii_digit).count();
    let first = name.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase());
    first && name.contains('_') && name.bytes().all(allowed) && n_digits * 4 <= name.len()
}

/// `0x02`, `0x00000020`.
fn is_hex_number(value: &str) -> bool {
    let digits = value.strip_prefix("0x").or_else(|| value.strip_prefix("0X")).unwrap_or_default();
    (1..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `InvalidContinuationToken`: three words or more, each with a capital and two small letters at the least.
fn is_class(value: &str) -> bool {
    let mut words = 0;
    let mut small = 2;
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' if small >= 2 => (words, small) = (words + 1, 0),
            b'a'..=b'z' => small += 1,
            _ => return false,
        }
    }
    words >= 3 && small >= 2 && value.starts_with(|first: char| first.is_ascii_uppercase())
}

/// `return popen_kwargs`, `continue`.
fn is_statement(value: &str) -> bool {
    const WORDS: &[&str] =
        &["return", "continue", "raise", "yield", "await", "lambda", "assert", "break", "elif"];
    WORDS.contains(&value.split_whitespace().next().unwrap_or_default().trim_end_matches(['(', ':']))
}

/// `total += 1`, `self.name = value`, `x == y`.
fn is_assignment(value: &str) -> bool {
    let (name, rest) = identifier(value);
    let signs = [" = ", " += ", " -= ", " == ", " != ", " := ", " and ", " or "];
    name.len() >= 2 && signs.iter().any(|sign| rest.starts_with(sign))
}

/// `r"[A-Za-z0-9+/]{40,}"`, `Vault password:\s*?$`.
fn is_regex(value: &str) -> bool {
    const MARKS: &[&str] = &[
        "[A-Z", "[a-z", "[0-9", "[^", "(?:", "(?P", "(?i", "\\s*", "\\s+", "\\d+", "\\d{", "\\w+", "\\w*",
        ".*",
    ];
    MARKS.iter().any(|mark| value.contains(mark))
}

/// The name that a value starts with, dots included, and what follows it.
fn identifier(value: &str) -> (&str, &str) {
    let first = value.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let end = value
        .bytes()
        .position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.'))
        .unwrap_or(value.len());
    value.split_at(if first { end } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_secrets() {
        for (text, expected) in [
            ("str", true),
            ("str,", true),
            ("str | None = None,", true),
            ("Optional[dict] = None", true),
            ("null, string displayName = null)", true),
            ("List[PasswordCredential] = []", true),
            ("outputs[\"password\"],", true),
            ("Ed25519PrivateKey.generate()", true),
            ("run_command('openssl', 'passwd')", true),
            ("pytest.param(", true),
            ("connection.password,  # required for scenarios", true),
            ("ASLLexer.PASS", true),
            ("base64.standard_b64decode(private_key)", true),
            ("InvalidNextTokenException", true),
            ("SuperSecret", false),
            ("AbCdEfGhIjKl", false),
            ("EC_SECP384R1_KEY", true),
            ("@ESXI1_PASSWORD", true),
            ("return popen_kwargs", true),
            ("counted_generic += contribution", true),
            ("[A-Za-z0-9+/]{40,}={0,2}", true),
            ("u32", true),
            ("0x00000020", true),
            ("0xhunter2", false),
            ("strong", false),
            ("string1", false),
            ("Ab1[x9", false),
            ("a1(b)", false),
            ("summer.2024", false),
            ("p.w4ord", false),
            ("ADMIN_2024", false),
            ("HUNTER2", false),
            ("returned", false),
            ("correct horse battery staple", false),
            ("Tr0ub4dor&3", false),
            ("hunter2=x", false),
        ] {
            assert_eq!(is_code(text), expected, "{text}");
        }
    }
}
