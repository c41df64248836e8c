//! Places in decimal degrees.

/// Whether a match is a latitude and a longitude, each with the decimals of a house and not of a town.
pub(super) fn pair(bytes: &[u8]) -> bool {
    let numbers: Vec<f64> = numbers(bytes).collect();
    let is_null_island = |latitude: f64, longitude: f64| latitude.abs() < 1.0 && longitude.abs() < 1.0;
    matches!(numbers[..], [latitude, longitude]
        if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && !is_null_island(latitude, longitude))
}

/// Whether a match is one of both.
pub(super) fn single(bytes: &[u8]) -> bool {
    let mut numbers = numbers(bytes);
    numbers.next().is_some_and(|degrees| (1.0..=180.0).contains(&degrees.abs())) && numbers.next().is_none()
}

/// Numbers with three decimals or more.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = f64> {
    bytes.split(|byte| !byte.is_ascii_digit() && !b".+-".contains(byte)).filter_map(|word| {
        let text = std::str::from_utf8(word).ok()?;
        let (_, decimals) = text.split_once('.')?;
        (decimals.len() >= 3).then(|| text.parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_of_a_place() {
        for (text, is_pair, is_single) in [
            ("41.948614,-87.655311", true, false),
            ("-33.8688, 151.2093", true, false),
            ("lat: 48.1374, lng: 11.5755", true, false),
            ("41.948614", false, true),
            ("0.948614,-0.655311", false, false),
            ("95.1234,11.5755", false, false),
            ("48.1374,191.5755", false, false),
            ("48.13,11.57", false, false),
            ("0.7512", false, false),
            ("48", false, false),
        ] {
            assert_eq!(pair(text.as_bytes()), is_pair, "{text}");
            assert_eq!(single(text.as_bytes()), is_single, "{text}");
        }
    }
}
