mod rt;

use crate::rt::io;
use std::process::ExitCode;

fn run() -> Result<(), io::WriteError> {
    let mut buffer: [u8; 64] = [0; 64];
    let mut writer: io::FileWriter<'_> = io::FileWriter::stderr(&mut buffer);
    writer.interface.write_all(b"words\n")?;
    writer.interface.flush()?;
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
