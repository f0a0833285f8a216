mod rt;

use crate::rt::file;

pub fn check(value: u8) -> Result<u8, file::FileLimitError> {
    if value == 0 {
        return Err(file::FileLimitError::StreamTooLong);
    }
    Ok(value)
}
