//! Arithmetic on magnitudes: unsigned integers as 64-bit words, lowest first. For `wide_int`.

use core::cmp::Ordering;

/// Adds in place; whether a carry is left.
pub fn add(a: &mut [u64], b: impl IntoIterator<Item = u64>) -> bool {
    let mut carry = false;
    for (limb, other) in a.iter_mut().zip(b) {
        let (sum, first) = limb.overflowing_add(other);
        let (sum, second) = sum.overflowing_add(u64::from(carry));
        (*limb, carry) = (sum, first || second);
    }
    carry
}

/// The two's complement, in place.
pub fn negate(limbs: &mut [u64]) {
    let mut carry = true;
    for limb in limbs {
        (*limb, carry) = (!*limb).overflowing_add(u64::from(carry));
    }
}

/// Subtracts in place; a borrow is lost.
pub fn subtract(a: &mut [u64], b: &[u64]) {
    let mut borrow = false;
    for (limb, other) in a.iter_mut().zip(b) {
        let (difference, first) = limb.overflowing_sub(*other);
        let (difference, second) = difference.overflowing_sub(u64::from(borrow));
        (*limb, borrow) = (difference, first || second);
    }
}

/// The whole product.
pub fn multiply(a: &[u64], b: &[u64]) -> Vec<u64> {
    let mut product = vec![0; a.len() + b.len()];
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0u128;
        for (j, y) in b.iter().enumerate() {
            let sum = u128::from(*x) * u128::from(*y) + u128::from(product[i + j]) + carry;
            product[i + j] = sum as u64;
            carry = sum >> 64;
        }
        product[i + b.len()] = carry as u64;
    }
    product
}

/// Compares two numbers of the same length.
pub fn compare(a: &[u64], b: &[u64]) -> Ordering {
    a.iter().rev().cmp(b.iter().rev())
}

fn shift_left_one(limbs: &mut [u64], low_bit: u64) {
    let mut carry = low_bit;
    for limb in limbs {
        let next = *limb >> 63;
        *limb = (*limb << 1) | carry;
        carry = next;
    }
}

/// Quotient and remainder, bit by bit: the numbers are short. The denominator has the numerator's length.
pub fn divide(numerator: &[u64], denominator: &[u64]) -> (Vec<u64>, Vec<u64>) {
    let len = numerator.len();
    let (mut quotient, mut remainder) = (vec![0; len], vec![0; len]);
    for bit in (0..64 * len).rev() {
        shift_left_one(&mut remainder, numerator[bit / 64] >> (bit % 64) & 1);
        if compare(&remainder, denominator).is_ge() {
            subtract(&mut remainder, denominator);
            quotient[bit / 64] |= 1 << (bit % 64);
        }
    }
    (quotient, remainder)
}

/// Divides in place and gives the remainder.
pub fn divide_small(limbs: &mut [u64], divisor: u64) -> u64 {
    limbs.iter_mut().rev().fold(0, |remainder, limb| {
        let part = (u128::from(remainder) << 64) | u128::from(*limb);
        *limb = (part / u128::from(divisor)) as u64;
        (part % u128::from(divisor)) as u64
    })
}
