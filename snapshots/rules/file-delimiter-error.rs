mod rt;

use crate::rt::file;

pub fn check(value: u8) -> Result<u8, file::FileDelimiterError> {
    if value == 0 {
        return Err(file::FileDelimiterError::StreamTooLong);
    }
    Ok(value)
}
