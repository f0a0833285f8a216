//! Tests that go on with what an earlier one left, in the order of the file.

#![allow(dead_code, clippy::deref_addrof)]

mod rt;

static mut STOCK: u32 = 10;
static mut SOLD: u32 = 0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SellError {
    SoldOut,
}

fn sell(n: u32) -> Result<(), SellError> {
    // SAFETY: the variable is only touched by the thread that runs this program
    if unsafe { n > STOCK } {
        return Err(SellError::SoldOut);
    }
    // SAFETY: the variable is only touched by the thread that runs this program
    unsafe {
        STOCK -= n;
        SOLD += n;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::test_order::TestOrder;

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
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            assert_eq!(10, *&raw const STOCK);
        }
    }

    #[test]
    fn sell_some() {
        let Some(_turn) = IN_ORDER.turn(1) else {
            return;
        };
        sell(4).unwrap();
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            assert_eq!(6, *&raw const STOCK);
        }
    }

    // Runs last, though its name comes first.
    #[test]
    fn a_last_sale() {
        let Some(_turn) = IN_ORDER.turn(2) else {
            return;
        };
        assert_eq!(sell(7).err(), Some(SellError::SoldOut));
        sell(6).unwrap();
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            assert_eq!(10, *&raw const SOLD);
        }
    }

    #[test]
    fn touches_none_of_it() {
        let price: f32 = 2.5;
        assert_eq!(5.0, 2.0 * price);
    }
}
