mod rt;

use crate::rt::{file, stream};

pub fn direct() -> Result<(), file::FileWriteError> {
    let stdout = file::File::Stdout;
    writeln!(stdout, "1 one")?;
    stdout.write_all(b"all")?;
    _ = stdout.write(b"some")?;
    stdout.write_byte(b'.')?;
    stdout.write_byte_n_times(b'-', 3usize)?;
    stdout.write_bytes_n_times(b"ab", 3usize)?;
    file::File::Stderr.write_all(b"error\n")?;
    Ok(())
}

pub fn buffered() -> Result<(), file::FileWriteError> {
    let buffer = stream::BufferedWriter::new(file::File::Stdout);
    let writer = &buffer;
    write!(writer, "2")?;
    writer.write_all(b"all")?;
    _ = writer.write(b"some")?;
    writer.write_byte(b'\n')?;
    writer.write_byte_n_times(b'-', 3usize)?;
    writer.write_bytes_n_times(b"ab", 3usize)?;
    _ = buffer.write(b"directly")?;
    buffer.flush()?;
    Ok(())
}

pub fn text() -> Vec<u8> {
    let mut list: Vec<u8> = Vec::new();
    let writer = &mut list;
    file::print_into(writer, format_args!("3:"));
    writer.extend_from_slice(b"abc");
    _ = {
        writer.extend_from_slice(b"de");
        b"de".len()
    };
    writer.push(b'f');
    writer.resize(writer.len() + 2, b'!');
    core::mem::take(&mut list)
}
