//! `f16`, which Rust does not have: the runtime's, rounded as Zig rounds it.

#![allow(dead_code, clippy::manual_range_contains)]

mod rt;

use crate::rt::float16::F16;

#[derive(Clone, Copy)]
struct Colour {
    red: F16,
    green: F16,
    blue: F16,
}

fn mixed(a: Colour, b: Colour, share: F16) -> Colour {
    Colour {
        red: a.red + (b.red - a.red) * share,
        green: a.green + (b.green - a.green) * share,
        blue: a.blue + (b.blue - a.blue) * share,
    }
}

fn luminance(colour: Colour) -> f32 {
    0.25 * colour.red.to_f32() + 0.5 * colour.green.to_f32() + 0.25 * colour.blue.to_f32()
}

fn bits(value: F16) -> u16 {
    value.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::float16::F16;

    #[test]
    fn half() {
        let colour = mixed(
            Colour {
                red: F16::from_f32(0.0),
                green: F16::from_f32(1.0),
                blue: F16::from_f32(0.5),
            },
            Colour {
                red: F16::from_f32(1.0),
                green: F16::from_f32(0.0),
                blue: F16::from_f32(0.5),
            },
            F16::from_f32(0.5),
        );
        assert!(colour.red == F16::from_f32(0.5) && colour.green == F16::from_f32(0.5));
        assert!(luminance(colour) == 0.5);
        // Beyond 2048 only even numbers are there.
        let mut count: F16 = F16::from_f32(2048.0);
        count += F16::from_f32(1.0);
        assert!(count == F16::from_f32(2048.0));
        assert!(bits(count) == 0x6800);
        let narrow: F16 = F16::from_f32(luminance(colour) / 3.0);
        assert!(narrow > F16::from_f32(0.16601563) && narrow < F16::from_f32(0.16699219));
        assert!(
            -count < F16::from_f32(0.0) && (colour.blue + colour.red).sqrt() == F16::from_f32(1.0)
        );
    }
}
