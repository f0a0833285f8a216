mod rt;
pub mod zig_std;

use crate::rt::file;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyError {
    AccessDenied,
    BrokenPipe,
    FileNotFound,
    IsDir,
    NoSpaceLeft,
    NotDir,
    NotOpenForReading,
    NotOpenForWriting,
    PathAlreadyExists,
    Unexpected,
}

impl CopyError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccessDenied => "AccessDenied",
            Self::BrokenPipe => "BrokenPipe",
            Self::FileNotFound => "FileNotFound",
            Self::IsDir => "IsDir",
            Self::NoSpaceLeft => "NoSpaceLeft",
            Self::NotDir => "NotDir",
            Self::NotOpenForReading => "NotOpenForReading",
            Self::NotOpenForWriting => "NotOpenForWriting",
            Self::PathAlreadyExists => "PathAlreadyExists",
            Self::Unexpected => "Unexpected",
        }
    }
}

impl From<file::FileOpenError> for CopyError {
    fn from(error: file::FileOpenError) -> Self {
        match error {
            file::FileOpenError::AccessDenied => Self::AccessDenied,
            file::FileOpenError::FileNotFound => Self::FileNotFound,
            file::FileOpenError::IsDir => Self::IsDir,
            file::FileOpenError::NotDir => Self::NotDir,
            file::FileOpenError::PathAlreadyExists => Self::PathAlreadyExists,
            file::FileOpenError::Unexpected => Self::Unexpected,
        }
    }
}

impl From<file::FileReadError> for CopyError {
    fn from(error: file::FileReadError) -> Self {
        match error {
            file::FileReadError::IsDir => Self::IsDir,
            file::FileReadError::NotOpenForReading => Self::NotOpenForReading,
            file::FileReadError::Unexpected => Self::Unexpected,
        }
    }
}

impl From<file::FileWriteError> for CopyError {
    fn from(error: file::FileWriteError) -> Self {
        match error {
            file::FileWriteError::BrokenPipe => Self::BrokenPipe,
            file::FileWriteError::NoSpaceLeft => Self::NoSpaceLeft,
            file::FileWriteError::NotOpenForWriting => Self::NotOpenForWriting,
            file::FileWriteError::Unexpected => Self::Unexpected,
        }
    }
}

pub fn copy(from: &[u8], to: &[u8]) -> Result<(), CopyError> {
    let source = file::File::open(from)?;
    let result = 'cleanup: {
        let target = match file::File::create(to) {
            Ok(value) => value,
            Err(error) => break 'cleanup Err(CopyError::from(error)),
        };
        let result_2 = 'cleanup_2: {
            let mut chunk: [u8; 512] = [0; 512];
            loop {
                let count = match source.read(&mut chunk) {
                    Ok(value) => value,
                    Err(error) => break 'cleanup_2 Err(CopyError::from(error)),
                };
                if count == 0usize {
                    break;
                }
                if let Err(error) = target.write_all(&chunk[..count]) {
                    break 'cleanup_2 Err(CopyError::from(error));
                }
            }
            _ = match target.write(b"end") {
                Ok(value) => value,
                Err(error) => break 'cleanup_2 Err(CopyError::from(error)),
            };
            _ = match source.read_all(&mut chunk) {
                Ok(value) => value,
                Err(error) => break 'cleanup_2 Err(CopyError::from(error)),
            };
            Ok(())
        };
        target.close();
        result_2
    };
    source.close();
    result
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthOfError {
    AccessDenied,
    FileNotFound,
    IsDir,
    NotDir,
    NotOpenForReading,
    PathAlreadyExists,
    StreamTooLong,
    Unexpected,
}

impl LengthOfError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccessDenied => "AccessDenied",
            Self::FileNotFound => "FileNotFound",
            Self::IsDir => "IsDir",
            Self::NotDir => "NotDir",
            Self::NotOpenForReading => "NotOpenForReading",
            Self::PathAlreadyExists => "PathAlreadyExists",
            Self::StreamTooLong => "StreamTooLong",
            Self::Unexpected => "Unexpected",
        }
    }
}

impl From<file::FileOpenError> for LengthOfError {
    fn from(error: file::FileOpenError) -> Self {
        match error {
            file::FileOpenError::AccessDenied => Self::AccessDenied,
            file::FileOpenError::FileNotFound => Self::FileNotFound,
            file::FileOpenError::IsDir => Self::IsDir,
            file::FileOpenError::NotDir => Self::NotDir,
            file::FileOpenError::PathAlreadyExists => Self::PathAlreadyExists,
            file::FileOpenError::Unexpected => Self::Unexpected,
        }
    }
}

impl From<file::FileLimitError> for LengthOfError {
    fn from(error: file::FileLimitError) -> Self {
        match error {
            file::FileLimitError::IsDir => Self::IsDir,
            file::FileLimitError::NotOpenForReading => Self::NotOpenForReading,
            file::FileLimitError::StreamTooLong => Self::StreamTooLong,
            file::FileLimitError::Unexpected => Self::Unexpected,
        }
    }
}

pub fn length_of(path: &[u8]) -> Result<usize, LengthOfError> {
    let file = file::File::open(path)?;
    let result = 'cleanup: {
        let text = match file.read_all_alloc(1048576usize) {
            Ok(value) => value,
            Err(error) => break 'cleanup Err(LengthOfError::from(error)),
        };
        Ok(text.len())
    };
    file.close();
    result
}
