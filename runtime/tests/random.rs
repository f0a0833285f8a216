//! `rt::random`, `rt::priority_queue` and `rt::bit_set` against `tests/zig/random.zig`.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::cmp::Ordering;
use std::fmt::Write as _;
use zig2rust_runtime::bit_set::*;
use zig2rust_runtime::fmt::HexBytes;
use zig2rust_runtime::fmt_any::Any;
use zig2rust_runtime::priority_queue::PriorityQueue;
use zig2rust_runtime::random::*;
use zig2rust_runtime::random_float::{float_exp, float_norm};

fn numbers(r: &mut Random<'_>) -> String {
    let mut w = String::new();
    write!(
        w,
        "{} {} {} ",
        r.int::<u8, 8>(),
        r.int::<i16, 16>(),
        r.int::<u32, 21>()
    )
    .unwrap();
    write!(
        w,
        "{} {} {} ",
        r.int::<i64, 64>(),
        r.int::<u128, 128>(),
        r.boolean()
    )
    .unwrap();
    write!(w, "{} ", r.uint_less_than::<u8, 8>(200)).unwrap();
    write!(w, "{} ", r.uint_less_than::<u64, 64>(1 << 63 | 5)).unwrap();
    write!(w, "{} ", r.uint_less_than::<u32, 21>(0x10_0001)).unwrap();
    write!(w, "{} ", r.uint_less_than::<u128, 128>(1 << 127 | 77)).unwrap();
    write!(w, "{} ", r.uint_less_than_biased::<u32, 32>(1000)).unwrap();
    write!(
        w,
        "{} {} ",
        r.uint_at_most::<u8, 8>(255),
        r.uint_at_most::<u8, 5>(20)
    )
    .unwrap();
    write!(w, "{} ", r.int_range_less_than::<i8, 8>(-100, 100)).unwrap();
    write!(w, "{} ", r.int_range_at_most::<i32, 32>(i32::MIN, i32::MAX)).unwrap();
    write!(w, "{} ", r.int_range_at_most::<u16, 16>(10, 20)).unwrap();
    write!(w, "{} ", r.int_range_at_most::<i32, 21>(-5, 5)).unwrap();
    write!(
        w,
        "{:x} {:x} ",
        r.float::<f32>().to_bits(),
        r.float::<f64>().to_bits()
    )
    .unwrap();
    let mut items: [u8; 10] = std::array::from_fn(|i| i as u8);
    r.shuffle(&mut items);
    write!(
        w,
        "{} {} ",
        Any(&items),
        r.weighted_index::<u32, 32>(&[1, 0, 5, 10])
    )
    .unwrap();
    write!(w, "{}", r.enum_value(&["red", "green", "blue"])).unwrap();
    w
}

fn randoms(expected: &mut Expected) {
    for seed in 0..20u64 {
        let mut prng = DefaultPrng::new(seed.wrapping_mul(0x0123_4567_89ab_cdef));
        if seed % 4 == 3 {
            prng.jump();
        }
        let mut r = prng.random();
        for _ in 0..20 {
            expected.row(numbers(&mut r).as_bytes());
            let mut bytes = [0; 13];
            r.bytes(&mut bytes);
            expected.row(HexBytes(&bytes).to_string().as_bytes());
        }
    }
    expected.row(b"");
    expected.finish("random");
}

#[derive(Clone, Copy)]
struct Item {
    key: u32,
    tag: u32,
}

fn order(a: &Item, b: &Item) -> Ordering {
    a.key.cmp(&b.key)
}

fn queues(expected: &mut Expected) {
    let mut random = SplitMix::new(9);
    let mut queue = PriorityQueue::new(order as fn(&Item, &Item) -> Ordering);
    for round in 0..500 {
        let mut w = String::new();
        for _ in 0..random.next() % 20 {
            let item = Item {
                key: (random.next() % 30) as u32,
                tag: round,
            };
            match random.next() % 7 {
                0..=3 => queue.push(item),
                4 => {
                    if let Some(popped) = queue.pop() {
                        write!(w, "{}.{} ", popped.key, popped.tag).unwrap();
                    }
                }
                5 => {
                    if queue.count() > 0 {
                        let popped = queue.pop_index(random.next() as usize % queue.count());
                        write!(w, "{}.{} ", popped.key, popped.tag).unwrap();
                    }
                }
                _ => {
                    let new = Item {
                        key: (random.next() % 30) as u32,
                        tag: 1000,
                    };
                    if !queue.update(&item, new) {
                        write!(w, "none ").unwrap();
                    }
                }
            }
        }
        if round % 50 == 49 {
            let items = queue.items().iter().rev().copied().collect();
            queue = PriorityQueue::from_vec(items, order);
        }
        for item in queue.items() {
            write!(w, " {}.{}", item.key, item.tag).unwrap();
        }
        expected.row(w.as_bytes());
    }
    expected.finish("queue");
}

fn null(index: Option<usize>) -> String {
    index.map_or("null".to_owned(), |index| index.to_string())
}

fn sets(expected: &mut Expected) {
    let mut random = SplitMix::new(10);
    let mut a = StaticBitSet::<2>::init_empty(100);
    let mut b = DynamicBitSet::init_empty(100);
    let mut other = StaticBitSet::<2>::init_full(100);
    for _ in 0..600 {
        let mut w = String::new();
        let i = (random.next() % 100) as usize;
        let j = (random.next() % 101) as usize;
        let range = i.min(j)..i.max(j);
        match random.next() % 12 {
            0..=2 => a.set(i),
            3 => a.unset(i),
            4 => a.toggle(i),
            5 => a.set_range_value(range, true),
            6 => a.set_range_value(range, false),
            7 if i < 20 => a.toggle_all(),
            7 => {}
            8 => write!(w, "{} ", null(a.toggle_first_set())).unwrap(),
            9 => other = a.xor_with(&other),
            10 => a = a.difference_with(&other),
            _ if i < 50 => a.set_union(&other.complement()),
            _ => a.set_intersection(&other),
        }
        let len = b.capacity();
        b.toggle(random.next() as usize % len);
        if i.is_multiple_of(5) {
            b.resize(len + j - len.min(50), random.next().is_multiple_of(2));
        }
        if b.capacity() == 0 {
            b.resize(70, false);
        }
        write!(
            w,
            "{} {} {} ",
            a.count(),
            null(a.find_first_set()),
            null(a.find_last_set())
        )
        .unwrap();
        write!(
            w,
            "{} {} {} ",
            a.is_set(i),
            a.eql(&other),
            a.subset_of(&other)
        )
        .unwrap();
        write!(w, "{} ", a.superset_of(&a.intersect_with(&other))).unwrap();
        write!(w, "{} {} ", b.capacity(), b.count()).unwrap();
        write!(
            w,
            "{} {} ",
            null(b.find_first_set()),
            null(b.find_last_set())
        )
        .unwrap();
        a.iter()
            .rev()
            .for_each(|index| write!(w, "{index},").unwrap());
        b.iter_unset()
            .for_each(|index| write!(w, "{index};").unwrap());
        expected.row(w.as_bytes());
    }
    expected.finish("bit sets");
}

fn distributions(expected: &mut Expected) {
    let mut prng = DefaultPrng::new(77);
    let mut r = prng.random();
    for _ in 0..20000 {
        let (normal, exponential) = (float_norm(&mut r), float_exp(&mut r));
        expected.row(format!("{:x} {:x}", normal.to_bits(), exponential.to_bits()).as_bytes());
    }
    expected.finish("distributions");
}

#[test]
fn equal_zig() {
    let mut expected = Expected::load("random", 3);
    randoms(&mut expected);
    expected.show(2);
    queues(&mut expected);
    sets(&mut expected);
    distributions(&mut expected);
    expected.end();
}

#[test]
fn traps() {
    let unreachable = "reached unreachable code";
    let mut prng = DefaultPrng::new(0);
    let mut r = prng.random();
    assert_eq!(trap_of(|| r.uint_less_than::<u8, 8>(0)), unreachable);
    assert_eq!(trap_of(|| r.int_range_at_most::<u8, 8>(5, 4)), unreachable);
    assert_eq!(
        trap_of(|| StaticBitSet::<1>::init_empty(10).is_set(10)),
        unreachable
    );
    let longer = DynamicBitSet::init_empty(11);
    assert_eq!(
        trap_of(|| DynamicBitSet::init_empty(10).set_union(&longer)),
        unreachable
    );
    let mut queue = PriorityQueue::new(|a: &u8, b: &u8| a.cmp(b));
    queue.push_slice(&[3, 1, 2]);
    assert_eq!((queue.peek(), queue.count()), (Some(&1), 3));
    assert_eq!(trap_of(|| queue.pop_index(3)), unreachable);
}
