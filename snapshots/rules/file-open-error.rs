mod rt;

use crate::rt::file;

pub fn check(value: u8) -> Result<u8, file::FileOpenError> {
    if value == 0 {
        return Err(file::FileOpenError::Unexpected);
    }
    Ok(value)
}
