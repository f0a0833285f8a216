//! What is counted.

/// A kind of thing and how many there are.
#[derive(Clone, Copy)]
pub struct Item {
    pub name: &'static [u8],
    pub count: u32,
}

pub const DEFAULT_COUNT: u32 = 25;

pub fn total(items: &[Item]) -> u32 {
    let mut sum: u32 = 0;
    for &item in items.iter() {
        sum = plus(sum, item.count);
    }
    sum
}

fn plus(a: u32, b: u32) -> u32 {
    a + b
}
