//! Values that say where a secret is kept.

/// Whether a value points to a secret instead of being one.
pub(super) fn points_elsewhere(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    starts_like_reference(&lower)
        || is_sealed(value)
        || is_path(value)
        || is_attribute(&lower)
        || is_call(&lower)
        || is_prose(&lower)
}

/// Schemes of secret stores, and functions of templates.
fn starts_like_reference(lower: &str) -> bool {
    const SCHEMES: &[&str] = &[
        "arn:",
        "op://",
        "vault:",
        "vault://",
        "ssm:",
        "ssm://",
        "secretsmanager:",
        "secretsmanager://",
        "secret://",
        "awssm",
        "aws-ssm",
        "gcpsm",
        "azurekv",
        "keyvault",
        "kms:",
        "kms://",
        "env:",
        "env://",
        "file:",
        "file://",
        "ref+",
        "ref:",
        "ref(",
        "keychain:",
        "bao:",
        "doppler:",
        "infisical:",
        "parameter:",
        "/aws/",
        "resolve:",
        "http://",
        "https://",
        "s3://",
        "@microsoft.keyvault",
        "secretref:",
        "secretref=",
        "valuefrom",
    ];
    SCHEMES.iter().any(|scheme| lower.starts_with(scheme))
}

/// Ciphertext: KMS blobs, Ansible Vault, SOPS, jasypt, Spring and Puppet.
fn is_sealed(value: &str) -> bool {
    const SEALS: &[&str] = &["AQICAH", "AQECAH", "ENC[", "ENC(", "$ANSIBLE_VAULT", "{cipher}", "vault:v"];
    SEALS.iter().any(|seal| value.starts_with(seal))
}

/// `/etc/passwd`, `./key`, `C:\key`, `prod/db/main`.
fn is_path(value: &str) -> bool {
    let rooted = ["/", "./", "../", "~/", "\\\\"].iter().any(|root| value.starts_with(root));
    let drive = value.get(1..3) == Some(":\\");
    let word = |part: &str| {
        part.len() <= 32
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || b"-_.".contains(&byte) || byte.is_ascii_digit())
            && part.bytes().filter(u8::is_ascii_digit).count() * 2 <= part.len()
    };
    drive
        || (rooted && value.len() > 1 && !value.contains(' '))
        || value.contains('/') && value.split('/').all(word)
}

/// `module.db.password`, `secrets.TOKEN`: a dotted name whose first part is a namespace of some language.
fn is_attribute(lower: &str) -> bool {
    const ROOTS: &[&str] = &[
        "var",
        "local",
        "locals",
        "module",
        "data",
        "each",
        "self",
        "path",
        "env",
        "process",
        "os",
        "config",
        "settings",
        "secrets",
        "secret",
        "vault",
        "ssm",
        "params",
        "parameters",
        "input",
        "inputs",
        "values",
        "vars",
        "github",
        "context",
        "props",
        "output",
        "outputs",
        "dependency",
        "include",
        "credentials",
        "properties",
        "args",
        "options",
        "resources",
        "mappings",
        "stack",
        "app",
    ];
    const RESOURCES: &[&str] =
        &["aws_", "random_", "azurerm_", "google_", "kubernetes_", "vault_", "tls_", "github_"];
    let identifier = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.[]*\"'".contains(&byte);
    let Some((root, rest)) = lower.trim_start_matches('.').split_once('.') else { return false };
    let namespace = ROOTS.contains(&root) || RESOURCES.iter().any(|resource| root.starts_with(resource));
    namespace && !rest.is_empty() && rest.bytes().all(identifier)
}

/// `file("key.pem")`, `get_secret('x')`.
fn is_call(lower: &str) -> bool {
    let Some((name, _)) = lower.strip_suffix(')').and_then(|inner| inner.split_once('(')) else {
        return false;
    };
    name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'.')
}

/// `see vault`, `stored in Secrets Manager`: words that no passphrase is made of.
fn is_prose(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "and",
        "are",
        "ask",
        "by",
        "call",
        "change",
        "check",
        "contact",
        "cyberark",
        "for",
        "from",
        "generated",
        "get",
        "held",
        "hashicorp",
        "in",
        "is",
        "keepass",
        "kept",
        "keychain",
        "lastpass",
        "located",
        "managed",
        "manager",
        "must",
        "not",
        "of",
        "on",
        "only",
        "or",
        "parameter",
        "please",
        "see",
        "set",
        "should",
        "stored",
        "the",
        "this",
        "to",
        "use",
        "using",
        "vault",
        "via",
        "will",
        "with",
        "1password",
        "bitwarden",
        "rotated",
        "ssm",
        "kms",
        "secretsmanager",
    ];
    let mut words =
        lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let n_words = words.clone().count();
    let store = [
        "vault",
        "keychain",
        "1password",
        "secretsmanager",
        "lastpass",
        "keepass",
        "cyberark",
        "bitwarden",
        "ssm",
    ];
    match n_words {
        0 => false,
        1 => store.contains(&lower),
        _ => lower.contains(char::is_whitespace) && words.any(|word| WORDS.contains(&word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_secrets() {
        for (text, expected) in [
            ("vault", true),
            ("stored in Secrets Manager", true),
            ("file(\"key.pem\")", true),
            ("aws_db_instance.main.password", true),
            ("secrets.DB_PASSWORD", true),
            ("/run/secrets/db", true),
            ("C:\\keys\\db.txt", true),
            ("ENC[AES256_GCM,data:x]", true),
            ("https://vault.acme.io/x", true),
            ("hunter2", false),
            ("a/B9x+Qz/7Lm", false),
            ("correct horse battery staple", false),
            ("p.w4ord", false),
            ("a1(b)", false),
        ] {
            assert_eq!(points_elsewhere(text), expected, "{text}");
        }
    }
}
