//! An arena: everything is freed at once.

#![allow(
    dead_code,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator,
    clippy::wrong_self_convention
)]

pub mod zig_std;

use crate::zig_std::mem;

struct Item {
    name: Vec<u8>,
    children: &'static [Item],
}

fn parse(text: &[u8]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut lines = mem::tokenize_scalar_u8(text, b'\n');
    while let Some(line) = lines.next() {
        let name = mem::trim_u8(line, b" ").to_vec();
        items.push(Item {
            name,
            children: &[],
        });
    }
    core::mem::take(&mut items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arena() {
        let items = parse(b"one\n  two\nthree");
        assert_eq!(3, items.len());
        assert_eq!(b"two", &items[1].name[..]);
    }
}
