fn pointer() *const u32 {
    var local: u32 = 1;
    local += 1;
    return &local;
}

fn slice() []const u8 {
    var buffer: [4]u8 = undefined;
    @memset(&buffer, 'x');
    return buffer[0..2];
}
