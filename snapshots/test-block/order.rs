//! Tests that go on with what an earlier one left, in the order of the file.

#![allow(dead_code)]

mod rt;

use core::sync::atomic::{AtomicU32, Ordering};

static STOCK: AtomicU32 = AtomicU32::new(10);
static SOLD: AtomicU32 = AtomicU32::new(0);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SellError {
    SoldOut,
}

fn sell(n: u32) -> Result<(), SellError> {
    if n > STOCK.load(Ordering::Relaxed) {
        return Err(SellError::SoldOut);
    }
    STOCK.store(STOCK.load(Ordering::Relaxed) - n, Ordering::Relaxed);
    SOLD.store(SOLD.load(Ordering::Relaxed) + n, Ordering::Relaxed);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::test_order::TestOrder;
    use core::sync::atomic::Ordering;

    /// These tests share variables: each finds what those before it left behind.
    static IN_ORDER: TestOrder = TestOrder::new(&[
        ("tests::open_with_ten", open_with_ten),
        ("tests::sell_some", sell_some),
        ("tests::a_last_sale", a_last_sale),
    ]);

    #[test]
    fn open_with_ten() {
        let Some(_turn) = IN_ORDER.turn(0) else {
            return;
        };
        assert_eq!(10, STOCK.load(Ordering::Relaxed));
    }

    #[test]
    fn sell_some() {
        let Some(_turn) = IN_ORDER.turn(1) else {
            return;
        };
        sell(4).unwrap();
        assert_eq!(6, STOCK.load(Ordering::Relaxed));
    }

    // Runs last, though its name comes first.
    #[test]
    fn a_last_sale() {
        let Some(_turn) = IN_ORDER.turn(2) else {
            return;
        };
        assert_eq!(sell(7).err(), Some(SellError::SoldOut));
        sell(6).unwrap();
        assert_eq!(10, SOLD.load(Ordering::Relaxed));
    }

    #[test]
    fn touches_none_of_it() {
        let price: f32 = 2.5;
        assert_eq!(5.0, 2.0 * price);
    }
}
