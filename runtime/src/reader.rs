//! Zig's `std.Io.Reader`: a buffer filled from a source, read by bytes, slices, numbers and delimited pieces.
//!
//! Slices that a method returns lie in the buffer, so the next call ends them (in Zig it overwrites them). The buffer's
//! length bounds what `peek`, `take` and the delimiter methods can return in one piece.
//!
//! Source: std/Io/Reader.zig, std/Io/File/Reader.zig.

use super::io::{WriteError, Writer};
use std::io::Read as _;

macro_rules! errors {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Zig's name of the error.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $($name::$variant => stringify!($variant),)*
                }
            }
        }
    )*};
}

errors! {
    /// `Reader.Error`.
    ReadError {
        /// The source failed.
        ReadFailed,
        /// The source has no more bytes.
        EndOfStream
    }
    /// `Reader.ShortError`: of methods for which the end is no error.
    ShortError {
        /// The source failed.
        ReadFailed
    }
    /// `Reader.DelimiterError`.
    DelimiterError {
        /// The source failed.
        ReadFailed,
        /// The end comes before the delimiter, or nothing is left.
        EndOfStream,
        /// The piece is longer than the buffer.
        StreamTooLong
    }
    /// The errors of `takeDelimiter`, and of `allocRemaining` (`LimitedAllocError`).
    TooLongError {
        /// The source failed.
        ReadFailed,
        /// The piece is longer than the buffer or the limit.
        StreamTooLong
    }
    /// `Reader.StreamError`.
    StreamError {
        /// The source failed.
        ReadFailed,
        /// The writer failed.
        WriteFailed,
        /// The source has no more bytes.
        EndOfStream
    }
    /// `Reader.StreamRemainingError`.
    StreamRemainingError {
        /// The source failed.
        ReadFailed,
        /// The writer failed.
        WriteFailed
    }
}

impl From<ShortError> for ReadError {
    fn from(_: ShortError) -> Self {
        ReadError::ReadFailed
    }
}

impl From<ReadError> for DelimiterError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::ReadFailed => DelimiterError::ReadFailed,
            ReadError::EndOfStream => DelimiterError::EndOfStream,
        }
    }
}

impl From<WriteError> for StreamRemainingError {
    fn from(_: WriteError) -> Self {
        StreamRemainingError::WriteFailed
    }
}

impl From<StreamRemainingError> for StreamError {
    fn from(error: StreamRemainingError) -> Self {
        match error {
            StreamRemainingError::ReadFailed => StreamError::ReadFailed,
            StreamRemainingError::WriteFailed => StreamError::WriteFailed,
        }
    }
}

/// The bytes that are buffered.
enum Buffer<'a> {
    /// All that `Reader.fixed` will ever give.
    Fixed(&'a [u8]),
    /// Filled from the source.
    Filled(&'a mut [u8]),
}

enum Source {
    None,
    File(std::fs::File),
    Stdin(std::io::Stdin),
}

/// `std.Io.Reader`.
pub struct Reader<'a> {
    buffer: Buffer<'a>,
    seek: usize,
    end: usize,
    source: Source,
}

impl<'a> Reader<'a> {
    /// `Reader.fixed`.
    #[must_use]
    pub fn fixed(bytes: &'a [u8]) -> Self {
        Reader {
            end: bytes.len(),
            seek: 0,
            buffer: Buffer::Fixed(bytes),
            source: Source::None,
        }
    }

    fn with_source(buffer: &'a mut [u8], source: Source) -> Self {
        Reader {
            buffer: Buffer::Filled(buffer),
            seek: 0,
            end: 0,
            source,
        }
    }

    fn bytes(&self) -> &[u8] {
        match &self.buffer {
            Buffer::Fixed(bytes) => bytes,
            Buffer::Filled(bytes) => bytes,
        }
    }

    /// `buffered()`: the bytes that can be had without asking the source.
    #[must_use]
    pub fn buffered(&self) -> &[u8] {
        &self.bytes()[self.seek..self.end]
    }

    /// `bufferedLen`.
    #[must_use]
    pub fn buffered_len(&self) -> usize {
        self.end - self.seek
    }

    /// The field `seek`: the position in the buffer; in the whole input for `fixed`.
    #[must_use]
    pub fn seek(&self) -> usize {
        self.seek
    }

    /// `fillMore`: exactly one read of the source into the buffer, which must not be full.
    #[track_caller]
    pub fn fill_more(&mut self) -> Result<(), ReadError> {
        let Buffer::Filled(buffer) = &mut self.buffer else {
            return Err(ReadError::EndOfStream);
        };
        if self.end == buffer.len() && self.seek > 0 {
            buffer.copy_within(self.seek..self.end, 0);
            self.end -= self.seek;
            self.seek = 0;
        }
        assert!(self.end < buffer.len(), "reached unreachable code");
        let count = read_once(&mut self.source, &mut buffer[self.end..])?;
        self.end += count;
        if count == 0 {
            Err(ReadError::EndOfStream)
        } else {
            Ok(())
        }
    }

    /// `fill`: at least `count` bytes become buffered.
    #[track_caller]
    pub fn fill(&mut self, count: usize) -> Result<(), ReadError> {
        let fits = self.seek + count <= self.bytes().len();
        match &mut self.buffer {
            Buffer::Filled(buffer) if !fits => {
                buffer.copy_within(self.seek..self.end, 0);
                self.end -= self.seek;
                self.seek = 0;
            }
            _ => {}
        }
        while self.buffered_len() < count {
            self.fill_more()?;
        }
        Ok(())
    }

    /// `peek`: the next `count` bytes, which stay.
    #[track_caller]
    pub fn peek(&mut self, count: usize) -> Result<&[u8], ReadError> {
        self.fill(count)?;
        Ok(&self.buffered()[..count])
    }

    /// `peekGreedy`: all buffered bytes, at least `count`.
    #[track_caller]
    pub fn peek_greedy(&mut self, count: usize) -> Result<&[u8], ReadError> {
        self.fill(count)?;
        Ok(self.buffered())
    }

    /// `peekByte`.
    #[track_caller]
    pub fn peek_byte(&mut self) -> Result<u8, ReadError> {
        Ok(self.peek(1)?[0])
    }

    /// `toss`: drops `count` buffered bytes.
    #[track_caller]
    pub fn toss(&mut self, count: usize) {
        assert!(count <= self.buffered_len(), "reached unreachable code");
        self.seek += count;
    }

    /// Buffered bytes that were just found, consumed up to `consumed`.
    fn taken(&mut self, len: usize, consumed: usize) -> &[u8] {
        let start = self.seek;
        self.seek += consumed;
        &self.bytes()[start..start + len]
    }

    /// `take`: the next `count` bytes.
    #[track_caller]
    pub fn take(&mut self, count: usize) -> Result<&[u8], ReadError> {
        self.fill(count)?;
        Ok(self.taken(count, count))
    }

    /// `takeArray`; integers are read by `u32::from_le_bytes(*r.take_array()?)` (`takeInt`).
    #[track_caller]
    pub fn take_array<const N: usize>(&mut self) -> Result<[u8; N], ReadError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    /// `takeByte`.
    #[track_caller]
    pub fn take_byte(&mut self) -> Result<u8, ReadError> {
        Ok(self.take(1)?[0])
    }

    /// `takeByteSigned`.
    #[track_caller]
    pub fn take_byte_signed(&mut self) -> Result<i8, ReadError> {
        self.take_byte().map(u8::cast_signed)
    }

    /// `readSliceShort`: fills `out` as far as the input goes and gives the number of bytes.
    pub fn read_slice_short(&mut self, out: &mut [u8]) -> Result<usize, ShortError> {
        let mut filled = 0;
        while filled < out.len() {
            if self.buffered_len() == 0 {
                let rest = &mut out[filled..];
                // A long read goes past the buffer.
                if rest.len() >= self.bytes().len() && matches!(self.buffer, Buffer::Filled(_)) {
                    match read_once(&mut self.source, rest)? {
                        0 => break,
                        count => filled += count,
                    }
                    continue;
                }
                match self.fill_more() {
                    Ok(()) => {}
                    Err(ReadError::EndOfStream) => break,
                    Err(ReadError::ReadFailed) => return Err(ShortError::ReadFailed),
                }
            }
            let count = self.buffered_len().min(out.len() - filled);
            out[filled..filled + count].copy_from_slice(&self.buffered()[..count]);
            self.seek += count;
            filled += count;
        }
        Ok(filled)
    }

    /// `readSliceAll`: fills `out`, or the end came too early.
    pub fn read_slice_all(&mut self, out: &mut [u8]) -> Result<(), ReadError> {
        let count = self.read_slice_short(out)?;
        if count == out.len() {
            Ok(())
        } else {
            Err(ReadError::EndOfStream)
        }
    }

    /// `readAlloc`: the next `len` bytes.
    pub fn read_alloc(&mut self, len: usize) -> Result<Vec<u8>, ReadError> {
        let mut bytes = vec![0; len];
        self.read_slice_all(&mut bytes)?;
        Ok(bytes)
    }

    /// `allocRemaining`: everything up to the end, at most `limit` bytes.
    pub fn alloc_remaining(&mut self, limit: usize) -> Result<Vec<u8>, TooLongError> {
        let mut bytes = Vec::new();
        let mut chunk = [0; 4096];
        loop {
            let count = match self.read_slice_short(&mut chunk) {
                Ok(count) => count,
                Err(ShortError::ReadFailed) => return Err(TooLongError::ReadFailed),
            };
            bytes.extend_from_slice(&chunk[..count]);
            if bytes.len() > limit {
                return Err(TooLongError::StreamTooLong);
            }
            if count < chunk.len() {
                return Ok(bytes);
            }
        }
    }

    /// `discardShort`: skips up to `count` bytes and gives how many there were.
    pub fn discard_short(&mut self, count: usize) -> Result<usize, ShortError> {
        let mut skipped = 0;
        while skipped < count {
            if self.buffered_len() == 0 {
                let mut chunk = [0; 512];
                let len = chunk.len().min(count - skipped);
                match self.read_slice_short(&mut chunk[..len])? {
                    0 => break,
                    read => skipped += read,
                }
            } else {
                let step = self.buffered_len().min(count - skipped);
                self.seek += step;
                skipped += step;
            }
        }
        Ok(skipped)
    }

    /// `discardAll`: skips `count` bytes.
    pub fn discard_all(&mut self, count: usize) -> Result<(), ReadError> {
        if self.discard_short(count)? == count {
            Ok(())
        } else {
            Err(ReadError::EndOfStream)
        }
    }

    /// `discardRemaining`: skips to the end and gives how many bytes there were.
    pub fn discard_remaining(&mut self) -> Result<usize, ShortError> {
        self.discard_short(usize::MAX)
    }

    /// The length of the next piece with its delimiter.
    fn find_delimiter(&mut self, delimiter: u8) -> Result<usize, DelimiterError> {
        let mut searched = 0;
        loop {
            let found = self.buffered()[searched..]
                .iter()
                .position(|byte| *byte == delimiter);
            if let Some(position) = found {
                return Ok(searched + position + 1);
            }
            searched = self.buffered_len();
            if searched == self.bytes().len() {
                return Err(self.full_without_delimiter());
            }
            self.fill_more()?;
        }
    }

    /// Nothing fits into the buffer any more: only the source knows whether the input ends here.
    fn full_without_delimiter(&mut self) -> DelimiterError {
        match &self.buffer {
            Buffer::Fixed(_) => DelimiterError::EndOfStream,
            Buffer::Filled(_) => DelimiterError::StreamTooLong,
        }
    }

    /// `takeDelimiterInclusive`: the bytes up to and with the delimiter.
    pub fn take_delimiter_inclusive(&mut self, delimiter: u8) -> Result<&[u8], DelimiterError> {
        let len = self.find_delimiter(delimiter)?;
        Ok(self.taken(len, len))
    }

    /// `peekDelimiterInclusive`.
    pub fn peek_delimiter_inclusive(&mut self, delimiter: u8) -> Result<&[u8], DelimiterError> {
        let len = self.find_delimiter(delimiter)?;
        Ok(&self.buffered()[..len])
    }

    /// The length of the next piece without its delimiter; the end of the input counts as one.
    fn find_exclusive(&mut self, delimiter: u8) -> Result<usize, DelimiterError> {
        match self.find_delimiter(delimiter) {
            Ok(len) => Ok(len - 1),
            Err(DelimiterError::EndOfStream) if self.buffered_len() > 0 => Ok(self.buffered_len()),
            Err(error) => Err(error),
        }
    }

    /// `takeDelimiterExclusive`: the bytes before the delimiter, which stays in the stream.
    pub fn take_delimiter_exclusive(&mut self, delimiter: u8) -> Result<&[u8], DelimiterError> {
        let len = self.find_exclusive(delimiter)?;
        Ok(self.taken(len, len))
    }

    /// `peekDelimiterExclusive`.
    pub fn peek_delimiter_exclusive(&mut self, delimiter: u8) -> Result<&[u8], DelimiterError> {
        let len = self.find_exclusive(delimiter)?;
        Ok(&self.buffered()[..len])
    }

    /// `takeDelimiter`: the bytes before the delimiter, which is skipped; `None` at the end.
    pub fn take_delimiter(&mut self, delimiter: u8) -> Result<Option<&[u8]>, TooLongError> {
        let (len, consumed) = match self.find_delimiter(delimiter) {
            Ok(len) => (len - 1, len),
            Err(DelimiterError::EndOfStream) if self.buffered_len() == 0 => return Ok(None),
            Err(DelimiterError::EndOfStream) => (self.buffered_len(), self.buffered_len()),
            Err(DelimiterError::ReadFailed) => return Err(TooLongError::ReadFailed),
            Err(DelimiterError::StreamTooLong) => return Err(TooLongError::StreamTooLong),
        };
        Ok(Some(self.taken(len, consumed)))
    }

    /// `streamDelimiterEnding`: copies the bytes before the delimiter (or the end) to `writer`.
    pub fn stream_delimiter_ending(
        &mut self,
        writer: &mut Writer<'_>,
        delimiter: u8,
    ) -> Result<usize, StreamRemainingError> {
        let mut count = 0;
        loop {
            match self.fill(1) {
                Ok(()) => {}
                Err(ReadError::EndOfStream) => return Ok(count),
                Err(ReadError::ReadFailed) => return Err(StreamRemainingError::ReadFailed),
            }
            let available = self.buffered();
            let found = available.iter().position(|byte| *byte == delimiter);
            let len = found.unwrap_or(available.len());
            writer.write_all(&available[..len])?;
            self.seek += len;
            count += len;
            if found.is_some() {
                return Ok(count);
            }
        }
    }

    /// `streamDelimiter`: like `stream_delimiter_ending`, but the delimiter must come.
    pub fn stream_delimiter(
        &mut self,
        writer: &mut Writer<'_>,
        delimiter: u8,
    ) -> Result<usize, StreamError> {
        let count = self.stream_delimiter_ending(writer, delimiter)?;
        if self.buffered_len() == 0 {
            Err(StreamError::EndOfStream)
        } else {
            Ok(count)
        }
    }

    /// `discardDelimiterExclusive`: skips up to the delimiter or the end.
    pub fn discard_delimiter_exclusive(&mut self, delimiter: u8) -> Result<usize, ShortError> {
        let mut nowhere = super::io::Discarding::new(&mut []);
        match self.stream_delimiter_ending(&mut nowhere.writer, delimiter) {
            Ok(count) => Ok(count),
            Err(_) => Err(ShortError::ReadFailed),
        }
    }

    /// `discardDelimiterInclusive`: skips the delimiter too; it must come.
    pub fn discard_delimiter_inclusive(&mut self, delimiter: u8) -> Result<usize, ReadError> {
        let count = self.discard_delimiter_exclusive(delimiter)?;
        if self.buffered_len() == 0 {
            return Err(ReadError::EndOfStream);
        }
        self.seek += 1;
        Ok(count + 1)
    }

    /// `streamExact`: copies `count` bytes to `writer`.
    pub fn stream_exact(
        &mut self,
        writer: &mut Writer<'_>,
        count: usize,
    ) -> Result<(), StreamError> {
        if self.stream_up_to(writer, count)? == count {
            Ok(())
        } else {
            Err(StreamError::EndOfStream)
        }
    }

    /// `streamRemaining`: copies everything up to the end to `writer`.
    pub fn stream_remaining(
        &mut self,
        writer: &mut Writer<'_>,
    ) -> Result<usize, StreamRemainingError> {
        self.stream_up_to(writer, usize::MAX)
    }

    fn stream_up_to(
        &mut self,
        writer: &mut Writer<'_>,
        limit: usize,
    ) -> Result<usize, StreamRemainingError> {
        let mut copied = 0;
        let mut chunk = [0; 4096];
        while copied < limit {
            let len = chunk.len().min(limit - copied);
            let count = match self.read_slice_short(&mut chunk[..len]) {
                Ok(0) => break,
                Ok(count) => count,
                Err(ShortError::ReadFailed) => return Err(StreamRemainingError::ReadFailed),
            };
            writer.write_all(&chunk[..count])?;
            copied += count;
        }
        Ok(copied)
    }
}

fn read_once(source: &mut Source, out: &mut [u8]) -> Result<usize, ShortError> {
    loop {
        let result = match source {
            Source::None => return Ok(0),
            Source::File(file) => file.read(out),
            Source::Stdin(stdin) => stdin.lock().read(out),
        };
        match result {
            Ok(count) => return Ok(count),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(_) => return Err(ShortError::ReadFailed),
        }
    }
}

/// `std.Io.File.Reader`.
pub struct FileReader<'a> {
    /// The reader to read with.
    pub interface: Reader<'a>,
}

impl<'a> FileReader<'a> {
    /// `std.Io.File.stdin().reader(io, buffer)`. What it has buffered is lost for the next reader of stdin, as in Zig.
    pub fn stdin(buffer: &'a mut [u8]) -> Self {
        FileReader {
            interface: Reader::with_source(buffer, unbuffered_stdin()),
        }
    }

    /// A reader of an open file, from its current position on.
    pub fn file(file: std::fs::File, buffer: &'a mut [u8]) -> Self {
        FileReader {
            interface: Reader::with_source(buffer, Source::File(file)),
        }
    }
}

/// Rust's own stdin reads ahead; a duplicate of its descriptor does not.
#[cfg(unix)]
fn unbuffered_stdin() -> Source {
    use std::os::fd::AsFd as _;
    let stdin = std::io::stdin();
    match stdin.as_fd().try_clone_to_owned() {
        Ok(descriptor) => Source::File(std::fs::File::from(descriptor)),
        Err(_) => Source::Stdin(stdin),
    }
}

#[cfg(not(unix))]
fn unbuffered_stdin() -> Source {
    Source::Stdin(std::io::stdin())
}
