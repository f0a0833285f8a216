pub fn check(value: u8) error{ BrokenPipe, NoSpaceLeft, NotOpenForWriting, Unexpected }!u8 {
    if (value == 0) return error.Unexpected;
    return value;
}
