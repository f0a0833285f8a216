//! A panic handler of the program's own. The panics of Rust come to it in Zig's words.

use std::borrow::Cow;
use std::panic::{self, PanicHookInfo};

/// From here on the handler is called where the program panics.
pub fn install(handler: fn(&[u8]) -> !) {
    panic::set_hook(Box::new(move |info| {
        handler(in_zigs_words(message_of(info)).as_bytes())
    }));
}

fn message_of<'a>(info: &'a PanicHookInfo<'_>) -> &'a str {
    let payload = info.payload();
    match payload.downcast_ref::<&'static str>() {
        Some(text) => text,
        None => payload.downcast_ref::<String>().map_or("", String::as_str),
    }
}

/// Panics that Rust raises where Zig has a safety check, with what Zig says there.
const SAME_WORDS: [(&str, &str); 10] = [
    (
        "attempt to shift ",
        "shift amount is greater than the type size",
    ),
    ("attempt to divide by zero", "division by zero"),
    (
        "attempt to calculate the remainder with a divisor of zero",
        "division by zero",
    ),
    ("attempt to ", "integer overflow"),
    (
        "called `Option::unwrap()` on a `None` value",
        "attempt to use null value",
    ),
    (
        "called `Result::unwrap()` on an `Err` value: TryFromIntError",
        "integer does not fit in destination type",
    ),
    ("assertion ", "reached unreachable code"),
    (
        "copy_from_slice: source slice length",
        "source and destination arguments have non-equal lengths",
    ),
    ("null pointer dereference", "cast causes pointer to be null"),
    ("misaligned pointer dereference", "incorrect alignment"),
];

const UNREACHABLE: &str = "internal error: entered unreachable code";
const UNWRAPPED: &str = "called `Result::unwrap()` on an `Err` value: ";

/// The message of a trap as Zig words it; any other as it is.
#[must_use]
pub fn in_zigs_words(message: &str) -> Cow<'_, str> {
    if let Some(rest) = message.strip_prefix(UNREACHABLE) {
        return Cow::Borrowed(
            rest.strip_prefix(": ")
                .unwrap_or("reached unreachable code"),
        );
    }
    let numbers: Vec<&str> = message
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    if let [first, second] = numbers[..] {
        if message.starts_with("index out of bounds: the len is ") {
            return Cow::Owned(format!("index out of bounds: index {second}, len {first}"));
        }
        if message.starts_with("range end index ") {
            return Cow::Owned(format!("index out of bounds: index {first}, len {second}"));
        }
        if message.starts_with("range start index ")
            || message.starts_with("slice index starts at ")
        {
            return Cow::Owned(format!(
                "start index {first} is larger than end index {second}"
            ));
        }
    }
    if let Some((_, zig)) = SAME_WORDS
        .iter()
        .find(|(rust, _)| message.starts_with(rust))
    {
        return Cow::Borrowed(zig);
    }
    match message.strip_prefix(UNWRAPPED) {
        Some(error) => Cow::Owned(format!("attempt to unwrap error: {error}")),
        None => Cow::Borrowed(message),
    }
}
