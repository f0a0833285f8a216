//! The module's documentation, first line,
//!
//! and after a blank one.

#![allow(dead_code)]

// behind an import

// A comment of its own, that no declaration takes.

/// What is measured.
/// In two lines.
#[derive(Clone, Copy)]
struct Sample {
    /// When.
    at: u64, // in milliseconds
    // Before the value.
    value: i32,
}

impl Sample {
    // Behind the last field.

    /// The distance from zero.
    fn size(self) -> u32 {
        self.value.unsigned_abs() // never negative
    }

    // At the end of the type.
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Kind {
    /// No samples.
    Empty,
    Some, // at least one
    // More than ten.
    Many,
}

fn kind_of(samples: &[Sample]) -> Kind {
    // What decides is their number.
    match samples.len() {
        // Nothing at all.
        0 => Kind::Empty,
        1..=10 => Kind::Some, // a few
        _ => Kind::Many,
    }
}

fn sum(
    samples: &[Sample], // all of them
    // Where it starts.
    start: i32,
) -> i32 {
    let mut total = start;

    // Each counts.
    for &sample in samples.iter() {
        total += sample.value; // one more
        // The loop ends here.
    }

    if total > 100 {
        // Nothing to do.
    } else if total < 0 {
        total = 0; // at least
    }
    total
    // Behind the result.
}

// The end of the file.

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments() {
        let samples = [
            Sample { at: 1, value: -5 }, // the first
            // the second
            Sample { at: 2, value: 8 },
        ];
        assert!(sum(&samples, 1) == 4);
        assert!(kind_of(&samples) == Kind::Some);
        assert!(kind_of(&[]) == Kind::Empty); // none
        assert!(samples[0].size() == 5 && samples[0].at == 1);
    }
}
