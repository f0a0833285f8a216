const std = @import("std");

pub fn numbers(allocator: std.mem.Allocator) !usize {
    const stdin = std.io.getStdIn().reader();
    const first = try stdin.readByte();
    var two: [2]u8 = undefined;
    try stdin.readNoEof(&two);
    try stdin.skipUntilDelimiterOrEof('\n');
    var count: usize = first;
    var buffer: [64]u8 = undefined;
    while (try stdin.readUntilDelimiterOrEof(&buffer, '\n')) |line| count += line.len;
    const rest = try stdin.readAllAlloc(allocator, 1024);
    defer allocator.free(rest);
    return count + rest.len;
}

pub fn lines(allocator: std.mem.Allocator) !usize {
    var buffered = std.io.bufferedReader(std.io.getStdIn().reader());
    const reader = buffered.reader();
    var buffer: [64]u8 = undefined;
    var count = (try reader.readUntilDelimiter(&buffer, '\n')).len;
    count += try reader.read(&buffer);
    count += try reader.readAll(&buffer);
    const word = try reader.readUntilDelimiterAlloc(allocator, ' ', 100);
    defer allocator.free(word);
    if (try reader.readUntilDelimiterOrEofAlloc(allocator, '\n', 100)) |line| {
        defer allocator.free(line);
        count += line.len;
    }
    var list = std.ArrayList(u8).init(allocator);
    defer list.deinit();
    try reader.readUntilDelimiterArrayList(&list, ';', 100);
    try reader.streamUntilDelimiter(list.writer(), ';', null);
    return count + word.len + list.items.len;
}

pub fn sized() !u8 {
    var buffered = std.io.bufferedReaderSize(16, std.io.getStdIn().reader());
    return buffered.reader().readByte();
}
