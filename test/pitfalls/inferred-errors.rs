//! One error type for all of the crate: the `match` that is complete in Zig is not.

#[derive(Debug, Clone, Copy)]
enum Error {
    Empty,
    NameTooLong,
}

fn parse(text: &[u8]) -> Result<u8, Error> {
    if text.is_empty() {
        return Err(Error::Empty);
    }
    Ok(text[0])
}

fn open(name: &[u8]) -> Result<u8, Error> {
    if name.len() > 3 {
        return Err(Error::NameTooLong);
    }
    parse(name)
}

fn main() {
    let first = match parse(b"") {
        Ok(value) => value,
        Err(Error::Empty) => b'e',
    };
    let second = match open(b"name") {
        Ok(value) => value,
        Err(Error::Empty) => b'e',
        Err(Error::NameTooLong) => b'l',
    };
    eprintln!("{} {}", first as char, second as char);
}
