//! `rt::wide_float` against `tests/zig/wide_float.zig`.

mod common;

use common::{Expected, SplitMix};
use std::fmt::Write as _;
use zig2rust_runtime::int::IntFromFloat;
use zig2rust_runtime::wide_float::{F80, F128, WideFloat};
use zig2rust_runtime::wide_trig;

fn bits<const P: u32>(x: WideFloat<P>) -> u128 {
    if x.is_nan() {
        WideFloat::<P>::NAN.to_bits()
    } else {
        x.to_bits()
    }
}

fn number<const P: u32>(random: &mut SplitMix, range: u64) -> WideFloat<P> {
    let kind = random.next() % 16;
    let width = if P == 64 { 80 } else { 128 };
    let sign = u128::from(random.next() & 1) << (width - 1);
    match kind {
        0 => return WideFloat::from_bits(sign),
        1 => return WideFloat::from_bits(sign | WideFloat::<P>::INFINITY.to_bits()),
        2 => return WideFloat::NAN,
        _ => {}
    }
    let raw = random.wide() & random.wide();
    let more = random.wide();
    let raw = raw | more << (random.next() % 100);
    let fraction = if kind < 6 { raw << 60 } else { raw };
    let masked = fraction & ((1 << (P - 1)) - 1);
    let exponent = if kind == 3 {
        random.next() % 3
    } else {
        16383 - range + random.next() % (2 * range)
    };
    let leading = u128::from(P == 64 && exponent != 0) << 63;
    let shift = if P == 64 { 64 } else { 112 };
    WideFloat::from_bits(sign | u128::from(exponent) << shift | leading | masked)
}

fn least_normal<const P: u32>() -> u128 {
    if P == 64 { 3 << 63 } else { 1 << 112 }
}

fn arithmetic<const P: u32>(expected: &mut Expected, width: u64) {
    let mut random = SplitMix::new(width);
    for i in 0..20000 {
        let range = match i % 4 {
            0 => 16000,
            1 => 3,
            _ => 120,
        };
        let [a, b, c] = [(); 3].map(|()| number::<P>(&mut random, range));
        let mut w = String::new();
        let zero = WideFloat::from_f64(0.0);
        // Zig's subnormal quotients and sums of distant numbers are not compared.
        let is_tiny = (a / b).abs() < WideFloat::from_bits(least_normal::<P>());
        let least = a.abs().min_of(b.abs()).min_of(c.abs());
        let is_distant = i % 4 == 0 || least < WideFloat::from_f64(1e-200);
        let results = [
            a + b,
            a - b,
            a * b,
            if is_tiny { zero } else { a / b },
            a.abs().sqrt(),
            if is_distant { zero } else { a.mul_add(b, c) },
            -a,
            a.abs(),
            a.floor(),
            a.ceil(),
            a.trunc(),
            a.round(),
        ];
        for result in results {
            write!(w, "{:x} ", bits(result)).unwrap();
        }
        let is_small = a.abs() < WideFloat::from_f16_bits(0x0400);
        let half = if is_small { zero } else { a }.to_f16_bits();
        let (single, double) = (a.to_f32(), a.to_f64());
        if a.is_nan() {
            write!(w, "7e00 7fc00000 7ff8000000000000 ").unwrap();
        } else {
            let (single, double) = (single.to_bits(), double.to_bits());
            write!(w, "{half:x} {single:x} {double:x} ").unwrap();
        }
        write!(w, "{} {} {} ", a < b, a == b, a >= b).unwrap();
        write!(w, "{:x} {:x}", bits(a.min_of(b)), bits(a.max_of(b))).unwrap();
        expected.row(w.as_bytes());
    }
    expected.finish(&format!("f{width}"));
}

fn remainders<const P: u32>(expected: &mut Expected, width: u64) {
    let mut random = SplitMix::new(width + 1);
    let zero = WideFloat::from_f64(0.0);
    for _ in 0..4000 {
        let [a, b] = [(); 2].map(|()| number::<P>(&mut random, 60));
        let is_finite = |x: WideFloat<P>| !x.is_nan() && !x.is_infinite();
        if b == zero || !is_finite(a) || !is_finite(b) {
            continue;
        }
        expected.row(format!("{:x}", bits(a % b)).as_bytes());
    }
    expected.finish(&format!("rem f{width}"));
}

fn conversions<const P: u32, const OTHER: u32>(expected: &mut Expected, width: u64) {
    let mut random = SplitMix::new(width + 2);
    for _ in 0..10000 {
        let wide = random.wide();
        let wide = wide >> (random.next() % 128);
        let half = random.next() as u16;
        let single = f32::from_bits(random.next() as u32);
        let double = f64::from_bits(random.next());
        let signed = wide.cast_signed();
        let mut w = String::new();
        let numbers = [
            WideFloat::<P>::from_u128(wide),
            WideFloat::from_i128(signed),
            WideFloat::from_i128((signed as i64).into()),
            WideFloat::from_f16_bits(half),
            WideFloat::from_f32(single),
            WideFloat::from_f64(double),
        ];
        for number in numbers {
            write!(w, "{:x} ", bits(number)).unwrap();
        }
        let small = WideFloat::<P>::from_i128(signed >> 8) / WideFloat::from_f64(7.0);
        let whole: i128 = small.int_from_float::<i128, 128>();
        let magnitude: u128 = small.abs().int_from_float::<u128, 128>();
        write!(w, "{whole} {magnitude}").unwrap();
        let other = number::<OTHER>(&mut random, 16000);
        write!(w, " {:x}", bits(WideFloat::<P>::from_wide(other))).unwrap();
        expected.row(w.as_bytes());
    }
    expected.finish(&format!("conversions f{width}"));
}

fn angles<const P: u32>(expected: &mut Expected, width: u64) {
    let mut random = SplitMix::new(width + 3);
    // std.math.pi / 2.0 of `f80` and `f128`.
    let half_pi =
        WideFloat::<P>::from_wide(F128::from_bits(0x3fff_921f_b544_42d1_8469_898c_c517_01b8));
    for i in 0..4000 {
        let n = WideFloat::<P>::from_u128((random.next() % 100_000).into());
        let x = match i % 5 {
            0 => number(&mut random, 3),
            1 => number(&mut random, 130),
            2 => number(&mut random, 16000),
            3 => number(&mut random, 40),
            _ => n * half_pi,
        };
        let mut w = String::new();
        for result in [wide_trig::sin(x), wide_trig::cos(x), wide_trig::tan(x)] {
            write!(w, "{:x} ", bits(result)).unwrap();
        }
        expected.row(w.as_bytes());
    }
    expected.finish(&format!("angles f{width}"));
}

#[test]
fn wide_floats_equal_zig() {
    let mut expected = Expected::load("wide_float", 2);
    arithmetic::<64>(&mut expected, 80);
    remainders::<64>(&mut expected, 80);
    conversions::<64, 113>(&mut expected, 80);
    angles::<64>(&mut expected, 80);
    arithmetic::<113>(&mut expected, 128);
    remainders::<113>(&mut expected, 128);
    conversions::<113, 64>(&mut expected, 128);
    angles::<113>(&mut expected, 128);
    expected.end();
}

#[test]
fn integers_outside_trap() {
    let trap = |run: fn() -> i8| common::trap_of(run);
    let text = "integer part of floating point value out of bounds";
    assert_eq!(
        trap(|| F128::from_f64(128.0).int_from_float::<i8, 8>()),
        text
    );
    assert_eq!(trap(|| F80::NAN.int_from_float::<i8, 8>()), text);
    assert_eq!(F80::from_f64(-128.9).int_from_float::<i8, 8>(), -128);
    assert_eq!(F80::from_f64(-0.9).int_from_float::<u8, 8>(), 0);
}
