//! Who signed for which region and service.

use http::HeaderMap;

/// Region and service of a signature's scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) region: String,
    pub(super) service: String,
}

/// Reads the scope of an AWS signature, version 4; `None` where the request is not signed in full.
///
/// The signature is not recomputed: the server has no secret to do it with.
pub(super) fn scope(headers: &HeaderMap) -> Option<Scope> {
    let authorization = headers.get("authorization")?.to_str().ok()?;
    headers.get("x-amz-date")?;
    let fields = authorization.strip_prefix("AWS4-HMAC-SHA256 ")?;
    let field = |name: &str| fields.split(", ").find_map(|field| field.strip_prefix(name)?.strip_prefix('='));
    let signature = field("Signature")?;
    let is_signature = signature.len() == 64 && signature.bytes().all(|byte| byte.is_ascii_hexdigit());
    let signs_host = field("SignedHeaders")?.split(';').any(|name| name == "host");
    let [_key, _date, region, service, "aws4_request"] =
        field("Credential")?.split('/').collect::<Vec<_>>()[..]
    else {
        return None;
    };
    (is_signature && signs_host).then(|| Scope { region: region.to_owned(), service: service.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(authorization: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("x-amz-date", "20240501T000000Z".parse().unwrap());
        headers.insert("authorization", authorization.parse().unwrap());
        headers
    }

    #[test]
    fn only_a_whole_signature_has_a_scope() {
        let signature = "0a".repeat(32);
        let whole = format!(
            "AWS4-HMAC-SHA256 Credential=KEY/20240501/eu-west-1/tagging/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, Signature={signature}"
        );
        let expected = Scope { region: "eu-west-1".to_owned(), service: "tagging".to_owned() };
        assert_eq!(scope(&signed(&whole)), Some(expected));
        for broken in [
            whole.replace("AWS4-HMAC-SHA256", "Bearer"),
            whole.replace(&signature, "abc"),
            whole.replace("/aws4_request", ""),
            whole.replace("host;", ""),
            whole.replace("Signature=", "Sig="),
            String::new(),
        ] {
            assert_eq!(scope(&signed(&broken)), None, "{broken}");
        }
        let mut undated = signed(&whole);
        undated.remove("x-amz-date");
        assert_eq!(scope(&undated), None);
    }
}
