//! The words of a panic handler.

use zig2rust_runtime::panic_handler::in_zigs_words;

#[test]
fn traps_are_worded_as_in_zig() {
    for (rust, zig) in [
        ("attempt to add with overflow", "integer overflow"),
        (
            "attempt to shift left with overflow",
            "shift amount is greater than the type size",
        ),
        ("attempt to divide by zero", "division by zero"),
        (
            "index out of bounds: the len is 3 but the index is 5",
            "index out of bounds: index 5, len 3",
        ),
        (
            "slice index starts at 4 but ends at 2",
            "start index 4 is larger than end index 2",
        ),
        (
            "internal error: entered unreachable code",
            "reached unreachable code",
        ),
        ("the author's own", "the author's own"),
    ] {
        assert_eq!(in_zigs_words(rust), zig);
    }
}
