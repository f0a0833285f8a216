//! Zig's `std.Io.Writer`, `std.debug.print` and printing into memory.
//!
//! A [`Writer`] is a buffer in front of a sink. Bytes go to the sink when they do not fit into the buffer, or by `flush`;
//! what is still buffered when the program ends is lost, as in Zig (there is no `Drop`). Text of `core::fmt` is decoded by
//! `raw_bytes`, so that any byte can be printed. `write!(w, …)` works on a `&mut Writer` and gives a [`WriteError`].
//!
//! Where a Zig type has its writer in a field, the Rust type has the same field: `FileWriter.interface`,
//! `Allocating.writer`, `Discarding.writer`.
//!
//! Source: std/Io/Writer.zig, std/Io/File/Writer.zig, `print` in std/debug.zig, `bufPrint` in std/fmt.zig.

use super::raw_bytes;
use core::fmt;
use std::io::Write as _;

/// `std.Io.Writer.Error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The sink failed, or a fixed buffer is full.
    WriteFailed,
}

impl WriteError {
    /// Zig's name of the error.
    #[must_use]
    pub fn name(self) -> &'static str {
        "WriteFailed"
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl core::error::Error for WriteError {}

impl From<fmt::Error> for WriteError {
    fn from(_: fmt::Error) -> Self {
        WriteError::WriteFailed
    }
}

/// A method of a Zig writer failed or not.
pub type WriteResult<T = ()> = Result<T, WriteError>;

/// Where the bytes of a [`Writer`] end up.
enum Sink {
    /// Nowhere: the buffer is all there is.
    Fixed,
    /// Every write fails.
    Failing,
    Stdout,
    Stderr,
    File(std::fs::File),
    /// Memory that grows; holds the bytes instead of the buffer.
    Memory(Vec<u8>),
    /// Only counted.
    Discard(u64),
}

impl Sink {
    /// Takes the buffered bytes and then the new ones.
    fn take(&mut self, buffered: &[u8], bytes: &[u8]) -> WriteResult {
        // One system call, as Zig's vectored write.
        let joined = || [buffered, bytes].concat();
        let result = match self {
            Sink::Fixed | Sink::Failing => return Err(WriteError::WriteFailed),
            Sink::Stdout => {
                let mut stdout = std::io::stdout().lock();
                stdout.write_all(&joined()).and_then(|()| stdout.flush())
            }
            Sink::Stderr => std::io::stderr().lock().write_all(&joined()),
            Sink::File(file) => file.write_all(&joined()),
            Sink::Memory(memory) => {
                memory.extend_from_slice(bytes);
                Ok(())
            }
            Sink::Discard(count) => {
                *count += (buffered.len() + bytes.len()) as u64;
                Ok(())
            }
        };
        result.map_err(|_| WriteError::WriteFailed)
    }
}

/// `std.Io.Writer`.
pub struct Writer<'a> {
    buffer: &'a mut [u8],
    end: usize,
    sink: Sink,
}

impl<'a> Writer<'a> {
    fn new(buffer: &'a mut [u8], sink: Sink) -> Self {
        Writer {
            buffer,
            end: 0,
            sink,
        }
    }

    /// `Writer.fixed`: fails when `buffer` is full, after filling it.
    pub fn fixed(buffer: &'a mut [u8]) -> Self {
        Writer::new(buffer, Sink::Fixed)
    }

    /// `Writer.failing`.
    #[must_use]
    pub fn failing() -> Self {
        Writer::new(&mut [], Sink::Failing)
    }

    /// `buffered()`: the bytes not yet handed to the sink; all of them for `fixed` and `Allocating`.
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        match &self.sink {
            Sink::Memory(memory) => memory,
            _ => &self.buffer[..self.end],
        }
    }

    /// The field `end`: how many bytes are buffered.
    #[must_use]
    pub fn end(&self) -> usize {
        self.buffered().len()
    }

    /// Sets the field `end`, within the buffered bytes (`shrinkRetainingCapacity`, `w.end = 0`).
    #[track_caller]
    pub fn set_end(&mut self, end: usize) {
        assert!(end <= self.end(), "reached unreachable code");
        match &mut self.sink {
            Sink::Memory(memory) => memory.truncate(end),
            _ => self.end = end,
        }
    }

    /// `undo`: takes back the last `count` buffered bytes.
    #[track_caller]
    pub fn undo(&mut self, count: usize) {
        let end = self.end().checked_sub(count);
        self.set_end(end.expect("integer overflow"));
    }

    /// `unusedCapacityLen`.
    #[must_use]
    pub fn unused_capacity_len(&self) -> usize {
        match &self.sink {
            Sink::Memory(memory) => memory.capacity() - memory.len(),
            _ => self.buffer.len() - self.end,
        }
    }

    /// `writableSlice`: the next `len` bytes of the buffer, to be filled by the caller.
    #[track_caller]
    pub fn writable_slice(&mut self, len: usize) -> WriteResult<&mut [u8]> {
        if self.buffer.len() - self.end < len {
            match self.sink {
                Sink::Fixed | Sink::Failing => return Err(WriteError::WriteFailed),
                Sink::Memory(_) => {}
                _ if self.buffer.len() < len => panic!("reached unreachable code"),
                _ => self.flush()?,
            }
        }
        match &mut self.sink {
            Sink::Memory(memory) => {
                let start = memory.len();
                memory.resize(start + len, 0);
                Ok(&mut memory[start..])
            }
            _ => {
                let start = self.end;
                self.end += len;
                Ok(&mut self.buffer[start..self.end])
            }
        }
    }

    /// `writeAll`.
    pub fn write_all(&mut self, bytes: &[u8]) -> WriteResult {
        let room = self.buffer.len() - self.end;
        if bytes.len() <= room {
            self.buffer[self.end..][..bytes.len()].copy_from_slice(bytes);
            self.end += bytes.len();
            return Ok(());
        }
        if matches!(self.sink, Sink::Fixed) {
            self.buffer[self.end..].copy_from_slice(&bytes[..room]);
            self.end = self.buffer.len();
            return Err(WriteError::WriteFailed);
        }
        self.sink.take(&self.buffer[..self.end], bytes)?;
        self.end = 0;
        Ok(())
    }

    /// `write`: like `write_all`; the runtime's sinks never take less than everything.
    pub fn write(&mut self, bytes: &[u8]) -> WriteResult<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    /// `writeByte`.
    pub fn write_byte(&mut self, byte: u8) -> WriteResult {
        self.write_all(&[byte])
    }

    /// `writeVecAll`.
    pub fn write_vec_all(&mut self, data: &[&[u8]]) -> WriteResult {
        data.iter().try_for_each(|bytes| self.write_all(bytes))
    }

    /// `splatByteAll`: the byte `count` times.
    pub fn splat_byte_all(&mut self, byte: u8, count: usize) -> WriteResult {
        self.splat_bytes_all(&[byte], count)
    }

    /// `splatBytesAll`: the bytes `count` times.
    pub fn splat_bytes_all(&mut self, bytes: &[u8], count: usize) -> WriteResult {
        if bytes.len() * count <= self.buffer.len() - self.end {
            (0..count).try_for_each(|_| self.write_all(bytes))
        } else {
            self.write_all(&bytes.repeat(count))
        }
    }

    /// `print`, also through `write!(w, …)`.
    pub fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> WriteResult {
        fmt::write(&mut Decoding(self), args)?;
        Ok(())
    }

    /// `print`.
    pub fn print(&mut self, args: fmt::Arguments<'_>) -> WriteResult {
        self.write_fmt(args)
    }

    /// `flush`: hands all buffered bytes to the sink. Nothing to do for `fixed` and `Allocating`.
    pub fn flush(&mut self) -> WriteResult {
        if self.end > 0 && !matches!(self.sink, Sink::Fixed | Sink::Memory(_)) {
            self.sink.take(&self.buffer[..self.end], &[])?;
            self.end = 0;
        }
        Ok(())
    }

    /// `writeUleb128` of an unsigned value.
    pub fn write_uleb128(&mut self, value: u128) -> WriteResult {
        let mut rest = value;
        while rest > 0x7F {
            self.write_byte((rest & 0x7F) as u8 | 0x80)?;
            rest >>= 7;
        }
        self.write_byte(rest as u8)
    }

    /// `writeSleb128`, and `writeLeb128` of a signed value.
    pub fn write_sleb128(&mut self, value: i128) -> WriteResult {
        let mut rest = value;
        while !(-0x40..0x40).contains(&rest) {
            self.write_byte((rest & 0x7F) as u8 | 0x80)?;
            rest >>= 7;
        }
        self.write_byte((rest & 0x7F) as u8)
    }
}

/// Turns the text of `core::fmt` back into Zig's bytes.
struct Decoding<'w, 'a>(&'w mut Writer<'a>);

impl fmt::Write for Decoding<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        raw_bytes::decode(text, |bytes| self.0.write_all(bytes)).map_err(|_| fmt::Error)
    }
}

/// `std.Io.File.Writer`.
pub struct FileWriter<'a> {
    /// The writer to print with.
    pub interface: Writer<'a>,
}

impl<'a> FileWriter<'a> {
    /// `std.Io.File.stdout().writer(io, buffer)`; an empty buffer writes at once.
    pub fn stdout(buffer: &'a mut [u8]) -> Self {
        FileWriter {
            interface: Writer::new(buffer, Sink::Stdout),
        }
    }

    /// `std.Io.File.stderr().writer(io, buffer)`.
    pub fn stderr(buffer: &'a mut [u8]) -> Self {
        FileWriter {
            interface: Writer::new(buffer, Sink::Stderr),
        }
    }

    /// A writer to an open file, from its current position on.
    pub fn file(file: std::fs::File, buffer: &'a mut [u8]) -> Self {
        FileWriter {
            interface: Writer::new(buffer, Sink::File(file)),
        }
    }

    /// `flush`.
    pub fn flush(&mut self) -> WriteResult {
        self.interface.flush()
    }

    /// `end`: nothing more will be written.
    pub fn end(&mut self) -> WriteResult {
        self.flush()
    }
}

/// `std.Io.Writer.Allocating`: writes into memory that grows.
pub struct Allocating {
    /// The writer to print with.
    pub writer: Writer<'static>,
}

impl Default for Allocating {
    fn default() -> Self {
        Self::from_vec(Vec::new())
    }
}

impl Allocating {
    /// `init`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `initCapacity`.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self::from_vec(Vec::with_capacity(capacity))
    }

    /// `fromArrayList`: goes on behind the bytes of `bytes`.
    #[must_use]
    pub fn from_vec(bytes: Vec<u8>) -> Self {
        Allocating {
            writer: Writer::new(&mut [], Sink::Memory(bytes)),
        }
    }

    fn memory(&mut self) -> &mut Vec<u8> {
        match &mut self.writer.sink {
            Sink::Memory(memory) => memory,
            _ => unreachable!("the writer of an Allocating was replaced"),
        }
    }

    /// `written()`.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        self.writer.buffered()
    }

    /// `toOwnedSlice` and `toArrayList`: the bytes; empty afterwards.
    #[must_use]
    pub fn take(&mut self) -> Vec<u8> {
        core::mem::take(self.memory())
    }

    /// `clearRetainingCapacity`.
    pub fn clear_retaining_capacity(&mut self) {
        self.memory().clear();
    }

    /// `shrinkRetainingCapacity`.
    pub fn shrink_retaining_capacity(&mut self, len: usize) {
        self.memory().truncate(len);
    }

    /// `ensureUnusedCapacity`.
    pub fn ensure_unused_capacity(&mut self, additional: usize) {
        self.memory().reserve(additional);
    }
}

/// `std.Io.Writer.Discarding`: only counts.
pub struct Discarding<'a> {
    /// The writer to print with.
    pub writer: Writer<'a>,
}

impl<'a> Discarding<'a> {
    /// `init`.
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Discarding {
            writer: Writer::new(buffer, Sink::Discard(0)),
        }
    }

    /// `fullCount`: all bytes written, the buffered ones included.
    #[must_use]
    pub fn full_count(&self) -> u64 {
        let drained = if let Sink::Discard(count) = self.writer.sink {
            count
        } else {
            0
        };
        drained + self.writer.end as u64
    }
}

/// `{f}` of a type whose `format` method takes a writer: `ByMethod(|w| value.format(w))`.
pub struct ByMethod<F>(pub F);

impl<F: Fn(&mut Writer<'_>) -> WriteResult> fmt::Display for ByMethod<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Allocating::new();
        let result = (self.0)(&mut text.writer);
        raw_bytes::encode(f, text.written())?;
        result.map_err(|_| fmt::Error)
    }
}

/// `std.debug.print`: one write to stderr, whose failure is ignored.
pub fn debug_print(args: fmt::Arguments<'_>) {
    let _ = std::io::stderr().lock().write_all(&format_bytes(args));
}

/// `std.fmt.allocPrint`: what the arguments print, as bytes.
#[must_use]
pub fn format_bytes(args: fmt::Arguments<'_>) -> Vec<u8> {
    let mut text = Allocating::new();
    // Only a failing `format` method can fail here; what it printed before is kept, as by Zig's writers.
    let _ = text.writer.print(args);
    text.take()
}

/// `std.fmt.count`: how many bytes the arguments print.
#[must_use]
pub fn count(args: fmt::Arguments<'_>) -> u64 {
    format_bytes(args).len() as u64
}

/// `std.fmt.BufPrintError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BufPrintError {
    /// The text is longer than the buffer.
    NoSpaceLeft,
}

impl BufPrintError {
    /// Zig's name of the error.
    #[must_use]
    pub fn name(self) -> &'static str {
        "NoSpaceLeft"
    }
}

/// `std.fmt.bufPrint`: prints into `buffer` and gives the part that was filled.
pub fn buf_print<'a>(
    buffer: &'a mut [u8],
    args: fmt::Arguments<'_>,
) -> Result<&'a mut [u8], BufPrintError> {
    let mut writer = Writer::fixed(buffer);
    writer.print(args).map_err(|_| BufPrintError::NoSpaceLeft)?;
    let len = writer.end();
    Ok(&mut buffer[..len])
}
