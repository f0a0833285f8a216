//! `orelse`, `.?` and comparisons with `null`.

#![allow(dead_code)]

#[derive(Clone, Copy)]
struct Entry {
    key: u8,
    value: Option<u16>,
}

fn index_of(entries: &[Entry], key: u8) -> Option<usize> {
    let mut i = entries.len();
    while i > 0 {
        i -= 1;
        if entries[i].key == key {
            return Some(i);
        }
    }
    None
}

fn find(entries: &[Entry], key: u8) -> Option<Entry> {
    let index = index_of(entries, key)?;
    Some(entries[index])
}

fn value_or(entries: &[Entry], key: u8, fallback: u16) -> u16 {
    let Some(entry) = find(entries, key) else {
        return fallback;
    };
    match entry.value {
        Some(value) => value,
        None => fallback / 2,
    }
}

fn sum_known(entries: &[Entry]) -> u32 {
    let mut sum: u32 = 0;
    for &entry in entries.iter() {
        sum += u32::from(match entry.value {
            Some(value) => value,
            None => continue,
        });
    }
    sum
}

fn must(entries: &[Entry], key: u8) -> u16 {
    find(entries, key).unwrap().value.unwrap()
}

fn either(a: Option<u8>, b: Option<u8>) -> Option<u8> {
    a.or(b)
}

fn same(a: Option<u8>, b: u8) -> bool {
    a == Some(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn optionals() {
        let entries = [
            Entry {
                key: 1,
                value: Some(10),
            },
            Entry {
                key: 2,
                value: None,
            },
        ];
        assert_eq!(10, value_or(&entries, 1, 100));
        assert_eq!(50, value_or(&entries, 2, 100));
        assert_eq!(100, value_or(&entries, 3, 100));
        assert_eq!(10, sum_known(&entries));
        assert_eq!(10, must(&entries, 1));
        assert_eq!(Some(4), either(None, Some(4)));
        assert!(same(Some(7), 7));
        assert!(find(&entries, 9).is_none());
    }
}
