//! `rt::int` against `tests/zig/int.zig`: every operation, 48 widths, 1,500 operand pairs each; then the traps.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::fmt::{Display, Write};
use zig2rust_runtime::int::{IntFromFloat, OddInt, compare};

fn pick<T: OddInt, const BITS: u32>(random: &mut SplitMix) -> T {
    let mask = u128::MAX >> (128 - BITS);
    let choice = random.next() % 8;
    let raw = random.wide() & mask;
    let bits = match choice {
        0 => return T::min_int::<BITS>(),
        1 => return T::max_int::<BITS>(),
        2 => 0u128.wrapping_sub(u128::from(random.next() % 4)),
        3 => u128::from(random.next() % 8),
        4 => raw >> (random.next() % u64::from(BITS)),
        _ => raw,
    };
    T::from_bits(bits).wrap::<BITS>()
}

fn cast<T: OddInt, U: OddInt + Display, const BITS: u32>(text: &mut String, value: T) {
    match value.try_cast::<U, BITS>() {
        Some(cast) => write!(text, " {cast}").unwrap(),
        None => write!(text, " -").unwrap(),
    }
    write!(text, ",{}", value.lossy_cast::<U, BITS>()).unwrap();
}

fn row<T: OddInt + Display, const BITS: u32>(random: &mut SplitMix) -> String {
    let (a, b): (T, T) = (pick::<T, BITS>(random), pick::<T, BITS>(random));
    let amount = (random.next() % u64::from(BITS)) as u32;
    let wide_amount = (random.next() % u64::from(2 * BITS)) as u32;
    let mut t = format!("{a} {b} {amount} {wide_amount} |");
    let add = a.add_with_overflow::<BITS>(b);
    let sub = a.sub_with_overflow::<BITS>(b);
    let mul = a.mul_with_overflow::<BITS>(b);
    let shl = a.shl_with_overflow::<BITS>(amount);
    write!(
        t,
        " {},{} {},{} {},{} {},{} |",
        add.0, add.1, sub.0, sub.1, mul.0, mul.1, shl.0, shl.1
    )
    .unwrap();
    write!(
        t,
        " {} {}",
        a.add_wrapping::<BITS>(b),
        a.sub_wrapping::<BITS>(b)
    )
    .unwrap();
    write!(
        t,
        " {} {} |",
        a.mul_wrapping::<BITS>(b),
        a.neg_wrapping::<BITS>()
    )
    .unwrap();
    write!(
        t,
        " {} {}",
        a.add_saturating::<BITS>(b),
        a.sub_saturating::<BITS>(b)
    )
    .unwrap();
    write!(
        t,
        " {} {} |",
        a.mul_saturating::<BITS>(b),
        a.shl_saturating::<BITS>(wide_amount)
    )
    .unwrap();
    write!(
        t,
        " {} {} {}",
        a.shl_checked::<BITS>(amount),
        a.shr_checked::<BITS>(amount),
        a.not_at::<BITS>()
    )
    .unwrap();
    write!(
        t,
        " {} {} {}",
        a.pop_count::<BITS>(),
        a.clz::<BITS>(),
        a.ctz::<BITS>()
    )
    .unwrap();
    write!(t, " {} |", a.bit_reverse::<BITS>()).unwrap();
    if BITS.is_multiple_of(8) {
        write!(t, " {} |", a.byte_swap::<BITS>()).unwrap();
    }
    if !T::SIGNED && BITS > 1 {
        write!(
            t,
            " {} {} |",
            a.rotl::<BITS>(wide_amount),
            a.rotr::<BITS>(wide_amount)
        )
        .unwrap();
    }
    if b == T::ZERO {
        write!(t, " zero |").unwrap();
        for trap in [
            trap_of(|| a.div_floor_checked::<BITS>(b)),
            trap_of(|| a.mod_checked::<BITS>(b)),
        ] {
            assert_eq!(trap, "division by zero");
        }
    } else if T::SIGNED && a == T::min_int::<BITS>() && compare(b, -1i8).is_eq() {
        write!(t, " overflow |").unwrap();
        assert_eq!(
            trap_of(|| a.div_trunc_checked::<BITS>(b)),
            "integer overflow"
        );
    } else {
        write!(
            t,
            " {} {}",
            a.div_trunc_checked::<BITS>(b),
            a.div_floor_checked::<BITS>(b)
        )
        .unwrap();
        write!(
            t,
            " {} {} |",
            a.rem_checked::<BITS>(b),
            a.mod_checked::<BITS>(b)
        )
        .unwrap();
    }
    cast::<T, u8, 8>(&mut t, a);
    cast::<T, i8, 8>(&mut t, a);
    cast::<T, u16, 16>(&mut t, a);
    cast::<T, i32, 32>(&mut t, a);
    cast::<T, u64, 64>(&mut t, a);
    cast::<T, i64, 64>(&mut t, a);
    cast::<T, u32, 21>(&mut t, a);
    cast::<T, i8, 7>(&mut t, a);
    cast::<T, u128, 100>(&mut t, a);
    cast::<T, i128, 128>(&mut t, a);
    cast::<T, u128, 128>(&mut t, a);
    let order = match compare(a, b) {
        std::cmp::Ordering::Less => "lt",
        std::cmp::Ordering::Equal => "eq",
        std::cmp::Ordering::Greater => "gt",
    };
    write!(t, " | {order}").unwrap();
    t
}

fn rows<T: OddInt + Display, const BITS: u32>(expected: &mut Expected, name: &str) {
    let mut random = SplitMix::new(u64::from(BITS) + if T::SIGNED { 1000 } else { 0 });
    for _ in 0..1500 {
        expected.row(row::<T, BITS>(&mut random).as_bytes());
    }
    expected.finish(name);
}

macro_rules! widths {
    ($expected:ident, $prefix:literal, $($int:ty: $($bits:literal)*;)*) => {
        $($(rows::<$int, $bits>(&mut $expected, &format!("{}{}", $prefix, $bits));)*)*
    };
}

#[test]
fn every_operation_equals_zig() {
    let mut expected = Expected::load("int", 2);
    widths!(expected, "u", u8: 1 2 3 5 7 8; u16: 9 15 16; u32: 17 21 24 29 31 32; u64: 33 48 63 64; u128: 65 80 100 127 128;);
    widths!(expected, "i", i8: 2 3 5 7 8; i16: 9 15 16; i32: 17 21 24 29 31 32; i64: 33 48 63 64; i128: 65 80 100 127 128;);
    rows::<usize, 64>(&mut expected, "usize");
    rows::<isize, 64>(&mut expected, "isize");
    expected.end();
}

/// The messages that the real compiler's programs print for the same operations.
#[test]
fn traps_have_the_messages_of_zig() {
    let overflow = "integer overflow";
    assert_eq!(trap_of(|| 0x1f_ffffu32.add_checked::<21>(1)), overflow);
    assert_eq!(trap_of(|| 0x20_0000u32.fit::<21>()), overflow);
    assert_eq!(trap_of(|| u128::MAX.add_checked::<128>(1)), overflow);
    assert_eq!(trap_of(|| 5u32.sub_checked::<32>(6)), overflow);
    assert_eq!(trap_of(|| (1u128 << 99).mul_checked::<100>(2)), overflow);
    assert_eq!(trap_of(|| (-128i8).neg_checked::<8>()), overflow);
    assert_eq!(trap_of(|| (-64i8).div_trunc_checked::<7>(-1)), overflow);
    assert_eq!(trap_of(|| (-64i8).div_floor_checked::<7>(-1)), overflow);
    assert_eq!(trap_of(|| (-64i8).div_exact_checked::<7>(-1)), overflow);
    assert_eq!(
        trap_of(|| (-64i32).div_exact_checked::<32>(7)),
        "exact division produced remainder"
    );
    assert_eq!(trap_of(|| 7i32.rem_checked::<32>(0)), "division by zero");
    assert_eq!(
        trap_of(|| 7i32.div_exact_checked::<32>(0)),
        "division by zero"
    );
    assert_eq!(
        trap_of(|| 7u32.shl_checked::<21>(21)),
        "shift amount is greater than the type size"
    );
    assert_eq!(
        trap_of(|| 7u32.shr_checked::<21>(31)),
        "shift amount is greater than the type size"
    );
    assert_eq!(
        trap_of(|| 7u32.shl_exact_checked::<21>(20)),
        "left shift overflowed bits"
    );
    assert_eq!(
        trap_of(|| 0x70i8.shl_exact_checked::<8>(1)),
        "left shift overflowed bits"
    );
    assert_eq!(
        trap_of(|| 7u32.shr_exact_checked::<21>(2)),
        "right shift overflowed bits"
    );
    assert_eq!(
        trap_of(|| (-7i32).int_cast::<u8, 8>()),
        "integer does not fit in destination type"
    );
    assert_eq!(
        trap_of(|| 300i32.int_cast::<u8, 8>()),
        "integer does not fit in destination type"
    );
    assert_eq!(
        trap_of(|| 128u8.int_cast::<u8, 7>()),
        "integer does not fit in destination type"
    );
    assert_eq!((-1i8).shl_exact_checked::<8>(7), -128);
    assert_eq!(i32::MIN.rem_checked::<32>(-1), 0);
    assert_eq!(6u32.div_exact_checked::<21>(3), 2);
    assert_eq!(4u32.shr_exact_checked::<21>(2), 1);
    assert_eq!(9u8.shl_wrapping::<5>(7), 4);
}

#[test]
fn zero_width() {
    assert_eq!(7u8.wrap::<0>(), 0);
    assert_eq!(u8::max_int::<0>(), 0);
    assert_eq!(0u8.clz::<0>(), 0);
    assert_eq!(0u8.bit_reverse::<0>(), 0);
    assert_eq!(trap_of(|| 1u8.fit::<0>()), "integer overflow");
}

#[test]
fn int_from_float() {
    let out_of_bounds = "integer part of floating point value out of bounds";
    assert_eq!(255.99f64.int_from_float::<u8, 8>(), 255);
    assert_eq!((-0.99f32).int_from_float::<u8, 8>(), 0);
    assert_eq!((-2147483648.0f32).int_from_float::<i32, 32>(), i32::MIN);
    assert_eq!(
        9223372036854774784.0f64.int_from_float::<i64, 64>(),
        9223372036854774784
    );
    assert_eq!(2097151.9f64.int_from_float::<u32, 21>(), 2097151);
    assert_eq!((-(2f64.powi(127))).int_from_float::<i128, 128>(), i128::MIN);
    assert_eq!(trap_of(|| 256f32.int_from_float::<u8, 8>()), out_of_bounds);
    assert_eq!(trap_of(|| (-1f32).int_from_float::<u8, 8>()), out_of_bounds);
    assert_eq!(
        trap_of(|| 2f32.powi(31).int_from_float::<i32, 32>()),
        out_of_bounds
    );
    assert_eq!(
        trap_of(|| 2f64.powi(127).int_from_float::<i128, 128>()),
        out_of_bounds
    );
    assert_eq!(
        trap_of(|| f32::INFINITY.int_from_float::<u128, 128>()),
        out_of_bounds
    );
    assert_eq!(
        trap_of(|| 2097152f64.int_from_float::<u32, 21>()),
        out_of_bounds
    );
    assert_eq!(
        trap_of(|| f64::NAN.int_from_float::<i64, 64>()),
        out_of_bounds
    );
}

#[test]
fn bytes() {
    let mut bytes = [0u8; 3];
    0x01_0203u32.write_big::<24>(&mut bytes);
    assert_eq!(bytes, [1, 2, 3]);
    assert_eq!(u32::read_big::<24>(&bytes), 0x01_0203);
    assert_eq!(u32::read_little::<24>(&bytes), 0x03_0201);
    (-2i32).write_little::<24>(&mut bytes);
    assert_eq!(bytes, [0xfe, 0xff, 0xff]);
    assert_eq!(i32::read_little::<24>(&bytes), -2);
}
