//! Tables and charts for people.
//!
//! - `table`: a Markdown table
//! - `place`: the part of a file between two markers
//! - `setting`: when and where figures were measured
//! - `chart`: bars on a logarithmic scale, as SVG

mod chart;
mod place;
mod setting;
mod table;

pub use chart::{Bar, bars};
pub use place::write_between;
pub use setting::setting;
pub use table::table;

/// A number with three digits that count.
pub fn digits(number: f64) -> String {
    match number.abs() {
        size if size >= 100.0 => format!("{number:.0}"),
        size if size >= 10.0 => format!("{number:.1}"),
        size if size >= 1.0 => format!("{number:.2}"),
        size if size >= 0.1 => format!("{number:.3}"),
        _ => format!("{number:.4}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_count() {
        let numbers = [1234.5, 99.95, 12.345, 1.2345, 0.012_34];
        assert_eq!(numbers.map(digits), ["1234", "100.0", "12.3", "1.23", "0.0123"]);
    }
}
