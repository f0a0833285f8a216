#![allow(dead_code, clippy::explicit_auto_deref)]

mod rt;
pub mod zig_std;

use crate::rt::{file, stream};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumbersError {
    EndOfStream,
    IsDir,
    NotOpenForReading,
    StreamTooLong,
    Unexpected,
}

impl NumbersError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EndOfStream => "EndOfStream",
            Self::IsDir => "IsDir",
            Self::NotOpenForReading => "NotOpenForReading",
            Self::StreamTooLong => "StreamTooLong",
            Self::Unexpected => "Unexpected",
        }
    }
}

impl From<file::FileEndError> for NumbersError {
    fn from(error: file::FileEndError) -> Self {
        match error {
            file::FileEndError::EndOfStream => Self::EndOfStream,
            file::FileEndError::IsDir => Self::IsDir,
            file::FileEndError::NotOpenForReading => Self::NotOpenForReading,
            file::FileEndError::Unexpected => Self::Unexpected,
        }
    }
}

impl From<file::FileReadError> for NumbersError {
    fn from(error: file::FileReadError) -> Self {
        match error {
            file::FileReadError::IsDir => Self::IsDir,
            file::FileReadError::NotOpenForReading => Self::NotOpenForReading,
            file::FileReadError::Unexpected => Self::Unexpected,
        }
    }
}

impl From<file::FileLimitError> for NumbersError {
    fn from(error: file::FileLimitError) -> Self {
        match error {
            file::FileLimitError::IsDir => Self::IsDir,
            file::FileLimitError::NotOpenForReading => Self::NotOpenForReading,
            file::FileLimitError::StreamTooLong => Self::StreamTooLong,
            file::FileLimitError::Unexpected => Self::Unexpected,
        }
    }
}

pub fn numbers() -> Result<usize, file::FileDelimiterError> {
    let stdin = file::File::Stdin;
    let first = stdin.read_byte()?;
    let mut two: [u8; 2] = [0; 2];
    stdin.read_no_eof(&mut two)?;
    stdin.skip_until_delimiter_or_eof(b'\n')?;
    let mut count: usize = usize::from(first);
    let mut buffer: [u8; 64] = [0; 64];
    while let Some(line) = stdin
        .read_until_delimiter_or_eof(&mut buffer, b'\n')
        .map(|inner| inner.map(|value| &*value))?
    {
        count += line.len();
    }
    let rest = stdin.read_all_alloc(1024usize)?;
    Ok(count + rest.len())
}

pub fn lines() -> Result<usize, file::FileDelimiterError> {
    let buffered = stream::BufferedReader::new(file::File::Stdin);
    let reader = &buffered;
    let mut buffer: [u8; 64] = [0; 64];
    let mut count = reader
        .read_until_delimiter(&mut buffer, b'\n')
        .map(|value| &*value)?
        .len();
    count += reader.read(&mut buffer)?;
    count += reader.read_all(&mut buffer)?;
    let word = reader.read_until_delimiter_alloc(b' ', 100usize)?;
    if let Some(line) = reader.read_until_delimiter_or_eof_alloc(b'\n', 100usize)? {
        count += line.len();
    }
    let mut list: Vec<u8> = Vec::new();
    reader.read_until_delimiter_into(&mut list, b';', 100usize)?;
    reader.stream_until_delimiter(&mut list, b';', None)?;
    Ok(count + word.len() + list.len())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SizedError {
    EndOfStream,
    IsDir,
    NotOpenForReading,
    Unexpected,
}

impl SizedError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EndOfStream => "EndOfStream",
            Self::IsDir => "IsDir",
            Self::NotOpenForReading => "NotOpenForReading",
            Self::Unexpected => "Unexpected",
        }
    }
}

pub fn sized() -> Result<u8, file::FileEndError> {
    let buffered = stream::BufferedReader::with_size(16usize, file::File::Stdin);
    buffered.read_byte()
}
