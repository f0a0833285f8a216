//! An ordinary read at an odd address: undefined, and a panic where Rust checks.

fn word(bytes: &[u8]) -> u32 {
    unsafe { *bytes.as_ptr().cast::<u32>() }
}

#[repr(align(4))]
struct Bytes([u8; 8]);

fn main() {
    let bytes = Bytes([1, 2, 0, 0, 0, 3, 0, 0]);
    eprintln!("{} {}", word(&bytes.0[0..4]), word(&bytes.0[1..5]));
}
