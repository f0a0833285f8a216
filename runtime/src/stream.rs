//! Zig's `std.io.BufferedWriter` and `std.io.BufferedReader` of a file, before 0.15.
//!
//! A Zig writer is a value that is copied and points to its buffer. Here it is a shared reference, so the buffer lies in a cell.
//!
//! Source: std/io/buffered_writer.zig, std/io/buffered_reader.zig, std/io/Reader.zig.

use super::file::{
    File, FileDelimiterError, FileEndError, FileLimitError, FileReadError, FileWriteError,
};
use super::raw_bytes;
use core::cell::RefCell;
use core::fmt;

/// `BufferedWriter.Writer`.
pub type Writer<'a> = &'a BufferedWriter;

/// `BufferedReader.Reader`.
pub type Reader<'a> = &'a BufferedReader;

/// `std.ArrayList(u8).Writer`.
pub type ListWriter<'a> = &'a mut Vec<u8>;

/// `std.io.BufferedWriter(size, File.Writer)`. What is not flushed is lost, as in Zig.
pub struct BufferedWriter {
    file: File,
    size: usize,
    buffer: RefCell<Vec<u8>>,
}

impl BufferedWriter {
    /// `std.io.bufferedWriter(file.writer())`.
    #[must_use]
    pub fn new(file: File) -> Self {
        Self::with_size(4096, file)
    }

    /// A buffer of another size.
    #[must_use]
    pub fn with_size(size: usize, file: File) -> Self {
        BufferedWriter {
            file,
            size,
            buffer: RefCell::new(Vec::with_capacity(size)),
        }
    }

    /// `flush`.
    pub fn flush(&self) -> Result<(), FileWriteError> {
        let mut buffer = self.buffer.borrow_mut();
        self.file.write_all(&buffer)?;
        buffer.clear();
        Ok(())
    }

    /// `write`: never less than everything.
    pub fn write(&self, bytes: &[u8]) -> Result<usize, FileWriteError> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    /// `writeAll`.
    pub fn write_all(&self, bytes: &[u8]) -> Result<(), FileWriteError> {
        let mut buffer = self.buffer.borrow_mut();
        if buffer.len() + bytes.len() > self.size {
            self.file.write_all(&buffer)?;
            buffer.clear();
            if bytes.len() > self.size {
                return self.file.write_all(bytes);
            }
        }
        buffer.extend_from_slice(bytes);
        Ok(())
    }

    /// `writeByte`.
    pub fn write_byte(&self, byte: u8) -> Result<(), FileWriteError> {
        self.write_all(&[byte])
    }

    /// `writeByteNTimes`.
    pub fn write_byte_n_times(&self, byte: u8, count: usize) -> Result<(), FileWriteError> {
        self.write_bytes_n_times(&[byte], count)
    }

    /// `writeBytesNTimes`.
    pub fn write_bytes_n_times(&self, bytes: &[u8], count: usize) -> Result<(), FileWriteError> {
        (0..count).try_for_each(|_| self.write_all(bytes))
    }

    /// `print`, through `write!(writer, …)`.
    pub fn write_fmt(&self, args: fmt::Arguments<'_>) -> Result<(), FileWriteError> {
        let mut pieces = Pieces {
            writer: self,
            result: Ok(()),
        };
        let _ = fmt::write(&mut pieces, args);
        pieces.result
    }
}

/// Hands the pieces of a text on, and remembers why that failed.
struct Pieces<'a> {
    writer: &'a BufferedWriter,
    result: Result<(), FileWriteError>,
}

impl fmt::Write for Pieces<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.result = raw_bytes::decode(text, |bytes| self.writer.write_all(bytes));
        self.result.map_err(|_| fmt::Error)
    }
}

struct Filled {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
}

/// `std.io.BufferedReader(size, File.Reader)`.
pub struct BufferedReader {
    file: File,
    buffer: RefCell<Filled>,
}

impl BufferedReader {
    /// `std.io.bufferedReader(file.reader())`.
    #[must_use]
    pub fn new(file: File) -> Self {
        Self::with_size(4096, file)
    }

    /// `std.io.bufferedReaderSize(size, file.reader())`.
    #[must_use]
    pub fn with_size(size: usize, file: File) -> Self {
        BufferedReader {
            file,
            buffer: RefCell::new(Filled {
                bytes: vec![0; size],
                start: 0,
                end: 0,
            }),
        }
    }

    /// `read`: 0 at the end.
    pub fn read(&self, target: &mut [u8]) -> Result<usize, FileReadError> {
        let mut filled = self.buffer.borrow_mut();
        let Filled { bytes, start, end } = &mut *filled;
        if *start == *end {
            if target.len() >= bytes.len() {
                return self.file.read(target);
            }
            *start = 0;
            *end = 0;
            *end = self.file.read(bytes)?;
        }
        let count = target.len().min(*end - *start);
        target[..count].copy_from_slice(&bytes[*start..][..count]);
        *start += count;
        Ok(count)
    }
}

/// What every reader does by `read` alone.
macro_rules! reader_methods {
    ($($name:ty: $self:ident)*) => {$(
        impl $name {
            /// `readAll`: as much as there is, up to the length of `target`.
            pub fn read_all(&$self, target: &mut [u8]) -> Result<usize, FileReadError> {
                let mut len = 0;
                while len < target.len() {
                    let count = $self.read(&mut target[len..])?;
                    if count == 0 {
                        break;
                    }
                    len += count;
                }
                Ok(len)
            }

            /// `readNoEof`.
            pub fn read_no_eof(&$self, target: &mut [u8]) -> Result<(), FileEndError> {
                if $self.read_all(target)? < target.len() {
                    return Err(FileEndError::EndOfStream);
                }
                Ok(())
            }

            /// `readByte`.
            pub fn read_byte(&$self) -> Result<u8, FileEndError> {
                let mut byte = [0];
                $self.read_no_eof(&mut byte)?;
                Ok(byte[0])
            }

            /// `readAllAlloc`.
            pub fn read_all_alloc(&$self, max: usize) -> Result<Vec<u8>, FileLimitError> {
                let mut list = Vec::new();
                $self.read_all_into(&mut list, max)?;
                Ok(list)
            }

            /// `readAllArrayList`.
            pub fn read_all_into(&$self, list: &mut Vec<u8>, max: usize) -> Result<(), FileLimitError> {
                let before = list.len();
                let mut chunk = [0; 4096];
                loop {
                    let count = $self.read(&mut chunk)?;
                    list.extend_from_slice(&chunk[..count]);
                    if list.len() - before > max {
                        list.truncate(before + max);
                        return Err(FileLimitError::StreamTooLong);
                    }
                    if count == 0 {
                        return Ok(());
                    }
                }
            }

            /// `streamUntilDelimiter` into a list; at most `max` bytes.
            pub fn stream_until_delimiter(
                &$self,
                list: &mut Vec<u8>,
                delimiter: u8,
                max: Option<usize>,
            ) -> Result<(), FileDelimiterError> {
                let mut rest = max;
                while rest != Some(0) {
                    let byte = $self.read_byte()?;
                    if byte == delimiter {
                        return Ok(());
                    }
                    list.push(byte);
                    rest = rest.map(|rest| rest - 1);
                }
                Err(FileDelimiterError::StreamTooLong)
            }

            /// `readUntilDelimiterArrayList`.
            pub fn read_until_delimiter_into(
                &$self,
                list: &mut Vec<u8>,
                delimiter: u8,
                max: usize,
            ) -> Result<(), FileDelimiterError> {
                list.clear();
                $self.stream_until_delimiter(list, delimiter, Some(max))
            }

            /// `readUntilDelimiterAlloc`.
            pub fn read_until_delimiter_alloc(&$self, delimiter: u8, max: usize) -> Result<Vec<u8>, FileDelimiterError> {
                let mut list = Vec::new();
                $self.stream_until_delimiter(&mut list, delimiter, Some(max))?;
                Ok(list)
            }

            /// `readUntilDelimiterOrEofAlloc`.
            pub fn read_until_delimiter_or_eof_alloc(
                &$self,
                delimiter: u8,
                max: usize,
            ) -> Result<Option<Vec<u8>>, FileLimitError> {
                let mut list = Vec::new();
                let result = $self.stream_until_delimiter(&mut list, delimiter, Some(max));
                Ok(at_the_end(result, list.is_empty())?.map(|()| list))
            }

            /// `readUntilDelimiter`: the delimiter stands behind the result, as in Zig.
            pub fn read_until_delimiter<'b>(
                &$self,
                buffer: &'b mut [u8],
                delimiter: u8,
            ) -> Result<&'b mut [u8], FileDelimiterError> {
                let (len, result) = $self.fill_until_delimiter(buffer, delimiter);
                result?;
                buffer[len] = delimiter;
                Ok(&mut buffer[..len])
            }

            /// `readUntilDelimiterOrEof`.
            pub fn read_until_delimiter_or_eof<'b>(
                &$self,
                buffer: &'b mut [u8],
                delimiter: u8,
            ) -> Result<Option<&'b mut [u8]>, FileLimitError> {
                let (len, result) = $self.fill_until_delimiter(buffer, delimiter);
                if at_the_end(result, len == 0)?.is_none() {
                    return Ok(None);
                }
                buffer[len] = delimiter;
                Ok(Some(&mut buffer[..len]))
            }

            fn fill_until_delimiter(
                &$self,
                buffer: &mut [u8],
                delimiter: u8,
            ) -> (usize, Result<(), FileDelimiterError>) {
                for len in 0..buffer.len() {
                    match $self.read_byte() {
                        Ok(byte) if byte == delimiter => return (len, Ok(())),
                        Ok(byte) => buffer[len] = byte,
                        Err(error) => return (len, Err(error.into())),
                    }
                }
                (buffer.len(), Err(FileDelimiterError::StreamTooLong))
            }

            /// `skipUntilDelimiterOrEof`.
            pub fn skip_until_delimiter_or_eof(&$self, delimiter: u8) -> Result<(), FileReadError> {
                let mut byte = [0];
                while $self.read(&mut byte)? == 1 && byte[0] != delimiter {}
                Ok(())
            }
        }
    )*};
}

reader_methods!(BufferedReader: self File: self);

/// Whether something was read: the end is no error, but after nothing it is the end.
fn at_the_end(
    result: Result<(), FileDelimiterError>,
    is_empty: bool,
) -> Result<Option<()>, FileLimitError> {
    match result {
        Ok(()) => Ok(Some(())),
        Err(FileDelimiterError::EndOfStream) => Ok((!is_empty).then_some(())),
        Err(FileDelimiterError::StreamTooLong) => Err(FileLimitError::StreamTooLong),
        Err(FileDelimiterError::IsDir) => Err(FileLimitError::IsDir),
        Err(FileDelimiterError::NotOpenForReading) => Err(FileLimitError::NotOpenForReading),
        Err(FileDelimiterError::Unexpected) => Err(FileLimitError::Unexpected),
    }
}
