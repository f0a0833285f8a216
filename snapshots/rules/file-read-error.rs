mod rt;

use crate::rt::file;

pub fn check(value: u8) -> Result<u8, file::FileReadError> {
    if value == 0 {
        return Err(file::FileReadError::Unexpected);
    }
    Ok(value)
}
