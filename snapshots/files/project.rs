//! A root with `main`: each file is a module, an import is a path.

#![allow(dead_code)]

mod rt;
mod store;

use crate::rt::{fmt, io};
use crate::store::inventory;
use crate::store::inventory::Item;
use crate::store::shelf::Shelf;

const IS_DEBUG: bool = cfg!(debug_assertions);

fn main() {
    let mut shelf = Shelf::init(3);
    shelf.put(Item {
        name: b"bolt",
        count: 40,
    });
    shelf.put(Item {
        name: b"nut",
        count: inventory::DEFAULT_COUNT,
    });
    for &item in shelf.filled().iter() {
        io::debug_print(format_args!("{}: {}\n", fmt::Bytes(item.name), item.count));
    }
    eprintln!(
        "{} in all, {} free",
        inventory::total(shelf.filled()),
        shelf.free()
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::inventory;
    use crate::store::inventory::Item;
    use crate::store::shelf::Shelf;

    #[test]
    fn a_shelf() {
        let mut shelf = Shelf::init(1);
        let item = Item {
            name: b"gear",
            count: 2,
        };
        shelf.put(item);
        assert_eq!(2, inventory::total(shelf.filled()));
        assert_eq!(0, shelf.free());
        if IS_DEBUG {
            assert!(shelf.limit == 1);
        }
    }
}
