const std = @import("std");

pub fn copy(from: []const u8, to: []const u8) !void {
    const source = try std.fs.cwd().openFile(from, .{});
    defer source.close();
    const target = try std.fs.cwd().createFile(to, .{});
    defer target.close();
    var chunk: [512]u8 = undefined;
    while (true) {
        const count = try source.read(&chunk);
        if (count == 0) break;
        try target.writeAll(chunk[0..count]);
    }
    _ = try target.write("end");
    _ = try source.readAll(&chunk);
}

pub fn lengthOf(allocator: std.mem.Allocator, path: []const u8) !usize {
    const file = try std.fs.cwd().openFile(path, .{});
    defer file.close();
    const text = try file.readToEndAlloc(allocator, 1 << 20);
    defer allocator.free(text);
    return text.len;
}
