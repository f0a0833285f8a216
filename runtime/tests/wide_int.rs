//! `rt::wide_int` against `tests/zig/wide_int.zig`.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::fmt::{Display, Write as _};
use zig2rust_runtime::fmt::{Bin, Dec, Hex, HexUpper, Number, Oct};
use zig2rust_runtime::int::OddInt;
use zig2rust_runtime::wide_int::WideInt;

type I<const BITS: u32, const SIGNED: bool, const LIMBS: usize> = WideInt<BITS, SIGNED, LIMBS>;

fn pick<const B: u32, const S: bool, const L: usize>(random: &mut SplitMix) -> I<B, S, L> {
    let choice = random.next() % 8;
    let mut limbs = [0; L];
    limbs
        .iter_mut()
        .rev()
        .for_each(|limb| *limb = random.next());
    // The unsigned type first, so that its shift fills with zeros.
    let raw = I::<B, false, L>::from_limbs(limbs).truncate_to_wide::<B, false, L>();
    let one = |n: u64| I::<B, false, L>::from_int(n);
    let bits = match choice {
        0 => return I::min_int(),
        1 => return I::max_int(),
        2 => I::ZERO.sub_wrapping(one(random.next() % 4)),
        3 => one(random.next() % 8),
        4 | 5 => raw.shr_checked((random.next() % u64::from(B)) as u32),
        _ => raw,
    };
    bits.truncate_to_wide()
}

fn shown<T: Number>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| Dec(value).to_string())
}

fn casts<
    T: OddInt + Display + Number,
    const TO: u32,
    const B: u32,
    const S: bool,
    const L: usize,
>(
    w: &mut String,
    a: I<B, S, L>,
) {
    write!(
        w,
        " {},{}",
        shown(a.try_cast::<T, TO>()),
        a.truncate_to::<T, TO>()
    )
    .unwrap();
}

fn wide_casts<
    const TO: u32,
    const TS: bool,
    const TL: usize,
    const B: u32,
    const S: bool,
    const L: usize,
>(
    w: &mut String,
    a: I<B, S, L>,
) {
    write!(w, " {}", shown(a.try_cast_to_wide::<TO, TS, TL>())).unwrap();
    if TO < B {
        write!(w, ",{}", Dec(a.truncate_to_wide::<TO, TS, TL>())).unwrap();
    }
}

fn row<const B: u32, const S: bool, const L: usize>(random: &mut SplitMix) -> String {
    let (a, b) = (pick::<B, S, L>(random), pick::<B, S, L>(random));
    let amount = (random.next() % u64::from(B)) as u32;
    let wide_amount = (random.next() % u64::from(2 * B)) as u32;
    let mut w = format!("{} {} {:90} {amount} |", Dec(a), Hex(b), Dec(b));
    for (value, overflow) in [
        a.add_with_overflow(b),
        a.sub_with_overflow(b),
        a.mul_with_overflow(b),
    ] {
        write!(w, " {},{overflow}", Dec(value)).unwrap();
    }
    write!(w, " |").unwrap();
    for value in [
        a.add_saturating(b),
        a.sub_saturating(b),
        a.mul_saturating(b),
        a.shl_saturating(wide_amount),
    ] {
        write!(w, " {}", Dec(value)).unwrap();
    }
    write!(
        w,
        " | {} {} ",
        Dec(a.shl_checked(amount)),
        Dec(a.shr_checked(amount))
    )
    .unwrap();
    write!(
        w,
        "{} {} {} {} ",
        Hex(!a),
        Bin(a & b),
        Oct(a | b),
        HexUpper(a ^ b)
    )
    .unwrap();
    write!(
        w,
        "{} {} {} {} |",
        a.pop_count(),
        a.clz(),
        a.ctz(),
        Dec(a.bit_reverse())
    )
    .unwrap();
    if B.is_multiple_of(8) {
        write!(w, " {} |", Dec(a.byte_swap())).unwrap();
    }
    if b == I::ZERO {
        write!(w, " zero |").unwrap();
        assert_eq!(trap_of(|| a.rem_checked(b)), "division by zero");
    } else if S && a == I::min_int() && b == !I::ZERO {
        write!(w, " overflow |").unwrap();
        assert_eq!(trap_of(|| a.div_floor_checked(b)), "integer overflow");
    } else {
        let results = [
            a.div_trunc_checked(b),
            a.div_floor_checked(b),
            a.rem_checked(b),
            a.mod_checked(b),
        ];
        results
            .into_iter()
            .for_each(|value| write!(w, " {}", Dec(value)).unwrap());
        write!(w, " |").unwrap();
    }
    casts::<u8, 8, B, S, L>(&mut w, a);
    casts::<i64, 64, B, S, L>(&mut w, a);
    casts::<u128, 100, B, S, L>(&mut w, a);
    casts::<i128, 128, B, S, L>(&mut w, a);
    casts::<u128, 128, B, S, L>(&mut w, a);
    wide_casts::<200, false, 4, B, S, L>(&mut w, a);
    wide_casts::<129, true, 3, B, S, L>(&mut w, a);
    wide_casts::<300, true, 5, B, S, L>(&mut w, a);
    let order = match a.cmp(&b) {
        std::cmp::Ordering::Less => "lt",
        std::cmp::Ordering::Equal => "eq",
        std::cmp::Ordering::Greater => "gt",
    };
    write!(w, " | {order}").unwrap();
    w
}

fn rows<const B: u32, const S: bool, const L: usize>(expected: &mut Expected) {
    let mut random = SplitMix::new(u64::from(B) + if S { 1000 } else { 0 });
    for _ in 0..400 {
        expected.row(row::<B, S, L>(&mut random).as_bytes());
    }
    expected.finish(&format!("{}{B}", if S { "i" } else { "u" }));
}

#[test]
fn wide_integers_equal_zig() {
    let mut expected = Expected::load("wide_int", 2);
    rows::<129, false, 3>(&mut expected);
    rows::<129, true, 3>(&mut expected);
    rows::<160, false, 3>(&mut expected);
    rows::<160, true, 3>(&mut expected);
    rows::<192, false, 3>(&mut expected);
    rows::<192, true, 3>(&mut expected);
    rows::<256, false, 4>(&mut expected);
    rows::<256, true, 4>(&mut expected);
    rows::<257, false, 5>(&mut expected);
    rows::<255, true, 4>(&mut expected);
    rows::<512, false, 8>(&mut expected);
    rows::<1000, true, 16>(&mut expected);
    expected.end();
}

#[test]
fn traps() {
    type U256 = WideInt<256, false, 4>;
    type I256 = WideInt<256, true, 4>;
    let one = U256::from_int(1u8);
    assert_eq!(trap_of(|| U256::max_int() + one), "integer overflow");
    assert_eq!(trap_of(|| U256::ZERO - one), "integer overflow");
    assert_eq!(
        trap_of(|| U256::max_int() * U256::from_int(2u8)),
        "integer overflow"
    );
    assert_eq!(trap_of(|| -I256::min_int()), "integer overflow");
    assert_eq!(
        trap_of(|| U256::from_int(-1i8)),
        "integer does not fit in destination type"
    );
    assert_eq!(
        trap_of(|| U256::max_int().int_cast::<u8, 8>()),
        "integer does not fit in destination type"
    );
    assert_eq!(
        trap_of(|| U256::max_int().int_cast_to_wide::<256, true, 4>()),
        "integer does not fit in destination type"
    );
    assert_eq!(
        trap_of(|| one.shl_checked(256)),
        "shift amount is greater than the type size"
    );
    assert_eq!(
        trap_of(|| U256::max_int().shl_exact_checked(1)),
        "left shift overflowed bits"
    );
    assert_eq!(
        trap_of(|| one.shr_exact_checked(1)),
        "right shift overflowed bits"
    );
    assert_eq!(
        trap_of(|| U256::from_int(7u8).div_exact_checked(U256::from_int(2u8))),
        "exact division produced remainder"
    );
    assert_eq!(I256::from_int(-5i8).int_cast::<i8, 8>(), -5);
    assert_eq!(-I256::from_int(5u8), I256::from_int(-5i64));
}
