pub fn check(value: u8) error{ IsDir, NotOpenForReading, Unexpected, EndOfStream, StreamTooLong }!u8 {
    if (value == 0) return error.StreamTooLong;
    return value;
}
