//! `rt::sort` and `rt::array_hash_map` against `tests/zig/sort.zig`.

mod common;

use common::{Expected, SplitMix, trap_of};
use std::cmp::Ordering;
use std::fmt::Write as _;
use zig2rust_runtime::array_hash_map::*;
use zig2rust_runtime::sort;

#[derive(Clone, Copy)]
struct Item {
    key: u32,
    tag: u32,
}

fn less(a: &Item, b: &Item) -> bool {
    a.key < b.key
}

fn show(w: &mut String, items: &[Item]) {
    for item in items {
        write!(w, " {}.{}", item.key, item.tag).unwrap();
    }
}

fn null(index: Option<usize>) -> String {
    index.map_or("null".to_owned(), |index| index.to_string())
}

fn searches(w: &mut String, items: &[Item], key: u32) {
    let compare = |item: &Item| -> Ordering { key.cmp(&item.key) };
    let (low, high) = sort::equal_range(items, compare);
    let found = null(sort::binary_search(items, compare));
    let (lower, upper) = (
        sort::lower_bound(items, compare),
        sort::upper_bound(items, compare),
    );
    write!(w, "{found} {lower} {upper} {low} {high}").unwrap();
}

fn input(random: &mut SplitMix, len: u64, range: u64, shape: u64) -> Vec<Item> {
    let key = |i: u64, random: &mut SplitMix| match shape {
        0 => i / 3,
        1 => len - i,
        2 => match random.next() % 20 {
            0 => random.next() % range,
            _ => i,
        },
        3 => i % 7,
        4 if i.is_multiple_of(2) => i,
        4 => len - i,
        _ => random.next() % range,
    };
    (0..len)
        .map(|i| Item {
            key: key(i, random) as u32,
            tag: i as u32,
        })
        .collect()
}

fn sorts(expected: &mut Expected) {
    let mut random = SplitMix::new(11);
    let functions: [fn(&mut [Item]); 4] = [
        |items| sort::pdq(items, less),
        |items| sort::block(items, less),
        |items| sort::heap(items, less),
        |items| sort::insertion(items, less),
    ];
    for round in 0..400 {
        let len = if round < 350 {
            random.next() % 300
        } else {
            1000 + random.next() % 2000
        };
        let range = 1 << (random.next() % 14);
        let shape = random.next() % 6;
        let items = input(&mut random, len, range, shape);
        let mut w = String::new();
        for (i, function) in functions.iter().enumerate() {
            if i == 3 && len >= 300 {
                continue;
            }
            let mut copy = items.clone();
            function(&mut copy);
            show(&mut w, &copy);
            w.push('|');
            if i == 1 {
                searches(&mut w, &copy, (random.next() % range) as u32);
            }
        }
        let (least, greatest) = (sort::arg_min(&items, less), sort::arg_max(&items, less));
        write!(
            w,
            " {} {} {}",
            null(least),
            null(greatest),
            sort::is_sorted(&items, less)
        )
        .unwrap();
        expected.row(w.as_bytes());
    }
    expected.finish("sorts");
}

fn array_map(expected: &mut Expected) {
    let mut random = SplitMix::new(12);
    let mut map = AutoArrayHashMap::<u32, u32>::new();
    let by_value = |_: &[u32], values: &[u32], a: usize, b: usize| values[a] % 8 < values[b] % 8;
    for _ in 0..300 {
        let mut w = String::new();
        for _ in 0..random.next() % 40 {
            let key = (random.next() % 120) as u32;
            let value = (random.next() >> 40) as u32;
            match random.next() % 12 {
                0..=3 => map.put(key, value),
                4 => write!(w, "g{} ", map.get_or_put_with(key, || value).index).unwrap(),
                5 | 6 => write!(w, "s{} ", map.swap_remove(&key)).unwrap(),
                7 | 8 => write!(w, "o{} ", map.ordered_remove(&key)).unwrap(),
                9 => {
                    if let Some(kv) = map.fetch_swap_remove(&key) {
                        write!(w, "f{} ", kv.value).unwrap();
                    }
                }
                10 => {
                    if let Some(kv) = map.pop() {
                        write!(w, "p{} ", kv.key).unwrap();
                    }
                }
                _ => write!(w, "i{} ", null(map.get_index(&key))).unwrap(),
            }
        }
        match random.next() % 10 {
            0 => map.sort(by_value),
            1 => map.sort_unstable(by_value),
            2 if map.count() > 3 => map.shrink(map.count() - 3),
            3 if random.next().is_multiple_of(4) => map.clear(),
            _ => {}
        }
        for (index, (key, value)) in map.iter().enumerate() {
            write!(w, " {key}={value}").unwrap();
            assert_eq!(map.get_index(key), Some(index));
        }
        expected.row(w.as_bytes());
    }
    expected.finish("array map");
}

#[test]
fn sorts_and_array_maps_equal_zig() {
    let mut expected = Expected::load("sort", 2);
    sorts(&mut expected);
    array_map(&mut expected);
    expected.end();
}

/// A comparison that says `<=` is a bug in the program, but must not panic here as it may in Rust's own sort.
#[test]
fn inconsistent_comparisons_do_not_panic() {
    let mut random = SplitMix::new(3);
    let mut items: Vec<u64> = (0..1000).map(|_| random.next() % 10).collect();
    sort::block(&mut items, |a, b| a <= b);
    assert!(items.is_sorted());
    sort::block(&mut items, |_, _| true);
    sort::pdq(&mut items[..500], |a, b| a % 3 < b % 2);
}

#[test]
fn array_map_keys_and_contexts() {
    let mut map: StringArrayHashMap<&[u8], i32> = StringArrayHashMap::new();
    for (i, name) in [b"c".as_slice(), b"a", b"b"].into_iter().enumerate() {
        map.put(name, i as i32);
    }
    assert_eq!(map.get("a"), Some(&1));
    map.set_key(1, b"z");
    assert_eq!((map.get("a"), map.get_index("z")), (None, Some(1)));
    *map.get_ptr("z").unwrap() = 7;
    map.values_mut()[0] = 5;
    assert_eq!(
        map.fetch_ordered_remove("c"),
        Some(Kv {
            key: b"c".as_slice(),
            value: 5
        })
    );
    assert_eq!(
        map.fetch_put(b"z", 8),
        Some(Kv {
            key: b"z".as_slice(),
            value: 7
        })
    );
    assert_eq!(map.keys(), [b"z", b"b"]);
    assert_eq!(
        trap_of(|| map.put_no_clobber(b"z", 1)),
        "reached unreachable code"
    );

    /// Zig's array contexts know the position.
    #[derive(Default)]
    struct ByLength;
    impl ArrayContext<String> for ByLength {
        fn hash(&self, key: &String) -> u32 {
            key.len() as u32
        }
        fn eql(&self, key: &String, other: &String, _index: usize) -> bool {
            key.len() == other.len()
        }
    }
    let mut lengths = ArrayHashMap::<String, u8, ByLength>::new();
    lengths.put("one".to_owned(), 1);
    lengths.put("two".to_owned(), 2);
    assert_eq!(
        (lengths.count(), lengths.get(&"xyz".to_owned())),
        (1, Some(&2))
    );
}
