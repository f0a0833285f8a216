mod rt;

use crate::rt::reader;
use std::process::ExitCode;

fn run() -> Result<(), reader::TooLongError> {
    let mut buffer: [u8; 64] = [0; 64];
    let mut reader = reader::FileReader::stdin(&mut buffer);
    let r#in: &mut reader::Reader<'_> = &mut reader.interface;
    let mut lines: usize = 0;
    while r#in.take_delimiter(b'\n')?.is_some() {
        lines += 1;
    }
    eprintln!("{} lines", lines);
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
