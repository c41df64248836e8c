//! Values that say where a secret is kept.

/// Whether a value points to a secret instead of being one.
pub(super) fn points_elsewhere(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    starts_like_reference(&lower)
        || is_url(&lower)
        || is_sealed(value)
        || is_path(value)
        || is_attribute(&lower)
        || is_secret_name(value)
        || is_property_name(value)
        || is_call(&lower)
        || names_store(&lower)
        || is_prose(&lower)
}

/// Prefixes by which secret stores and templates are called.
fn starts_like_reference(lower: &str) -> bool {
    PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
}

#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "arn:", "vault:", "ssm:", "secretsmanager:", "awssm", "aws-ssm", "gcpsm", "azurekv", "keyvault", "kms:", "env:",
    "file:", "ref+", "ref:", "ref(", "keychain:", "bao:", "doppler:", "infisical:", "parameter:", "/aws/", "resolve:",
    "enc:", "rds!", "gcp:", "encrypted:", "sealed:", "sm:", "gsm:", "chamber:", "conjur:", "secret:", "secrets/", "@microsoft.keyvault", "secretref:", "secretref=", "valuefrom",
];

/// Whatever the scheme: a URL says where to look.
fn is_url(lower: &str) -> bool {
    let scheme = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"+.-".contains(&byte);
    lower.split_once("://").is_some_and(|(name, _)| name.len() > 1 && name.bytes().all(scheme))
}

/// Ciphertext: KMS blobs, Ansible Vault, SOPS, jasypt, Spring and Puppet.
fn is_sealed(value: &str) -> bool {
    const SEALS: &[&str] = &["AQICAH", "AQECAH", "ENC[", "ENC(", "$ANSIBLE_VAULT", "{cipher}", "vault:v"];
    SEALS.iter().any(|seal| value.starts_with(seal)) || is_vault_line(value)
}

/// A line of the body of an Ansible Vault: hex digits of text that is hex digits and line ends itself.
fn is_vault_line(value: &str) -> bool {
    let (pairs, rest) = value.as_bytes().as_chunks::<2>();
    let is_hex_digit = |pair: &[u8; 2]| match pair {
        [b'3', low] => low.is_ascii_digit(),
        [b'6', low] => (b'1'..=b'6').contains(low),
        pair => pair == b"0a",
    };
    pairs.len() >= 10 && rest.is_empty() && pairs.iter().all(is_hex_digit)
}

/// `/etc/passwd`, `./key`, `C:\key`, `prod/db/main`.
fn is_path(value: &str) -> bool {
    let rooted = ["/", "./", "../", "~/", "\\\\"].iter().any(|root| value.starts_with(root));
    let drive = value.get(1..3) == Some(":\\");
    let (first, rest) = value.split_once('/').unwrap_or_default();
    let word = first.bytes().all(|byte| byte.is_ascii_lowercase() || b"-_".contains(&byte));
    let relative = first.len() > 1 && word && rest.split('/').all(is_path_part);
    drive || relative || (rooted && value.len() > 1 && !value.contains(' '))
}

/// A word, or a number such as a version or an account.
fn is_path_part(part: &str) -> bool {
    let n_digits = part.bytes().filter(u8::is_ascii_digit).count();
    let plain = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    part.len() <= 40 && plain && (n_digits * 3 <= part.len() || n_digits == part.len())
}

/// `module.db.password`, `secrets.TOKEN`: a dotted name whose first part is a namespace of some language.
fn is_attribute(lower: &str) -> bool {
    let Some((root, rest)) = lower.trim_start_matches('.').split_once('.') else { return false };
    let identifier = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.[]*\"'".contains(&byte);
    let namespace = NAMESPACES.contains(&root) || RESOURCES.iter().any(|resource| root.starts_with(resource));
    namespace && !rest.is_empty() && rest.bytes().all(identifier)
}

#[rustfmt::skip]
const NAMESPACES: &[&str] = &[
    "var", "local", "locals", "module", "data", "each", "self", "path", "env", "process", "os", "config", "settings",
    "secrets", "secret", "vault", "ssm", "params", "parameters", "input", "inputs", "values", "vars", "github",
    "context", "props", "output", "outputs", "dependency", "include", "credentials", "properties", "args", "options",
    "resources", "mappings", "stack", "app",
];

/// Providers whose resources Terraform names as `aws_db_instance.main`.
#[rustfmt::skip]
const RESOURCES: &[&str] =
    &["aws_", "random_", "azurerm_", "google_", "kubernetes_", "vault_", "tls_", "github_", "digitalocean_"];

/// `vault_db_password`, `db-password-9x`: plain words that say secret name one.
fn is_secret_name(value: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || b"_-".contains(&byte);
    let words = || value.split(['_', '-']);
    let is_head = |word: &str| HEADS.contains(&word.trim_end_matches(|last: char| last.is_ascii_digit()));
    match words().count() {
        0 | 1 => false,
        2 => value.bytes().all(plain) && words().next_back().is_some_and(is_head),
        _ => words().all(is_short_word) && words().any(is_head),
    }
}

const HEADS: &[&str] = &[
    "password",
    "passwords",
    "passwd",
    "pwd",
    "pass",
    "secret",
    "secrets",
    "token",
    "key",
    "credentials",
    "creds",
];

/// `db`, `password`, `9x`: letters, or a number of at most two digits with a letter.
fn is_short_word(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_lowercase).count();
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    !word.is_empty() && letters + digits == word.len() && (digits == 0 || digits <= 2)
}

/// `DatabaseMasterPassword`, `MasterUsername`: the name of a parameter or a property, of which the last word tells what it is.
fn is_property_name(value: &str) -> bool {
    const LAST: &[&str] = &[
        "Password",
        "Passwords",
        "Passwd",
        "Secret",
        "Token",
        "Key",
        "Parameter",
        "SecretName",
        "Credentials",
        "Username",
        "UserName",
        "Arn",
        "Ref",
    ];
    let of_a_type = value.ends_with("Credentials");
    let camel = value.bytes().all(|byte| byte.is_ascii_alphabetic() || (of_a_type && byte.is_ascii_digit()));
    let rest = LAST.iter().find_map(|last| value.strip_suffix(last)).unwrap_or_default();
    let capital = value.starts_with(|first: char| first.is_ascii_uppercase());
    camel
        && capital
        && rest.len() >= 2
        && (of_a_type || rest.ends_with(|last: char| last.is_ascii_lowercase()))
}

/// `file("key.pem")`, `get_secret('x')`.
fn is_call(lower: &str) -> bool {
    let Some((name, _)) = lower.strip_suffix(')').and_then(|inner| inner.split_once('(')) else {
        return false;
    };
    name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'.')
}

/// `gcp:secretmanager:x`: a name that only a store of secrets has.
fn names_store(lower: &str) -> bool {
    ["secretsmanager", "secretmanager", "secrets-manager", "keyvault", "parameter-store", "parameterstore"]
        .iter()
        .any(|store| lower.contains(store))
}

/// `see vault`, `stored in Secrets Manager`: words that no passphrase is made of.
fn is_prose(lower: &str) -> bool {
    let mut words =
        lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.clone().count() {
        0 => false,
        1 => STORES.contains(&lower),
        _ => {
            let named = ["password", "passphrase"].iter().any(|noun| lower.ends_with(&format!(" {noun}")));
            named
                || lower.contains(char::is_whitespace)
                    && words.any(|word| WORDS.contains(&word) || STORES.contains(&word))
        }
    }
}

#[rustfmt::skip]
const STORES: &[&str] = &[
    "vault", "keychain", "1password", "secretsmanager", "lastpass", "keepass", "cyberark", "bitwarden", "ssm", "kms",
    "hashicorp", "secretmanager", "keyvault", "parameterstore", "awscurrent", "awspending", "awsprevious", "secretstring",
    "secretbinary", "sso", "saml", "oidc", "oauth", "oauth2", "iam", "ldap", "ntlm", "kerberos", "mfa",
];

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "a", "and", "are", "ask", "at", "auth", "env", "here", "your", "injected", "runtime", "var", "by", "call", "change", "check", "contact", "for", "from", "generated", "get", "held",
    "in", "is", "kept", "located", "managed", "manager", "must", "not", "of", "on", "only", "or", "parameter",
    "please", "rotated", "see", "set", "should", "stored", "the", "this", "to", "use", "using", "via", "will", "with",
];

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
            ("$ANSIBLE_VAULT;1.1;AES256", true),
            ("36313462653532623738346536363564613161363831636464343237313966393966653132", true),
            ("3335333865306530370a3966653132346231", true),
            ("3631346265353262373834653636356461316136383163646434343237313966393966653192", false),
            ("363134626535", false),
            ("https://vault.acme.io/x", true),
            ("aws-sm://prod/orders/db", true),
            ("rds!db-7f3c9d2a-41b8-4c0e-9a57-2d6e8f10b3c4", true),
            ("my-secretsmanager-entry", true),
            ("IAM auth", true),
            ("SecretString", true),
            ("ldapBind#1", false),
            ("projects/618033988749/secrets/db/versions/3", true),
            ("prod/db/password-AbCdEf", true),
            ("vault_db_password", true),
            ("db-password-9x", true),
            ("DatabaseMasterPassword", true),
            ("MasterUsername", true),
            ("M365Credentials", true),
            ("Welcome2Password", false),
            ("testPassword", false),
            ("OpenShift UI Password", true),
            ("root-password1", false),
            ("password-1", false),
            ("Summer-Password-22", false),
            ("mysecretpassword", false),
            ("hunter2", false),
            ("a/B9x+Qz/7Lm", false),
            ("aB3/x9Kq/Zz81", false),
            ("correct horse battery staple", false),
            ("p.w4ord", false),
            ("a1(b)", false),
        ] {
            assert_eq!(points_elsewhere(text), expected, "{text}");
        }
    }
}
