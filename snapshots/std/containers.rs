//! Containers that no rule maps are ported from std's own source.

#![allow(
    clippy::assign_op_pattern,
    clippy::eq_op,
    clippy::identity_op,
    clippy::manual_div_ceil,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator,
    clippy::wrong_self_convention
)]

mod rt;
pub mod zig_std;

use crate::rt::trap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Colour {
    Red,
    Green,
    Blue,
}

impl Colour {
    /// The tag with this integer; traps where there is none.
    pub fn from_raw(raw: u8) -> Self {
        match raw {
            0 => Self::Red,
            1 => Self::Green,
            2 => Self::Blue,
            _ => trap::invalid_enum_value(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zig_std::bit_set::{ArrayBitSetUsizeN100, DynamicBitSet};
    use crate::zig_std::enums::{EnumArrayColourU32, EnumSetColour};
    use crate::zig_std::multi_array_list::MultiArrayListItem;
    use crate::zig_std::singly_linked_list::SinglyLinkedList;
    use core::ptr::NonNull;
    use core::{mem, ptr};

    #[test]
    fn enum_array() {
        let mut array = EnumArrayColourU32::init_fill(0);
        array.set(Colour::Green, 7);
        *array.get_ptr(Colour::Blue) += 2;
        assert_eq!(7, array.get(Colour::Green));
        assert_eq!(2, array.get(Colour::Blue));
        let mut sum: u32 = 0;
        let mut it = array.iterator();
        while let Some(entry) = it.next() {
            sum += *entry.value;
        }
        assert_eq!(9, sum);
    }

    #[test]
    fn enum_set() {
        let mut set = EnumSetColour::init_empty();
        set.insert(Colour::Red);
        set.insert(Colour::Blue);
        assert!(set.contains(Colour::Red));
        assert_eq!(2, set.count());
        assert!(!set.contains(Colour::Green));
    }

    #[test]
    fn static_bit_set() {
        let mut set = ArrayBitSetUsizeN100::init_empty();
        set.set(3);
        set.set(99);
        set.toggle(4);
        assert_eq!(3, set.count());
        let mut it = set.iterator();
        let mut sum: usize = 0;
        while let Some(i) = it.next() {
            sum += i;
        }
        assert_eq!(106, sum);
        assert_eq!(Some(3), set.find_first_set());
    }

    #[test]
    fn dynamic_bit_set() {
        let mut set = DynamicBitSet::init_empty(70);
        set.set(69);
        set.set_value(1, true);
        assert_eq!(2, set.count());
        assert!(set.is_set(69));
        set.deinit();
    }

    #[test]
    fn multi_array_list() {
        let mut list = MultiArrayListItem {
            bytes: ptr::dangling_mut::<u8>(),
            len: 0,
            capacity: 0,
        };
        list.append(Item { a: 1, b: 2 });
        list.append(Item { a: 3, b: 4 });
        let items = list.items_0();
        for index in 0..items.len() {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            let a = unsafe { &raw mut (*items)[index] };
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                *a *= 10;
            }
        }
        assert_eq!(30, list.get(1).a);
        assert_eq!(2, list.len);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!([2u8, 4][..], (&*list.items_1())[..]);
        }
        list.deinit();
    }

    #[derive(Clone, Copy)]
    pub struct Item {
        pub a: u32,
        pub b: u8,
    }

    #[test]
    fn singly_linked_list() {
        let mut list: SinglyLinkedList = SinglyLinkedList::default();
        let mut one = Node {
            data: 1,
            node: crate::zig_std::singly_linked_list::Node { next: None },
        };
        let mut two = Node {
            data: 2,
            node: crate::zig_std::singly_linked_list::Node { next: None },
        };
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            list.prepend(&raw mut one.node);
            list.prepend(&raw mut two.node);
        }
        let mut it = list.first;
        let mut sum: u32 = 0;
        while let Some(node) = it.map(NonNull::as_ptr) {
            let l: *mut Node = node
                .wrapping_byte_sub(mem::offset_of!(Node, node))
                .cast::<Node>();
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                sum = sum * 10 + (*l).data;
                it = (*node).next;
            }
        }
        assert_eq!(21, sum);
    }

    #[derive(Clone, Copy)]
    pub struct Node {
        pub data: u32,
        pub node: crate::zig_std::singly_linked_list::Node,
    }
}
