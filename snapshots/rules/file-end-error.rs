mod rt;

use crate::rt::file;

pub fn check(value: u8) -> Result<u8, file::FileEndError> {
    if value == 0 {
        return Err(file::FileEndError::EndOfStream);
    }
    Ok(value)
}
