//! `@sin`, `@cos` and `@tan` of `f80` and `f128` with the bits of Zig's runtime library.
//!
//! The argument is brought into [-pi/4, pi/4], as head and tail, where a polynomial gives the result.
//!
//! Source: lib/compiler_rt (`sin`, `cos`, `tan`, `trig`, `rem_pio2l`), which are ports of musl's (MIT licence), in turn
//! FreeBSD's (Copyright 1993 Sun Microsystems; freely usable with this notice).

use super::trig_reduce::{head_and_tail, multiply_by_inverse};
use super::wide_float::WideFloat;
use super::wide_trig_tables as tables;

/// `@sin`.
#[must_use]
pub fn sin<const P: u32>(x: WideFloat<P>) -> WideFloat<P> {
    match quadrant(x) {
        _ if !x.is_finite() => WideFloat::NAN,
        None if exponent(x) < 0x3fff - mantissa_bits(P) / 2 => x,
        None => sin_kernel(x, None),
        Some((0, head, tail)) => sin_kernel(head, Some(tail)),
        Some((1, head, tail)) => cos_kernel(head, tail),
        Some((2, head, tail)) => -sin_kernel(head, Some(tail)),
        Some((_, head, tail)) => -cos_kernel(head, tail),
    }
}

/// `@cos`.
#[must_use]
pub fn cos<const P: u32>(x: WideFloat<P>) -> WideFloat<P> {
    match quadrant(x) {
        _ if !x.is_finite() => WideFloat::NAN,
        None if exponent(x) < 0x3fff - mantissa_bits(P) => number(1.0) + x,
        None => cos_kernel(x, number(0.0)),
        Some((0, head, tail)) => cos_kernel(head, tail),
        Some((1, head, tail)) => -sin_kernel(head, Some(tail)),
        Some((2, head, tail)) => -cos_kernel(head, tail),
        Some((_, head, tail)) => sin_kernel(head, Some(tail)),
    }
}

/// `@tan`.
#[must_use]
pub fn tan<const P: u32>(x: WideFloat<P>) -> WideFloat<P> {
    match quadrant(x) {
        _ if !x.is_finite() => WideFloat::NAN,
        None if exponent(x) < 0x3fff - mantissa_bits(P) / 2 => x,
        None => tan_kernel(x, number(0.0), false),
        Some((n, head, tail)) => tan_kernel(head, tail, n & 1 == 1),
    }
}

fn number<const P: u32>(value: f64) -> WideFloat<P> {
    WideFloat::from_f64(value)
}

fn of_table<const P: u32, const N: usize>(bits: &[u128; N]) -> [WideFloat<P>; N] {
    bits.map(WideFloat::from_bits)
}

/// The stored bits of the fraction, as `std.math.floatMantissaBits` counts them.
fn mantissa_bits(precision: u32) -> i32 {
    if precision == 64 { 64 } else { 112 }
}

/// The sign's and the exponent's bits.
fn high_bits<const P: u32>(x: WideFloat<P>) -> u16 {
    (x.to_bits() >> mantissa_bits(P)) as u16
}

fn exponent<const P: u32>(x: WideFloat<P>) -> i32 {
    i32::from(high_bits(x) & 0x7fff)
}

/// `c[0] + z * (c[1] + z * (...))`.
fn horner<const P: u32>(
    z: WideFloat<P>,
    coefficients: impl DoubleEndedIterator<Item = u128>,
) -> WideFloat<P> {
    let mut coefficients = coefficients.rev().map(WideFloat::from_bits);
    let last = coefficients.next().unwrap_or_default();
    coefficients.fold(last, |sum, coefficient| coefficient + z * sum)
}

fn sin_kernel<const P: u32>(x: WideFloat<P>, tail: Option<WideFloat<P>>) -> WideFloat<P> {
    let table: &[u128] = if P == 64 {
        &tables::SIN_F80
    } else {
        &tables::SIN_F128
    };
    let first = WideFloat::from_bits(table[0]);
    let z = x * x;
    let v = z * x;
    let r = horner(z, table[1..].iter().copied());
    match tail {
        None => x + v * (first + z * r),
        Some(y) => x - ((z * (number(0.5) * y - v * r) - y) - v * first),
    }
}

fn cos_kernel<const P: u32>(x: WideFloat<P>, y: WideFloat<P>) -> WideFloat<P> {
    let table: &[u128] = if P == 64 {
        &tables::COS_F80
    } else {
        &tables::COS_F128
    };
    let one = number(1.0);
    let z = x * x;
    let r = z * horner(z, table.iter().copied());
    let half = number(0.5) * z;
    let w = one - half;
    w + (((one - w) - half) + (z * r - x * y))
}

fn tan_kernel<const P: u32>(x: WideFloat<P>, y: WideFloat<P>, odd: bool) -> WideFloat<P> {
    let (table, pio4): (&[u128], _) = if P == 64 {
        (&tables::TAN_F80, &tables::PIO4_F80)
    } else {
        (&tables::TAN_F128, &tables::PIO4_F128)
    };
    let [pio4, pio4_tail] = of_table(pio4);
    let zero = number(0.0);
    let is_big = x.abs() >= WideFloat::from_bits(big_tangent::<P>());
    let is_negative = is_big && x < zero;
    let (x, y) = if is_negative { (-x, -y) } else { (x, y) };
    let (x, y) = if is_big {
        ((pio4 - x) + (pio4_tail - y), zero)
    } else {
        (x, y)
    };
    let z = x * x;
    let w = z * z;
    let r = horner(w, table[1..].iter().step_by(2).copied());
    let v = z * horner(w, table[2..].iter().step_by(2).copied());
    let s = z * x;
    let r = y + z * (s * (r + v) + y) + WideFloat::from_bits(table[0]) * s;
    let w = x + r;
    if is_big {
        let s = number(if odd { -1.0 } else { 1.0 });
        let v = s - number(2.0) * (x + (r - w * w / (w + s)));
        return if is_negative { -v } else { v };
    }
    if !odd {
        return w;
    }
    // -1 / (x + r), accurately.
    let split = number(4_294_967_296.0);
    let z = w + split - split;
    let v = r - (z - x);
    let a = number(-1.0) / w;
    let t = a + split - split;
    let s = number(1.0) + t * z;
    t + a * (s + t * v)
}

/// 0.67434, from which the tangent is that of the complement.
fn big_tangent<const P: u32>() -> u128 {
    if P == 64 {
        0x3ffe_aca1_8bd6_6277_c45d
    } else {
        0x3ffe_5943_17ac_c4ef_88b9_7785_729b_280f
    }
}

/// The quadrant and the remainder, as head and tail, of a number beyond pi/4.
fn quadrant<const P: u32>(x: WideFloat<P>) -> Option<(i64, WideFloat<P>, WideFloat<P>)> {
    let pio4 = if P == 64 {
        tables::REDUCTION_F80[0]
    } else {
        tables::REDUCTION_F128[0]
    };
    if !x.is_finite() || x.abs() < WideFloat::from_bits(pio4) {
        return None;
    }
    let magnitude = x.to_bits() >> (mantissa_bits(P) - 16) & 0x7fff_ffff;
    let limit = if P == 64 {
        (0x3fff + 25) << 16 | 0x921f >> 1 | 0x8000
    } else {
        (0x3fff + 45) << 16 | 0x921f
    };
    let (n, head, tail) = if magnitude < limit {
        reduce_small(x)
    } else {
        reduce_large(x)
    };
    Some((n & 3, head, tail))
}

fn reduce_small<const P: u32>(x: WideFloat<P>) -> (i64, WideFloat<P>, WideFloat<P>) {
    let (table, first_round, second_round) = if P == 64 {
        (&tables::REDUCTION_F80, 22, 61)
    } else {
        (&tables::REDUCTION_F128, 51, 119)
    };
    let [pio4, inverse, part1, rest1, part2, rest2, part3, rest3] = of_table(table);
    // 1.5 / epsilon: adding and subtracting it rounds to an integer.
    let to_int = number(1.5 * 2f64.powi(P as i32 - 1));
    let mut multiple = x * inverse + to_int - to_int;
    let subtract = |multiple: WideFloat<P>| (x - multiple * part1, multiple * rest1);
    let (mut r, mut w) = subtract(multiple);
    if r - w < -pio4 || r - w > pio4 {
        multiple += number(if r - w < -pio4 { -1.0 } else { 1.0 });
        (r, w) = subtract(multiple);
    }
    let mut head = r - w;
    for (part, rest, round) in [(part2, rest2, first_round), (part3, rest3, second_round)] {
        if exponent(x) - exponent(head) <= round {
            break;
        }
        let t = r;
        w = multiple * part;
        r = t - w;
        w = multiple * rest - ((t - r) - w);
        head = r - w;
    }
    (multiple.to_f64() as i64, head, (r - head) - w)
}

fn reduce_large<const P: u32>(x: WideFloat<P>) -> (i64, WideFloat<P>, WideFloat<P>) {
    let count = if P == 64 { 3 } else { 5 };
    let fraction = x.to_bits() & ((1 << mantissa_bits(P)) - 1);
    let mut z = WideFloat::<P>::from_bits((0x3fff + 23) << mantissa_bits(P) | fraction);
    let mut pieces = Vec::with_capacity(count);
    for _ in 1..count {
        let piece = z.trunc();
        pieces.push(piece.to_f64());
        z = (z - piece) * number(16_777_216.0);
    }
    pieces.push(z.to_f64());
    let last = pieces.iter().rposition(|piece| *piece != 0.0);
    let pieces = &pieces[..=last.unwrap_or(0)];
    let terms = if P == 64 { 4 } else { 6 };
    let place = exponent(x) - 0x3fff - 23;
    let (n, is_complement, products) =
        multiply_by_inverse(pieces, place, terms, &tables::TWO_OVER_PI);
    let (head, tail) = if P == 64 {
        head_and_tail(&products, is_complement)
    } else {
        head_middle_and_tail(products, is_complement)
    };
    let r = head + tail;
    let tail = tail - (r - head);
    let (n, head, tail) = if x.is_sign_negative() {
        (-n, -r, -tail)
    } else {
        (n, r, tail)
    };
    (n.into(), number(head), number(tail))
}

/// The sum of products as three numbers, of which the lower two are added.
fn head_middle_and_tail(mut products: Vec<f64>, is_complement: bool) -> (f64, f64) {
    for first in [1, 2] {
        for i in (first..products.len()).rev() {
            let sum = products[i - 1] + products[i];
            products[i] += products[i - 1] - sum;
            products[i - 1] = sum;
        }
    }
    let rest = products
        .iter()
        .skip(2)
        .rev()
        .fold(0.0, |sum, one| sum + one);
    let middle = products.get(1).copied().unwrap_or(0.0);
    if is_complement {
        (-products[0], -middle - rest)
    } else {
        (products[0], middle + rest)
    }
}
