pub fn check(value: u8) error{ AccessDenied, FileNotFound, IsDir, NotDir, PathAlreadyExists, Unexpected }!u8 {
    if (value == 0) return error.Unexpected;
    return value;
}
