//! `try` from a smaller error set into a larger one.

#![allow(arithmetic_overflow, dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    EndOfStream,
    Closed,
}

impl ReadError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EndOfStream => "EndOfStream",
            Self::Closed => "Closed",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    EndOfStream,
    Closed,
    BadHeader,
}

impl ParseError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EndOfStream => "EndOfStream",
            Self::Closed => "Closed",
            Self::BadHeader => "BadHeader",
        }
    }
}

impl From<ReadError> for ParseError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Closed => Self::Closed,
            ReadError::EndOfStream => Self::EndOfStream,
        }
    }
}

#[derive(Clone, Copy)]
struct Source {
    bytes: &'static [u8],
    position: usize,
}

impl Source {
    fn read_byte(&mut self) -> Result<u8, ReadError> {
        if self.position == self.bytes.len() {
            return Err(ReadError::EndOfStream);
        }
        let result = Ok(self.bytes[self.position]);
        self.position += 1;
        result
    }
}

fn read_header(source: &mut Source) -> Result<u16, ParseError> {
    if source.read_byte()? != b'Z' {
        return Err(ParseError::BadHeader);
    }
    let high = u16::from(source.read_byte()?);
    Ok(high << 8 | u16::from(source.read_byte()?))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAllError {
    BadHeader,
    Closed,
    EndOfStream,
    Nothing,
}

impl From<ParseError> for ReadAllError {
    fn from(error: ParseError) -> Self {
        match error {
            ParseError::BadHeader => Self::BadHeader,
            ParseError::Closed => Self::Closed,
            ParseError::EndOfStream => Self::EndOfStream,
        }
    }
}

impl From<ReadError> for ReadAllError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Closed => Self::Closed,
            ReadError::EndOfStream => Self::EndOfStream,
        }
    }
}

fn read_all(source: &mut Source) -> Result<u32, ReadAllError> {
    let header = read_header(source)?;
    if header == 0 {
        return Err(ReadAllError::Nothing);
    }
    Ok(u32::from(header) + u32::from(source.read_byte()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r#try() {
        let mut good = Source {
            bytes: b"Z\x01\x02\x03",
            position: 0,
        };
        assert_eq!(0x105, read_all(&mut good).unwrap());
        let mut short = Source {
            bytes: b"Z\x01",
            position: 0,
        };
        assert_eq!(read_all(&mut short).err(), Some(ReadAllError::EndOfStream));
        let mut bad = Source {
            bytes: b"Y\x01",
            position: 0,
        };
        assert_eq!(read_all(&mut bad).err(), Some(ReadAllError::BadHeader));
        let mut nothing = Source {
            bytes: b"Z\0\0",
            position: 0,
        };
        assert_eq!(read_all(&mut nothing).err(), Some(ReadAllError::Nothing));
    }
}
