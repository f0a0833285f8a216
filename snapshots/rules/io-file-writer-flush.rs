mod rt;
mod zig_std;

use crate::rt::io;
use crate::zig_std::io::file::writer::Error;
use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MainError {
    AccessDenied,
    BrokenPipe,
    Canceled,
    DeviceBusy,
    DiskQuota,
    FileBusy,
    FileTooBig,
    InputOutput,
    LockViolation,
    NoDevice,
    NoSpaceLeft,
    NotOpenForWriting,
    PermissionDenied,
    SystemResources,
    Unexpected,
    WouldBlock,
    WriteFailed,
}

impl MainError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccessDenied => "AccessDenied",
            Self::BrokenPipe => "BrokenPipe",
            Self::Canceled => "Canceled",
            Self::DeviceBusy => "DeviceBusy",
            Self::DiskQuota => "DiskQuota",
            Self::FileBusy => "FileBusy",
            Self::FileTooBig => "FileTooBig",
            Self::InputOutput => "InputOutput",
            Self::LockViolation => "LockViolation",
            Self::NoDevice => "NoDevice",
            Self::NoSpaceLeft => "NoSpaceLeft",
            Self::NotOpenForWriting => "NotOpenForWriting",
            Self::PermissionDenied => "PermissionDenied",
            Self::SystemResources => "SystemResources",
            Self::Unexpected => "Unexpected",
            Self::WouldBlock => "WouldBlock",
            Self::WriteFailed => "WriteFailed",
        }
    }
}

impl From<io::WriteError> for MainError {
    fn from(error: io::WriteError) -> Self {
        match error {
            io::WriteError::WriteFailed => Self::WriteFailed,
        }
    }
}

impl From<Error> for MainError {
    fn from(error: Error) -> Self {
        match error {
            Error::AccessDenied => Self::AccessDenied,
            Error::BrokenPipe => Self::BrokenPipe,
            Error::Canceled => Self::Canceled,
            Error::DeviceBusy => Self::DeviceBusy,
            Error::DiskQuota => Self::DiskQuota,
            Error::FileBusy => Self::FileBusy,
            Error::FileTooBig => Self::FileTooBig,
            Error::InputOutput => Self::InputOutput,
            Error::LockViolation => Self::LockViolation,
            Error::NoDevice => Self::NoDevice,
            Error::NoSpaceLeft => Self::NoSpaceLeft,
            Error::NotOpenForWriting => Self::NotOpenForWriting,
            Error::PermissionDenied => Self::PermissionDenied,
            Error::SystemResources => Self::SystemResources,
            Error::Unexpected => Self::Unexpected,
            Error::WouldBlock => Self::WouldBlock,
        }
    }
}

fn run() -> Result<(), MainError> {
    let mut buffer: [u8; 64] = [0; 64];
    let mut writer = io::FileWriter::stdout(&mut buffer);
    writer.interface.write_all(b"abc\n")?;
    writer.flush()?;
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", error.name());
            ExitCode::FAILURE
        }
    }
}
