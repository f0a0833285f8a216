//! Zig's `std.fs.File` before 0.15: a handle that is copied freely and closed by hand, and its unbuffered reader and writer.
//!
//! Open files lie in a table, and a `File` is a place of it: copies stay copies, and one that is used after `close` is found out.
//!
//! Source: std/fs/File.zig, std/io.zig, std/io/Writer.zig.

use super::raw_bytes;
use core::fmt;
use std::io::{ErrorKind, Read as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

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
    /// `File.WriteError`, as far as Rust tells the causes apart.
    FileWriteError {
        /// Nobody reads from the pipe any more.
        BrokenPipe,
        /// There is no room left on the device.
        NoSpaceLeft,
        /// The file was not opened for writing.
        NotOpenForWriting,
        /// Anything else.
        Unexpected
    }
    /// `File.OpenError`, as far as Rust tells the causes apart.
    FileOpenError {
        /// The permissions forbid it.
        AccessDenied,
        /// There is no such file.
        FileNotFound,
        /// It is a directory.
        IsDir,
        /// What stands before the name is no directory.
        NotDir,
        /// It is there already, and may not be.
        PathAlreadyExists,
        /// Anything else.
        Unexpected
    }
    /// `File.ReadError`, as far as Rust tells the causes apart.
    FileReadError {
        /// It is a directory.
        IsDir,
        /// The file was not opened for reading.
        NotOpenForReading,
        /// Anything else.
        Unexpected
    }
    /// Errors of methods for which the end is one.
    FileEndError {
        /// It is a directory.
        IsDir,
        /// The file was not opened for reading.
        NotOpenForReading,
        /// Anything else.
        Unexpected,
        /// There are no more bytes.
        EndOfStream
    }
    /// Errors of methods with a limit.
    FileLimitError {
        /// It is a directory.
        IsDir,
        /// The file was not opened for reading.
        NotOpenForReading,
        /// Anything else.
        Unexpected,
        /// There is more than the limit allows.
        StreamTooLong
    }
    /// Errors of methods with a limit for which the end is one.
    FileDelimiterError {
        /// It is a directory.
        IsDir,
        /// The file was not opened for reading.
        NotOpenForReading,
        /// Anything else.
        Unexpected,
        /// There are no more bytes.
        EndOfStream,
        /// There is more than the limit allows.
        StreamTooLong
    }
}

macro_rules! from_read_error {
    ($($name:ident)*) => {$(
        impl From<FileReadError> for $name {
            fn from(error: FileReadError) -> Self {
                match error {
                    FileReadError::IsDir => $name::IsDir,
                    FileReadError::NotOpenForReading => $name::NotOpenForReading,
                    FileReadError::Unexpected => $name::Unexpected,
                }
            }
        }
    )*};
}

from_read_error!(FileEndError FileLimitError FileDelimiterError);

impl From<FileEndError> for FileDelimiterError {
    fn from(error: FileEndError) -> Self {
        match error {
            FileEndError::IsDir => FileDelimiterError::IsDir,
            FileEndError::NotOpenForReading => FileDelimiterError::NotOpenForReading,
            FileEndError::Unexpected => FileDelimiterError::Unexpected,
            FileEndError::EndOfStream => FileDelimiterError::EndOfStream,
        }
    }
}

impl From<FileLimitError> for FileDelimiterError {
    fn from(error: FileLimitError) -> Self {
        match error {
            FileLimitError::IsDir => FileDelimiterError::IsDir,
            FileLimitError::NotOpenForReading => FileDelimiterError::NotOpenForReading,
            FileLimitError::Unexpected => FileDelimiterError::Unexpected,
            FileLimitError::StreamTooLong => FileDelimiterError::StreamTooLong,
        }
    }
}

fn write_error(error: &std::io::Error) -> FileWriteError {
    match error.kind() {
        ErrorKind::BrokenPipe => FileWriteError::BrokenPipe,
        ErrorKind::StorageFull => FileWriteError::NoSpaceLeft,
        ErrorKind::PermissionDenied => FileWriteError::NotOpenForWriting,
        // EBADF has no kind of its own.
        _ if error.raw_os_error() == Some(9) => FileWriteError::NotOpenForWriting,
        _ => FileWriteError::Unexpected,
    }
}

fn read_error(error: &std::io::Error) -> FileReadError {
    match error.kind() {
        ErrorKind::IsADirectory => FileReadError::IsDir,
        _ if error.raw_os_error() == Some(9) => FileReadError::NotOpenForReading,
        _ => FileReadError::Unexpected,
    }
}

fn open_error(error: &std::io::Error) -> FileOpenError {
    match error.kind() {
        ErrorKind::NotFound => FileOpenError::FileNotFound,
        ErrorKind::PermissionDenied => FileOpenError::AccessDenied,
        ErrorKind::AlreadyExists => FileOpenError::PathAlreadyExists,
        ErrorKind::IsADirectory => FileOpenError::IsDir,
        ErrorKind::NotADirectory => FileOpenError::NotDir,
        _ => FileOpenError::Unexpected,
    }
}

/// `std.fs.File`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `std.io.getStdIn()`.
    Stdin,
    /// `std.io.getStdOut()`.
    Stdout,
    /// `std.io.getStdErr()`.
    Stderr,
    /// A place of the table of open files.
    Opened(usize),
}

static OPENED: Mutex<Vec<Option<Arc<std::fs::File>>>> = Mutex::new(Vec::new());

impl File {
    fn opened(file: std::fs::File) -> Self {
        let mut table = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
        let free = table.iter().position(Option::is_none);
        let place = free.unwrap_or(table.len());
        if free.is_none() {
            table.push(None);
        }
        table[place] = Some(Arc::new(file));
        File::Opened(place)
    }

    fn system_file(place: usize) -> Arc<std::fs::File> {
        let table = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
        // Zig calls the use of a closed file unreachable.
        let file = table.get(place).and_then(Option::as_ref);
        Arc::clone(file.expect("reached unreachable code"))
    }

    /// `std.fs.cwd().openFile(path, .{})`.
    pub fn open(path: &[u8]) -> Result<Self, FileOpenError> {
        let file = std::fs::File::open(path_of(path)).map_err(|error| open_error(&error))?;
        Ok(File::opened(file))
    }

    /// `std.fs.cwd().createFile(path, .{})`.
    pub fn create(path: &[u8]) -> Result<Self, FileOpenError> {
        let file = std::fs::File::create(path_of(path)).map_err(|error| open_error(&error))?;
        Ok(File::opened(file))
    }

    /// `close`.
    pub fn close(self) {
        if let File::Opened(place) = self {
            let mut table = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
            let file = table.get_mut(place).and_then(Option::take);
            assert!(file.is_some(), "reached unreachable code");
        }
    }

    /// `write`: never less than everything.
    pub fn write(self, bytes: &[u8]) -> Result<usize, FileWriteError> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    /// `writeAll`.
    pub fn write_all(self, bytes: &[u8]) -> Result<(), FileWriteError> {
        let result = match self {
            File::Stdin => Err(ErrorKind::PermissionDenied.into()),
            File::Stdout => {
                let mut stdout = std::io::stdout().lock();
                stdout.write_all(bytes).and_then(|()| stdout.flush())
            }
            File::Stderr => std::io::stderr().lock().write_all(bytes),
            File::Opened(place) => (&*File::system_file(place)).write_all(bytes),
        };
        result.map_err(|error| write_error(&error))
    }

    /// `writeByte`.
    pub fn write_byte(self, byte: u8) -> Result<(), FileWriteError> {
        self.write_all(&[byte])
    }

    /// `writeByteNTimes`.
    pub fn write_byte_n_times(self, byte: u8, count: usize) -> Result<(), FileWriteError> {
        self.write_all(&vec![byte; count])
    }

    /// `writeBytesNTimes`.
    pub fn write_bytes_n_times(self, bytes: &[u8], count: usize) -> Result<(), FileWriteError> {
        self.write_all(&bytes.repeat(count))
    }

    /// `print`, through `write!(file, …)`.
    pub fn write_fmt(self, args: fmt::Arguments<'_>) -> Result<(), FileWriteError> {
        let mut bytes = Vec::new();
        // Memory does not fail, and what a `format` method does wrong is no fault of the file.
        let _ = fmt::write(&mut Decoded(&mut bytes), args);
        self.write_all(&bytes)
    }

    /// `read`: 0 at the end.
    pub fn read(self, buffer: &mut [u8]) -> Result<usize, FileReadError> {
        let result = match self {
            File::Stdin => std::io::stdin().lock().read(buffer),
            File::Stdout | File::Stderr => return Err(FileReadError::NotOpenForReading),
            File::Opened(place) => (&*File::system_file(place)).read(buffer),
        };
        result.map_err(|error| read_error(&error))
    }
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> std::path::PathBuf {
    <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> std::path::PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// The bytes of a list, as what text is printed into.
pub struct Decoded<'a>(pub &'a mut Vec<u8>);

impl fmt::Write for Decoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        raw_bytes::decode(text, |bytes| {
            self.0.extend_from_slice(bytes);
            Ok(())
        })
    }
}

/// `list.writer().print(…)`.
pub fn print_into(list: &mut Vec<u8>, args: fmt::Arguments<'_>) {
    let _ = fmt::write(&mut Decoded(list), args);
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

// For `stream`, where that is there.
#[allow(unused_imports)]
pub(crate) use reader_methods;

reader_methods!(File: self);

/// Whether something was read: the end is no error, but after nothing it is the end.
pub(crate) fn at_the_end(
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
