mod rt;

use crate::rt::file;

pub fn check(value: u8) -> Result<u8, file::FileWriteError> {
    if value == 0 {
        return Err(file::FileWriteError::Unexpected);
    }
    Ok(value)
}
