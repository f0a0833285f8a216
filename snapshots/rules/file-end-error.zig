pub fn check(value: u8) error{ IsDir, NotOpenForReading, Unexpected, EndOfStream }!u8 {
    if (value == 0) return error.EndOfStream;
    return value;
}
