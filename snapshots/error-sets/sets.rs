//! Each error set is an enum, with a `From` into each wider one that it flows into.

#![allow(dead_code, clippy::match_like_matches_macro)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    NotFound,
    AccessDenied,
}

impl ReadError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "NotFound",
            Self::AccessDenied => "AccessDenied",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatError {
    BadMagic,
    Truncated,
}

impl FormatError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::BadMagic => "BadMagic",
            Self::Truncated => "Truncated",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadError {
    NotFound,
    AccessDenied,
    BadMagic,
    Truncated,
    TooNew,
}

impl LoadError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "NotFound",
            Self::AccessDenied => "AccessDenied",
            Self::BadMagic => "BadMagic",
            Self::Truncated => "Truncated",
            Self::TooNew => "TooNew",
        }
    }
}

impl From<ReadError> for LoadError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::AccessDenied => Self::AccessDenied,
            ReadError::NotFound => Self::NotFound,
        }
    }
}

impl From<FormatError> for LoadError {
    fn from(error: FormatError) -> Self {
        match error {
            FormatError::BadMagic => Self::BadMagic,
            FormatError::Truncated => Self::Truncated,
        }
    }
}

fn read(path: &[u8]) -> Result<&[u8], ReadError> {
    if path.is_empty() {
        return Err(ReadError::NotFound);
    }
    if path[0] == b'/' {
        return Err(ReadError::AccessDenied);
    }
    Ok(path)
}

fn version(bytes: &[u8]) -> Result<u8, FormatError> {
    if bytes.len() < 2 {
        return Err(FormatError::Truncated);
    }
    if bytes[0] != b'Z' {
        return Err(FormatError::BadMagic);
    }
    Ok(bytes[1])
}

pub fn load(path: &[u8]) -> Result<u8, LoadError> {
    let found = version(read(path)?)?;
    if found > b'5' {
        return Err(LoadError::TooNew);
    }
    Ok(found - b'0')
}

fn is_our_fault(err: LoadError) -> bool {
    match err {
        LoadError::NotFound | LoadError::AccessDenied => false,
        LoadError::BadMagic | LoadError::Truncated | LoadError::TooNew => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets() {
        assert!(load(b"Z3").unwrap() == 3);
        assert_eq!(load(b"").err(), Some(LoadError::NotFound));
        assert_eq!(load(b"/etc").err(), Some(LoadError::AccessDenied));
        assert_eq!(load(b"Z").err(), Some(LoadError::Truncated));
        assert_eq!(load(b"A1").err(), Some(LoadError::BadMagic));
        assert_eq!(load(b"Z9").err(), Some(LoadError::TooNew));
        assert!(is_our_fault(LoadError::TooNew) && !is_our_fault(LoadError::NotFound));
        assert_eq!(b"BadMagic"[..], b"BadMagic"[..]);
        let wider: LoadError = LoadError::AccessDenied;
        assert!(wider == LoadError::AccessDenied);
    }
}
