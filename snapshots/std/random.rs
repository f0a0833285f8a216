//! Random numbers are those that Zig gives, bit by bit.

#![allow(
    arithmetic_overflow,
    unconditional_panic,
    unused_assignments,
    clippy::assertions_on_constants,
    clippy::eq_op,
    clippy::identity_op,
    clippy::manual_range_contains,
    clippy::not_unsafe_ptr_arg_deref,
    clippy::should_implement_trait
)]

mod rt;
pub mod zig_std;

#[cfg(test)]
mod tests {
    use crate::zig_std::random::isaac64::Isaac64;
    use crate::zig_std::random::pcg::Pcg;
    use crate::zig_std::random::xoshiro256::Xoshiro256;

    #[test]
    fn random() {
        let mut prng: Xoshiro256 = Xoshiro256::init(1234);
        let random = Xoshiro256::random(&raw mut prng);
        assert_eq!(13965075828013061239, random.int_u64());
        assert_eq!(7827044556653101013, random.int_u64());
        let roll = random.int_range_at_most_u8(1, 6);
        assert!(roll >= 1 && roll <= 6);
        assert!(random.float_f64() < 1.0);
        let mut items = [1u8, 2, 3, 4, 5];
        random.shuffle_u8(&mut items);
        let mut sum: u32 = 0;
        for item in items {
            sum = sum * 10 + u32::from(item);
        }
        assert!(sum >= 12345 && sum <= 54321);
    }

    #[test]
    fn other_generators() {
        let mut pcg: Pcg = Pcg::init(5);
        assert_eq!(4123214184, Pcg::random(&raw mut pcg).int_u32());
        let mut isaac: Isaac64 = Isaac64::init(5);
        assert_eq!(
            7385700470854160620,
            Isaac64::random(&raw mut isaac).int_u64()
        );
    }
}
