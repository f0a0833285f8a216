//! The parent by way of a reference to the field: the borrow checker sees two fields, and so does the optimiser.

use std::mem::offset_of;

struct Link {
    #[allow(dead_code)]
    next: Option<std::ptr::NonNull<Link>>,
}

struct Item {
    value: u32,
    link: Link,
}

#[inline(never)]
fn bump(link: &mut Link) {
    let item = unsafe { (&raw mut *link).byte_sub(offset_of!(Item, link)).cast::<Item>() };
    unsafe { (*item).value += 1 };
}

#[inline(never)]
fn set_and_bump(value: &mut u32, link: &mut Link) -> u32 {
    *value = 1;
    bump(link);
    *value
}

fn main() {
    let mut item = Item { value: 5, link: Link { next: None } };
    eprintln!("{}", set_and_bump(&mut item.value, &mut item.link));
}
