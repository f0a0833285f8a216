pub fn check(value: u8) error{ IsDir, NotOpenForReading, Unexpected }!u8 {
    if (value == 0) return error.Unexpected;
    return value;
}
