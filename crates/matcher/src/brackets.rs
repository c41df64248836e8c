//! Brackets: an expression closes what it opened last, and a password with brackets in it may not.

/// Whether a bracket closes another one than was opened last; text that is cut off crosses nothing.
pub(crate) fn cross(text: &[u8]) -> bool {
    let mut open = Vec::new();
    text.iter().any(|byte| match byte {
        b'(' | b'[' | b'{' => {
            open.push(*byte);
            false
        }
        b')' => open.pop().is_some_and(|last| last != b'('),
        b']' => open.pop().is_some_and(|last| last != b'['),
        b'}' => open.pop().is_some_and(|last| last != b'{'),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_and_noise() {
        for (text, expected) in [
            ("${var.password}", false),
            ("{{ lookup('env', x[0]) }}", false),
            ("${merge({a=1", false),
            ("a}}", false),
            ("", false),
            ("{{h}o)p${e]nob(ody[", true),
            ("([)]", true),
            ("${e]x}", true),
        ] {
            assert_eq!(cross(text.as_bytes()), expected, "{text}");
        }
    }
}
