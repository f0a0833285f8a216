//! Zig's `std.io.BufferedWriter` and `std.io.BufferedReader` of a file, before 0.15.
//!
//! A Zig writer is a value that is copied and points to its buffer. Here it is a shared reference, so the buffer lies in a cell.
//!
//! Source: std/io/buffered_writer.zig, std/io/buffered_reader.zig, std/io/Reader.zig.

use super::file::{
    File, FileDelimiterError, FileEndError, FileLimitError, FileReadError, FileWriteError,
    at_the_end, reader_methods,
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

reader_methods!(BufferedReader: self);
