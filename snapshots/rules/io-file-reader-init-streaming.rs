mod rt;

use crate::rt::{fmt, io, reader};
use std::process::ExitCode;

fn run() -> Result<(), reader::TooLongError> {
    let mut buffer: [u8; 64] = [0; 64];
    let mut reader: reader::FileReader<'_> = reader::FileReader::stdin(&mut buffer);
    while let Some(line) = reader.interface.take_delimiter(b'\n')? {
        io::debug_print(format_args!("{}\n", fmt::Bytes(line)));
    }
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
