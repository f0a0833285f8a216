//! `rt::wyhash`, `rt::auto_hash` and `rt::hash_map` against `tests/zig/hash_map.zig`.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::fmt::{Display, Write as _};
use zig2rust_runtime::auto_hash::*;
use zig2rust_runtime::hash_map::*;
use zig2rust_runtime::wyhash::Wyhash;

fn hashes(expected: &mut Expected) {
    let mut random = SplitMix::new(5);
    let text: Vec<u8> = (0..300).map(|_| random.next() as u8).collect();
    for len in 0..text.len() {
        let mut hasher = Wyhash::new(len as u64);
        let mut rest = &text[..len];
        while !rest.is_empty() {
            let step = rest.len().min(1 + (random.next() % 60) as usize);
            hasher.update(&rest[..step]);
            rest = &rest[step..];
        }
        let whole = Wyhash::hash(len as u64, &text[..len]);
        expected.row(format!("{whole:x} {:x}", hasher.finish()).as_bytes());
    }
    expected.finish("wyhash");
}

/// A key whose hashing is written as lowering would write it.
struct Key<F>(Layout, F);

fn auto<T: AutoHash + PartialEq>(expected: &mut Expected, key: T) {
    let hash = AutoContext.hash(&key);
    assert_eq!(format!("{hash:016x} {}", T::LAYOUT.unique), expected.line());
}

fn by_hand(expected: &mut Expected, key: Key<impl Fn(&mut Wyhash)>) {
    let mut hasher = Wyhash::new(0);
    (key.1)(&mut hasher);
    assert_eq!(
        format!("{:016x} {}", hasher.finish(), key.0.unique),
        expected.line()
    );
}

fn int(expected: &mut Expected, value: u128, bits: usize) {
    by_hand(
        expected,
        Key(Layout::of_int(bits), |h: &mut Wyhash| {
            hash_int(h, value, bits)
        }),
    );
}

fn structure(expected: &mut Expected, layouts: &[Layout], fields: &[Field<'_>]) {
    by_hand(
        expected,
        Key(Layout::of_struct(layouts), |h: &mut Wyhash| {
            hash_struct(h, fields)
        }),
    );
}

fn auto_hashes(expected: &mut Expected) {
    let bits = Layout::of_int;
    auto(expected, 200u8);
    auto(expected, 0xdead_beefu32);
    auto(expected, -5i64);
    auto(expected, 1u128 << 100);
    int(expected, 0x1f_0000, 21);
    int(expected, -3i8 as u128, 7);
    int(expected, 1 << 64, 65);
    auto(expected, true);
    auto(expected, Some(7u32));
    auto(expected, None::<u32>);
    auto(expected, [1u16, 2, 3]);
    by_hand(
        expected,
        Key(Layout::of_array(bits(21), 2), |h: &mut Wyhash| {
            hash_int(h, 1, 21);
            hash_int(h, 2, 21);
        }),
    );
    int(expected, 5, 3);
    by_hand(
        expected,
        Key(Layout::NOT_UNIQUE, |h: &mut Wyhash| {
            hash_int(h, 0, 2);
            9u32.auto_hash(h);
        }),
    );
    by_hand(
        expected,
        Key(Layout::NOT_UNIQUE, |h: &mut Wyhash| hash_int(h, 1, 2)),
    );
    by_hand(
        expected,
        Key(Layout::NOT_UNIQUE, |h: &mut Wyhash| {
            hash_int(h, 2, 2);
            hash_struct(h, &[Field::of(&1u8), Field::of(&2u8)]);
        }),
    );
    int(expected, 3 | (1000 << 5), 16);
    structure(
        expected,
        &[bits(32); 2],
        &[Field::of(&1i32), Field::of(&-1i32)],
    );
    structure(
        expected,
        &[bits(16), bits(32), bits(16)],
        &[Field::of(&1u16), Field::of(&2u32), Field::of(&3u16)],
    );
    structure(
        expected,
        &[bits(8), bits(32)],
        &[Field::of(&1u8), Field::of(&2u32)],
    );
    structure(
        expected,
        &[bits(8), bits(16), bits(8), bits(64), bits(32)],
        &[
            Field::of(&1u8),
            Field::of(&2u16),
            Field::of(&3u8),
            Field::of(&4u64),
            Field::of(&5u32),
        ],
    );
    structure(
        expected,
        &[bool::LAYOUT, bits(8), Layout::NOT_UNIQUE],
        &[Field::of(&true), Field::of(&2u8), Field::of(&Some(7u8))],
    );
    structure(
        expected,
        &[bits(24), bits(8)],
        &[Field::int(1, 24), Field::of(&2u8)],
    );
    let layout = Layout::of_tuple(&[bits(16), bits(16), bits(32)]);
    by_hand(
        expected,
        Key(layout, |h: &mut Wyhash| {
            1u16.auto_hash(h);
            2u16.auto_hash(h);
            3u32.auto_hash(h);
        }),
    );
    auto(expected, (1u8, 2u16, 3u8));
    auto(expected, (1u32, true));
    int(expected, 0, 0);
}

#[derive(Clone, Default)]
struct Last;

impl Context<u32> for Last {
    fn hash(&self, key: &u32) -> u64 {
        u64::from(key % 16)
    }

    fn eql(&self, key: &u32, other: &u32) -> bool {
        key == other
    }
}

fn operations<K: Clone + Display, C: Context<K> + Default + Clone, const LOAD: u32>(
    expected: &mut Expected,
    name: &str,
    range: u64,
    seed: u64,
    make_key: fn(u64) -> K,
) {
    let mut random = SplitMix::new(seed);
    let mut map = HashMap::<K, u32, C, LOAD>::new();
    for _ in 0..60 {
        let mut w = String::new();
        for _ in 0..random.next() % 80 {
            let key = make_key(random.next() % range);
            let value = random.next() as u32;
            match random.next() % 14 {
                0..=3 => map.put(key, value),
                4 => {
                    let gop = map.get_or_put(key);
                    *gop.value_ptr = if gop.found_existing {
                        gop.value_ptr.wrapping_add(1)
                    } else {
                        value
                    };
                    write!(w, "g{} ", gop.found_existing).unwrap();
                }
                5..=7 => write!(w, "r{} ", map.remove(&key)).unwrap(),
                8 => match map.fetch_remove(&key) {
                    Some(kv) => write!(w, "f{} ", kv.value).unwrap(),
                    None => write!(w, "f- ").unwrap(),
                },
                9 => match map.fetch_put(key, value) {
                    Some(kv) => write!(w, "p{} ", kv.value).unwrap(),
                    None => write!(w, "p- ").unwrap(),
                },
                10 => match map.get(&key) {
                    Some(value) => write!(w, "={value} ").unwrap(),
                    None => write!(w, "=- ").unwrap(),
                },
                11 => write!(w, "v{} ", map.get_or_put_value(key, value).value_ptr).unwrap(),
                12 => {
                    if !map.contains(&key) {
                        map.put_no_clobber(key, value);
                    }
                }
                _ => {
                    if let Some(value) = map.get_ptr(&key) {
                        *value = value.wrapping_add(1);
                    }
                }
            }
        }
        match random.next() % 12 {
            0 => map.clear_retaining_capacity(),
            1 => map.clear_and_free(),
            2 => map = map.clone(),
            3 => map.ensure_total_capacity((random.next() % 200) as u32),
            4 => map.ensure_unused_capacity((random.next() % 50) as u32),
            _ => {}
        }
        write!(w, "{}/{}:", map.count(), map.capacity()).unwrap();
        let mut cursor = Cursor::default();
        while let Some(entry) = cursor.next(&mut map) {
            write!(w, " {}={}", entry.key_ptr, entry.value_ptr).unwrap();
        }
        assert_eq!(map.iter().count(), map.count() as usize);
        expected.row(w.as_bytes());
    }
    expected.finish(name);
}

fn rehash(expected: &mut Expected) {
    expected.show(1);
    for seed in 0..50 {
        let mut random = SplitMix::new(seed);
        let mut map = AutoHashMap::new();
        for _ in 0..100 {
            map.put((random.next() % 200) as u32, ());
        }
        for _ in 0..60 {
            map.remove(&((random.next() % 200) as u32));
        }
        map.rehash();
        let keys: String = map.key_iterator().map(|key| format!(" {key}")).collect();
        expected.row(keys.as_bytes());
    }
    expected.finish("rehash");
}

#[test]
fn hash_maps_equal_zig() {
    let mut expected = Expected::load("hash_map", 3);
    hashes(&mut expected);
    auto_hashes(&mut expected);
    expected.show(2);
    for seed in 0..6 {
        let range = 20 << (2 * seed);
        operations::<u32, AutoContext, 80>(&mut expected, "u32", range, seed, |n| n as u32);
        operations::<u32, IntContext<21>, 80>(
            &mut expected,
            "u21",
            range.min(0x1f_ffff),
            seed,
            |n| n as u32,
        );
        operations::<i64, AutoContext, 80>(&mut expected, "i64", range, seed, |n| n as i64);
        operations::<String, StringContext, 80>(&mut expected, "string", range, seed, |n| {
            format!("key{}", n * n)
        });
        operations::<u32, Last, 50>(&mut expected, "load 50", range, seed, |n| n as u32);
    }
    rehash(&mut expected);
    expected.end();
}

#[test]
fn lookups_by_borrowed_and_adapted_keys() {
    let mut map: StringHashMap<Vec<u8>, u32> = StringHashMap::new();
    map.put(b"one".to_vec(), 1);
    assert_eq!(map.get(b"one"), Some(&1));
    assert_eq!(map.get(b"one".as_slice()), Some(&1));
    assert_eq!(map.get_key("one"), Some(&b"one".to_vec()));
    *map.get_key_ptr("one").unwrap() = b"one".to_vec();
    *map.get_entry("one").unwrap().value_ptr += 1;
    assert_eq!(
        map.fetch_put(b"one".to_vec(), 5),
        Some(Kv {
            key: b"one".to_vec(),
            value: 2
        })
    );

    /// Finds numbers by their decimal text.
    struct Decimal;
    impl Context<u32, [u8]> for Decimal {
        fn hash(&self, key: &[u8]) -> u64 {
            let number: u32 = std::str::from_utf8(key).unwrap().parse().unwrap();
            AutoContext.hash(&number)
        }
        fn eql(&self, key: &[u8], other: &u32) -> bool {
            key == other.to_string().as_bytes()
        }
    }
    let mut numbers = AutoHashMap::<u32, &str>::new();
    numbers.put(42, "answer");
    assert_eq!(numbers.get(&42), Some(&"answer"));
    assert_eq!(
        numbers.get_adapted(b"42".as_slice(), &Decimal),
        Some(&"answer")
    );
    assert!(!numbers.contains_adapted(b"43".as_slice(), &Decimal));
    let gop = numbers.get_or_put_adapted(b"43".as_slice(), &Decimal, || (43, "new"));
    assert!(!gop.found_existing);
    let key = std::ptr::from_ref(numbers.get_key(&43).unwrap());
    numbers.remove_by_ptr(key);
    assert!(numbers.remove_adapted(b"42".as_slice(), &Decimal));
    assert_eq!(numbers.take().count(), 0);
}

#[test]
fn traps() {
    let mut map = AutoHashMap::<u8, u8>::new();
    map.put(1, 1);
    assert_eq!(
        trap_of(|| map.put_no_clobber(1, 2)),
        "reached unreachable code"
    );
}
