//! What a finding is about and how much it matters.

/// Declares an enum of unit variants with one kebab-case name each.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every value, lowest first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name on the wire and in detector files.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of a name; `None` where the name is unknown.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }
    };
}
pub(crate) use named;

named! {
    /// The group of sensitive data that a detector belongs to.
    Kind {
        /// Keys, tokens, passwords, signed URLs.
        Credential = "credential",
        /// E-mail addresses, phone numbers, postal addresses.
        Contact = "contact",
        /// Cards, bank accounts.
        Financial = "financial",
        /// Numbers that a state gives to a person.
        GovernmentId = "government-id",
        /// Health insurance and patient identifiers.
        Health = "health",
        /// Names, dates of birth.
        Person = "person",
        /// Addresses of machines that point to a person.
        Network = "network",
    }
}

named! {
    /// How bad it is that the value stands where it stands.
    Severity {
        /// Worth knowing.
        Info = "info",
        /// Unwanted.
        Low = "low",
        /// Personal data of one person.
        Medium = "medium",
        /// Regulated data or a credential of limited power.
        High = "high",
        /// A credential that works for whoever reads it.
        Critical = "critical",
    }
}

named! {
    /// How sure the matcher is.
    Confidence {
        /// Shape only; hidden unless asked for.
        Possible = "possible",
        /// Shape and context, or a weak checksum and context.
        Likely = "likely",
        /// A format that nothing else has, or a strong checksum.
        Certain = "certain",
    }
}
