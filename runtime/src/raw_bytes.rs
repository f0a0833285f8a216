//! Bytes that are no UTF-8, carried through Rust's formatting.
//!
//! Zig's text is bytes and may hold any of them; `core::fmt` only passes `str`. So a byte that is not part of valid
//! UTF-8 travels as one private character, `U+10FF00` plus the byte (that is `U+10FF80` to `U+10FFFF`, the end of plane
//! 16), and the sinks of `io` turn it back. Valid text that itself contains one of these 128 characters is carried as its
//! four single bytes, so decoding always gives exactly the bytes that were encoded.

use core::fmt;

const FIRST: u32 = 0x10_FF00;

/// The first byte of every carrier's UTF-8; most text has none, which is quicker to see than characters.
const FIRST_BYTE: u8 = 0xF4;

/// Whether the character stands for a byte.
#[inline]
fn is_carrier(c: char) -> bool {
    u32::from(c) >= FIRST + 0x80
}

/// The character that carries a byte which is no ASCII.
#[inline]
#[must_use]
pub fn carrier(byte: u8) -> char {
    char::from_u32(FIRST + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Writes `bytes`, the invalid ones as their characters.
pub fn encode(out: &mut impl fmt::Write, bytes: &[u8]) -> fmt::Result {
    match core::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&FIRST_BYTE) => out.write_str(text),
        _ => encode_chunks(out, bytes),
    }
}

fn encode_chunks(out: &mut impl fmt::Write, bytes: &[u8]) -> fmt::Result {
    for chunk in bytes.utf8_chunks() {
        encode_char_by_char(out, chunk.valid())?;
        encode_single_bytes(out, chunk.invalid())?;
    }
    Ok(())
}

fn encode_char_by_char(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    for c in text.chars() {
        if is_carrier(c) {
            encode_single_bytes(out, c.encode_utf8(&mut [0; 4]).as_bytes())?;
        } else {
            out.write_char(c)?;
        }
    }
    Ok(())
}

fn encode_single_bytes(out: &mut impl fmt::Write, bytes: &[u8]) -> fmt::Result {
    bytes
        .iter()
        .try_for_each(|byte| out.write_char(carrier(*byte)))
}

/// Hands the bytes that `text` carries to `sink`, in pieces. Stops at the first error.
pub fn decode<E>(text: &str, mut sink: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    if !text.as_bytes().contains(&FIRST_BYTE) {
        return sink(text.as_bytes());
    }
    let mut rest = text;
    while let Some(position) = rest.find(is_carrier) {
        if position > 0 {
            sink(&rest.as_bytes()[..position])?;
        }
        // A carrier is four bytes of UTF-8, and the low 8 bits of its number are the byte.
        let number = rest[position..].chars().next().map_or(0, u32::from);
        sink(&[(number & 0xFF) as u8])?;
        rest = &rest[position + 4..];
    }
    if rest.is_empty() {
        Ok(())
    } else {
        sink(rest.as_bytes())
    }
}
