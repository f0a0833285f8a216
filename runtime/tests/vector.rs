//! `rt::vector` against `tests/zig/vector.zig`; `rt::range` and `rt::sentinel`.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::fmt::{Display, Write as _};
use std::ops::{BitAnd, BitOr, BitXor, Not};
use zig2rust_runtime::fmt::{Dec, Number};
use zig2rust_runtime::int::OddInt;
use zig2rust_runtime::range::*;
use zig2rust_runtime::sentinel::*;
use zig2rust_runtime::vector::*;

fn show<T: Number + Copy, const N: usize>(w: &mut String, v: Vector<T, N>) {
    for lane in v.iter() {
        write!(w, "{},", Dec(*lane)).unwrap();
    }
    w.push(' ');
}

fn flags<const N: usize>(w: &mut String, v: Vector<bool, N>) {
    show(w, v.map(u8::from));
}

trait Int:
    IntLane
    + OddInt
    + Number
    + Display
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
{
}
impl<
    T: IntLane
        + OddInt
        + Number
        + Display
        + BitAnd<Output = T>
        + BitOr<Output = T>
        + BitXor<Output = T>
        + Not<Output = T>,
> Int for T
{
}

fn ints<T: Int, const N: usize, const BITS: u32>(expected: &mut Expected, name: &str) {
    let mut random = SplitMix::new(u64::from(BITS));
    let mask = u64::MAX >> (64 - BITS);
    for _ in 0..300 {
        let (mut v, mut u) = (Vector([T::ZERO; N]), Vector([T::ZERO; N]));
        let mut amounts = Vector([0u32; N]);
        for i in 0..N {
            v[i] = T::from_bits(u128::from(random.next() & mask));
            u[i] = match random.next() % 4 {
                0 => v[i],
                _ => {
                    let bits = random.next() & mask;
                    T::from_bits(u128::from(bits >> (random.next() % u64::from(BITS))))
                }
            };
            amounts[i] = (random.next() % u64::from(BITS)) as u32;
        }
        let w = &mut String::new();
        for r in [
            v.add_wrapping(u),
            v.sub_wrapping(u),
            v.mul_wrapping(u),
            v.add_saturating(u),
            v.sub_saturating(u),
            v.mul_saturating(u),
        ] {
            show(w, r);
        }
        let shifted = [
            v.zip(amounts, T::shl_wrapping::<BITS>),
            v.zip(amounts, T::shr_wrapping::<BITS>),
        ];
        for r in [v & u, v | u, v ^ u, !v, v.lanes_min(u), v.lanes_max(u)]
            .into_iter()
            .chain(shifted)
        {
            show(w, r);
        }
        for r in [
            v.lanes_eq(u),
            v.lanes_ne(u),
            v.lanes_lt(u),
            v.lanes_le(u),
            v.lanes_gt(u),
            v.lanes_ge(u),
        ] {
            flags(w, r);
        }
        show(w, v.add_with_overflow(u).0);
        for r in [
            v.add_with_overflow(u).1,
            v.sub_with_overflow(u).1,
            v.mul_with_overflow(u).1,
        ] {
            show(w, r);
        }
        for r in [
            v.reduce_add(),
            v.reduce_mul(),
            v.reduce_min(),
            v.reduce_max(),
            v.reduce_and(),
            v.reduce_or(),
            v.reduce_xor(),
        ] {
            write!(w, "{r} ").unwrap();
        }
        show(w, v.shuffle(u, [0, -1, 1, -3, 2, 2]));
        show(w, v.lanes_lt(u).select(v, u));
        if N != 5 {
            write!(w, "{} ", v.lanes_lt(u).to_bits()).unwrap();
        }
        let (all, any) = (v.lanes_le(u).reduce_and(), v.lanes_lt(u).reduce_or());
        write!(w, "{all} {any}").unwrap();
        expected.row(w.as_bytes());
    }
    expected.finish(name);
}

macro_rules! floats {
    ($expected:ident, $float:ty, $name:literal) => {{
        let mut random = SplitMix::new(77);
        for _ in 0..300 {
            let (mut v, mut u) = (Vector([0 as $float; 4]), Vector([0 as $float; 4]));
            for i in 0..4 {
                v[i] = (random.next() % 100000) as $float / 7.0;
                u[i] = match random.next() % 9 {
                    0 => <$float>::NAN,
                    _ => -((random.next() % 1000) as $float) / 3.0,
                };
            }
            let w = &mut String::new();
            for r in [
                v + v,
                v - v * v,
                v / Vector::splat(3.0),
                -v,
                v.lanes_min(u),
                v.lanes_max(u),
                v.map(<$float>::sqrt),
                v.map(<$float>::floor),
            ] {
                show(w, r);
            }
            for r in [v.lanes_eq(u), v.lanes_ne(u), v.lanes_lt(u), u.lanes_ge(v)] {
                flags(w, r);
            }
            let reduced = [
                v.reduce_add(),
                v.reduce_mul(),
                v.reduce_min(),
                v.reduce_max(),
                u.reduce_max(),
            ];
            w.push_str(&reduced.map(|r| Dec(r).to_string()).join(" "));
            $expected.row(w.as_bytes());
        }
        $expected.finish($name);
    }};
}

#[test]
fn vectors_equal_zig() {
    let mut expected = Expected::load("vector", 1);
    ints::<u8, 8, 8>(&mut expected, "@Vector(8, u8)");
    ints::<i8, 3, 8>(&mut expected, "@Vector(3, i8)");
    ints::<u32, 4, 32>(&mut expected, "@Vector(4, u32)");
    ints::<i64, 5, 64>(&mut expected, "@Vector(5, i64)");
    floats!(expected, f32, "@Vector(4, f32)");
    floats!(expected, f64, "@Vector(4, f64)");
    expected.end();
}

#[test]
fn vectors_trap_by_lane() {
    let v = Vector([1u8, 2, 3, 255]);
    let overflow = trap_of(|| v + Vector::splat(1));
    assert!(overflow.contains("overflow"), "{overflow}");
    assert!(trap_of(|| v / Vector::splat(0)).contains("divide by zero"));
    assert_eq!(
        trap_of(|| v.zip(v, |a, b| a.add_checked::<7>(b))),
        "integer overflow"
    );
    assert_eq!(
        trap_of(|| v.map(|x| x.int_cast::<i8, 8>())),
        "integer does not fit in destination type"
    );
    assert_eq!((v >> Vector([1u32; 4])).to_array(), [0, 1, 1, 127]);
    assert_eq!(v.extract::<2>(1), Vector([2, 3]));
}

#[test]
fn ranges() {
    assert_eq!(range(3, 5).sum::<usize>(), 7);
    assert_eq!(range(5, 5).len(), 0);
    assert_eq!(trap_of(|| range(5, 3)), "integer overflow");
    assert_eq!(assert_same_len([2, 2, range(1, 3).len()]), 2);
    let different = "for loop over objects with non-equal lengths";
    assert_eq!(trap_of(|| assert_same_len([2, 3])), different);
    assert_eq!(trap_of(|| zip(&[1, 2], &[1]).count()), different);
    assert_eq!(zip(&[1, 2], [3, 4]).map(|(a, b)| a * b).sum::<i32>(), 11);
    let mut items = [1, 2, 3, 4];
    assert_eq!(slice(&items, 1, 3), [2, 3]);
    assert_eq!(
        trap_of(|| slice(&items, 4, 3).len()),
        "start index 4 is larger than end index 3"
    );
    assert_eq!(
        trap_of(|| slice(&items, 3, 5).len()),
        "index out of bounds: index 5, len 4"
    );
    slice_mut(&mut items, 0, 2)[0] = 9;
    copy(&mut items[2..], &[7, 8]);
    assert_eq!(items, [9, 2, 7, 8]);
    let mismatch = "source and destination arguments have non-equal lengths";
    assert_eq!(trap_of(|| copy(&mut [1, 2], &[1])), mismatch);
}

#[test]
fn sentinels() {
    let mut bytes = [1u8, 2, 0, 4];
    assert_eq!(terminated(&bytes[..3]), [1, 2]);
    assert_eq!(terminated::<u8>(&[]), []);
    assert_eq!(terminated_str("ab\0"), "ab");
    assert_eq!((at(&bytes, 3, 9), at(&bytes, 4, 9)), (4, 9));
    assert!(trap_of(|| at(&bytes, 5, 9)).contains("out of bounds"));
    assert_eq!(terminated_by(&bytes[..=2], 0), [1, 2]);
    assert_eq!(ending_in(&bytes[..=2], 0), [1, 2, 0]);
    terminated_by_mut(&mut bytes[..=2], 0)[0] = 5;
    ending_in_mut(&mut bytes[..=2], 0)[1] = 6;
    assert_eq!(bytes, [5, 6, 0, 4]);
    let mismatch = "sentinel mismatch: expected 0, found 4";
    assert_eq!(trap_of(|| terminated_by(&bytes, 0).len()), mismatch);
    assert_eq!(part(&bytes, 1, 2, 0), [6]);
    assert_eq!(part(&bytes, 1, 4, 0), [6, 0, 4]);
    assert_eq!(trap_of(|| part(&bytes, 1, 3, 0).len()), mismatch);
    part_mut(&mut bytes, 0, 2, 0)[0] = 1;
    assert_eq!(bytes[0], 1);
    // SAFETY: the elements are there.
    assert_eq!(unsafe { checked(bytes.as_ptr(), 2, 0) }, bytes.as_ptr());
    // SAFETY: the elements are there.
    assert_eq!(
        trap_of(|| unsafe { *checked(bytes.as_ptr(), 3, 0) }),
        mismatch
    );
    // SAFETY: the elements are there.
    assert_eq!(unsafe { *checked_mut(bytes.as_mut_ptr(), 2, 0) }, 1);
    let owned = list(vec![1u8, 2], 9);
    assert_eq!(owned, [1, 2]);
    // SAFETY: the sentinel lies behind the elements.
    assert_eq!(unsafe { *owned.as_ptr().add(2) }, 9);
    let leaked = leak(vec![3u8], 0);
    assert_eq!(leaked.len(), 1);
    // SAFETY: the sentinel lies behind the element, and the pointer is not used afterwards.
    assert_eq!(*unsafe { reclaim(leaked) }, [3, 0]);
    assert_eq!(slice_to(&bytes, &0), [1, 6]);
    assert_eq!(slice_to(&bytes, &9), bytes);
    // SAFETY: the bytes hold a zero.
    assert_eq!(unsafe { span(bytes.as_ptr(), &0) }, [1, 6]);
}

#[test]
fn aligned_memory() {
    use zig2rust_runtime::raw_slice;
    for (len, align) in [(0, 16), (1, 16), (5, 64), (100, 4)] {
        let memory = raw_slice::aligned::<u8>(len, align);
        assert_eq!(memory.len(), len);
        assert_eq!(memory.cast::<u8>().addr() % align, 0);
        for index in 0..len {
            // SAFETY: the memory is as long as that.
            assert_eq!(unsafe { *memory.cast::<u8>().add(index) }, 0);
        }
        // SAFETY: it came from `aligned` just now.
        unsafe { raw_slice::free_aligned(memory, align) };
    }
}

#[test]
fn raw_slices() {
    use zig2rust_runtime::raw_slice;
    let mut list = vec![1u8, 2];
    let all = raw_slice::of_vec_mut(&mut list);
    // SAFETY: the list is there, and nothing else looks at it.
    unsafe { (&mut *all)[1] = 7 };
    assert_eq!(all.cast_const(), raw_slice::of_vec(&list));
    assert_eq!(list, [1, 7]);
    let mut items = [1u8, 2, 3, 4];
    let all: *mut [u8] = &raw mut items;
    let part = raw_slice::part_mut(all, 1, 3);
    // SAFETY: the part lies in `items`.
    unsafe { (&mut *part)[0] = 9 };
    let tail = raw_slice::from(all, 2);
    let many = raw_slice::from_pointer(all.cast::<u8>(), 1, 3);
    // SAFETY: both lie in `items`.
    assert_eq!(
        unsafe { (&*tail, &*many) },
        ([3, 4].as_slice(), [9, 3].as_slice())
    );
    let pairs = raw_slice::cast::<u8, [u8; 2]>(all);
    // SAFETY: the bytes are `items`.
    assert_eq!(unsafe { &*pairs }, [[1, 9], [3, 4]]);
    assert_eq!(
        trap_of(|| raw_slice::cast_mut::<u8, [u8; 3]>(all)),
        "slice length '4' does not divide exactly into destination elements"
    );
    let upside_down = "start index 3 is larger than end index 2";
    assert_eq!(trap_of(|| raw_slice::part(all, 3, 2)), upside_down);
    assert_eq!(
        trap_of(|| raw_slice::from_pointer_mut(all.cast::<u8>(), 3, 2)),
        upside_down
    );
    assert_eq!(
        trap_of(|| raw_slice::part(all, 3, 5)),
        "index out of bounds: index 5, len 4"
    );
    assert_eq!(raw_slice::from_mut(all, 4).len(), 0);
}
