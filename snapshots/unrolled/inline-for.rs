//! `inline for`: unrolled with each copy typed; over equal types a plain loop.

#![allow(dead_code)]

mod rt;

use crate::rt::io;

#[derive(Clone, Copy)]
pub struct Anonymous {
    pub width: u8,
    pub height: i32,
}

fn total() -> u32 {
    let mut sum: u32 = 0;
    sum += 1;
    sum += 2;
    sum += 3;
    sum
}

// Instance of `describe`: its code depends on what it is given.
fn describe_anonymous(writer: &mut io::Writer<'_>, value: Anonymous) -> Result<(), io::WriteError> {
    write!(writer, "width={};", value.width)?;
    write!(writer, "height={};", value.height)?;
    Ok(())
}

pub fn describe_square(writer: &mut io::Writer<'_>, side: u8) -> Result<(), io::WriteError> {
    describe_anonymous(
        writer,
        Anonymous {
            width: side,
            height: i32::from(side),
        },
    )?;
    Ok(())
}

fn lengths() -> usize {
    let mut sum: usize = 0;
    sum += 3;
    sum += 5;
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn inline_for() {
        assert_eq!(6, total());
        let mut buffer: [u8; 32] = [0; 32];
        let mut writer: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        describe_square(&mut writer, 3).unwrap();
        assert_eq!(b"width=3;height=3;", writer.buffered());
        assert_eq!(8, lengths());
    }
}
