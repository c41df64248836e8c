//! Bars on a logarithmic scale, as SVG that is readable on light and on dark ground.

use std::fmt::Write as _;

use super::digits;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length; without one, the note stands alone.
    pub value: Option<f64>,
    /// Words behind the bar.
    pub note: String,
    /// Whether it is the one that the others are compared with.
    pub is_ours: bool,
}

const ROW: f64 = 30.0;
const LEFT: f64 = 250.0;
const PLOT: f64 = 440.0;
const WIDTH: f64 = 960.0;
const TOP: f64 = 60.0;
/// Works on both grounds; the ground itself is left to the page.
const STYLE: &str = "\
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 15px }
.small { font-size: 11px; fill: #57606a }
.grid { stroke: #8c959f; stroke-opacity: .35 }
.bar { fill: #8c959f }
.ours { fill: #1f883d }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.small { fill: #9198a1 }
.ours { fill: #3fb950 }
}";

/// Draws the bars.
pub fn bars(title: &str, unit: &str, bars: &[Bar]) -> String {
    let scale = Scale::over(bars);
    let height = TOP + ROW * bars.len() as f64 + 34.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\">\n<title>{0}</title>\n<style>\n{STYLE}\n</style>\n<text class=\"title\" x=\"16\" y=\"28\">{0}</text>\n",
        escaped(title)
    );
    grid(&scale, height - 34.0, &mut svg);
    let _ = writeln!(
        svg,
        "<text class=\"small\" x=\"{LEFT}\" y=\"{}\">{} (logarithmic)</text>",
        height - 2.0,
        escaped(unit)
    );
    for (index, bar) in bars.iter().enumerate() {
        draw(bar, TOP + ROW * index as f64, &scale, &mut svg);
    }
    svg + "</svg>\n"
}

fn grid(scale: &Scale, bottom: f64, svg: &mut String) {
    for power in scale.from..=scale.to {
        let x = LEFT + scale.place(10_f64.powi(power));
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{}\" y2=\"{bottom}\"/>\
             <text class=\"small\" text-anchor=\"middle\" x=\"{x:.1}\" y=\"{}\">{}</text>",
            TOP - 8.0,
            bottom + 14.0,
            10_f64.powi(power)
        );
    }
}

fn draw(bar: &Bar, top: f64, scale: &Scale, svg: &mut String) {
    let baseline = top + 15.0;
    let _ = writeln!(
        svg,
        "<text text-anchor=\"end\" x=\"{}\" y=\"{baseline}\">{}</text>",
        LEFT - 10.0,
        escaped(&bar.label)
    );
    let length = bar.value.map_or(0.0, |value| scale.place(value));
    if bar.value.is_some() {
        let class = if bar.is_ours { "ours" } else { "bar" };
        let _ = writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{top}\" width=\"{length:.1}\" height=\"20\" rx=\"2\"/>"
        );
    }
    let number = bar.value.map(digits).unwrap_or_default();
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{baseline}\">{number} <tspan class=\"small\">{}</tspan></text>",
        LEFT + length + 8.0,
        escaped(&bar.note)
    );
}

/// Whole powers of ten around all values.
struct Scale {
    from: i32,
    to: i32,
}

impl Scale {
    fn over(bars: &[Bar]) -> Self {
        let values = || bars.iter().filter_map(|bar| bar.value).filter(|value| *value > 0.0);
        let least = values().fold(f64::INFINITY, f64::min);
        let most = values().fold(0.0, f64::max);
        if most == 0.0 {
            return Self { from: 0, to: 1 };
        }
        // A bar for the least value must be seen as well.
        let from = (least / 1.5).log10().floor() as i32;
        Self { from, to: (most.log10().ceil() as i32).max(from + 1) }
    }

    fn place(&self, value: f64) -> f64 {
        let power = value.max(f64::MIN_POSITIVE).log10() - f64::from(self.from);
        (PLOT * power / f64::from(self.to - self.from)).max(0.0)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(value: Option<f64>) -> Bar {
        Bar { label: "a<b".to_owned(), value, note: String::new(), is_ours: false }
    }

    #[test]
    fn each_power_of_ten_is_as_long_as_the_others() {
        let scale = Scale::over(&[bar(Some(0.4)), bar(Some(71.0)), bar(None)]);
        assert_eq!((scale.from, scale.to), (-1, 2));
        let steps = [0.1, 1.0, 10.0, 100.0].map(|value| scale.place(value).round() as i32);
        assert_eq!(steps, [0, 147, 293, 440]);
    }

    #[test]
    fn one_value_or_none_still_makes_a_scale() {
        for bars in [vec![], vec![bar(None)], vec![bar(Some(10.0))], vec![bar(Some(0.0))]] {
            let scale = Scale::over(&bars);
            assert!(scale.from < scale.to);
            assert!(bars.iter().all(|bar| scale.place(bar.value.unwrap_or(1.0)).is_finite()));
        }
    }

    #[test]
    fn labels_are_escaped_and_bars_only_drawn_for_values() {
        let svg = bars("t & u", "MB", &[bar(Some(1.0)), bar(None)]);
        assert!(svg.contains("a&lt;b") && svg.contains("t &amp; u"));
        assert_eq!(svg.matches("<rect").count(), 1);
    }
}
