//! `rt::exponential`, `rt::logarithm` and `rt::trig` against `tests/zig/transcendental.zig`.

mod common;

use common::{Expected, SplitMix};
use std::fmt::Write as _;
use zig2rust_runtime::{exponential, logarithm, trig};

macro_rules! rows {
    ($expected:ident, $float:ident, $bits:literal, [$sin:path, $cos:path, $tan:path, $exp:path, $exp2:path, $log:path, $log2:path, $log10:path]) => {{
        let mut random = SplitMix::new(100 + $bits);
        for i in 0..20000 {
            let (a, b) = common::float_pair!($float, random, i);
            let mut w = String::new();
            let size = a.abs();
            for x in [
                $sin(a),
                $cos(a),
                $tan(a),
                $exp(b),
                $exp2(b),
                $log(size),
                $log2(size),
                $log10(size),
            ] {
                let bits = if x.is_nan() { $float::NAN } else { x }.to_bits();
                write!(w, "{bits:x} ").unwrap();
            }
            $expected.row(w.as_bytes());
        }
        $expected.finish(concat!("transcendental ", stringify!($float)));
    }};
}

#[test]
fn transcendental_builtins_equal_zig() {
    let mut expected = Expected::load("transcendental", 2);
    rows!(
        expected,
        f32,
        32,
        [
            trig::sin_f32,
            trig::cos_f32,
            trig::tan_f32,
            exponential::exp_f32,
            exponential::exp2_f32,
            logarithm::ln_f32,
            logarithm::log2_f32,
            logarithm::log10_f32
        ]
    );
    rows!(
        expected,
        f64,
        64,
        [
            trig::sin,
            trig::cos,
            trig::tan,
            exponential::exp,
            exponential::exp2,
            logarithm::ln,
            logarithm::log2,
            logarithm::log10
        ]
    );
    expected.end();
}

#[test]
fn special_values() {
    for x in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        assert!(trig::sin(x).is_nan() && trig::cos(x).is_nan() && trig::tan(x).is_nan());
        assert!(trig::sin_f32(x as f32).is_nan() && trig::tan_f32(x as f32).is_nan());
    }
    assert_eq!(logarithm::ln(0.0), f64::NEG_INFINITY);
    assert_eq!(logarithm::log2_f32(-0.0), f32::NEG_INFINITY);
    assert!(logarithm::log10(-1.0).is_nan() && logarithm::ln_f32(-1.0).is_nan());
    assert_eq!(
        (
            logarithm::ln(1.0),
            logarithm::log2(8.0),
            logarithm::log10(1000.0)
        ),
        (0.0, 3.0, 3.0)
    );
    assert_eq!(
        (
            exponential::exp(f64::NEG_INFINITY),
            exponential::exp2_f32(f32::INFINITY)
        ),
        (0.0, f32::INFINITY)
    );
    assert_eq!(
        (exponential::exp2(10.0), exponential::exp2_f32(-149.0)),
        (1024.0, f32::from_bits(1))
    );
}
