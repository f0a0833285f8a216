mod rt;

use crate::rt::io;
use std::process::ExitCode;

fn run() -> Result<(), io::WriteError> {
    let mut buffer: [u8; 64] = [0; 64];
    let mut writer: io::FileWriter<'_> = io::FileWriter::stdout(&mut buffer);
    let out: &mut io::Writer<'_> = &mut writer.interface;
    writeln!(out, "3 words")?;
    out.flush()?;
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
