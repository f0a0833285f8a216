mod rt;

use crate::rt::file;
use std::process::ExitCode;

fn run() -> Result<(), file::FileWriteError> {
    file::File::Stdout.write_all(b"hello\n")?;
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
