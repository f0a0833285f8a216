//! `rt::float`, `rt::float16` and `rt::math` against `tests/zig/float.zig`.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::fmt::Write as _;
use zig2rust_runtime::float::Float;
use zig2rust_runtime::float16::F16;
use zig2rust_runtime::fmt::{Dec, Hex, Sci};
use zig2rust_runtime::int::IntFromFloat;
use zig2rust_runtime::math::{approx_eq_abs, approx_eq_rel};

fn bits16(x: F16) -> u16 {
    if x.is_nan() { F16::NAN.0 } else { x.0 }
}

fn bits64(x: f64) -> u64 {
    if x.is_nan() {
        f64::NAN.to_bits()
    } else {
        x.to_bits()
    }
}

fn print_f16(expected: &mut Expected) {
    for bits in 0..0x7c00 {
        let x = F16(bits);
        assert_eq!(F16::from_f64(x.to_f64()).0, bits);
        let row = format!(
            "{} {} {} {:.3} {:.2}",
            Dec(x),
            Sci(-x),
            Hex(x),
            Dec(x),
            Sci(x)
        );
        expected.row(row.as_bytes());
    }
    expected.finish("f16 text");
}

fn arithmetic_f16(expected: &mut Expected) {
    expected.show(2);
    let mut random = SplitMix::new(16);
    for i in 0..20000 {
        let a = F16(random.next() as u16);
        let near = a.0.wrapping_add((random.next() % 2048) as u16);
        let b = F16(if i % 2 == 0 {
            near
        } else {
            random.next() as u16
        });
        let c = F16(random.next() as u16);
        let wide = f64::from_bits(random.next());
        let scaled = b.to_f64() * (1.0 + (random.next() % 4096) as f64 / 4096.0);
        let mut w = String::new();
        let mut show = |x: F16| write!(w, "{:x} ", bits16(x)).unwrap();
        let results = [
            a + b,
            a - b,
            a * b,
            a / b,
            a.abs().sqrt(),
            a.mul_add(b, c),
            a.map(f32::floor),
            a.map(f32::round),
            -a,
        ];
        results.into_iter().for_each(&mut show);
        if b != F16(0) {
            [a % b, a.mod_(b)].into_iter().for_each(&mut show);
        }
        let casts = [
            F16::from_f64(wide),
            F16::from_f64(scaled),
            F16::from_f32(scaled as f32),
        ];
        casts.into_iter().for_each(&mut show);
        write!(w, "{:x} {} {} ", bits64(a.to_f64()), a < b, a == b).unwrap();
        write!(w, "{:x} {:x}", bits16(a.min_of(b)), bits16(a.max_of(b))).unwrap();
        expected.row(w.as_bytes());
    }
    expected.finish("f16");
}

macro_rules! operations {
    ($expected:ident, $float:ident, $bits:literal) => {{
        let mut random = SplitMix::new($bits);
        for i in 0..5000 {
            let (a, b) = common::float_pair!($float, random, i);
            let mut w = String::new();
            let results = [
                a % b,
                a.mod_(b),
                Float::div_floor(a, b),
                a.div_trunc(b),
                a.min_of(b),
                a.max_of(b),
                a.round(),
                a.floor(),
                a.ceil(),
                a.trunc(),
                a.sqrt(),
                a.abs(),
                a.mul_add(b, a),
            ];
            for x in results {
                let bits = if x.is_nan() { $float::NAN } else { x }.to_bits();
                write!(w, "{bits:x} ").unwrap();
            }
            let near = a * (1.0 + b * 1e-9);
            write!(
                w,
                "{} {}",
                approx_eq_abs(a, near, 1e-6),
                approx_eq_rel(a, near, 1e-7)
            )
            .unwrap();
            $expected.row(w.as_bytes());
        }
        $expected.finish(stringify!($float));
    }};
}

#[test]
fn floats_equal_zig() {
    let mut expected = Expected::load("float", 4);
    print_f16(&mut expected);
    arithmetic_f16(&mut expected);
    operations!(expected, f32, 32);
    operations!(expected, f64, 64);
    expected.end();
}

#[test]
fn f16_casts_and_constants() {
    assert_eq!(F16::MAX.to_f64(), 65504.0);
    assert_eq!(F16::EPSILON.to_f64(), 2f64.powi(-10));
    assert_eq!(F16::TRUE_MIN.to_f64(), 2f64.powi(-24));
    assert_eq!(F16::MIN_POSITIVE.to_f64(), 2f64.powi(-14));
    assert_eq!(F16::from_f64(2f64.powi(-25)).0, 0);
    assert_eq!(F16::from_f64(2f64.powi(-25) * 1.0001).0, 1);
    assert!(F16::NAN.to_f32().is_nan() && F16::NAN != F16::NAN);
    assert_eq!(F16::from_f32(12.9).int_from_float::<u8, 4>(), 12);
    let message = "integer part of floating point value out of bounds";
    assert_eq!(
        trap_of(|| F16::INFINITY.int_from_float::<u128, 128>()),
        message
    );
    assert!(approx_eq_abs(f64::INFINITY, f64::INFINITY, 0.1));
    assert!(!approx_eq_rel(f32::NAN, f32::NAN, 0.1));
}
