//! Functions of std: methods of Rust where they mean the same, else their own source.
const std = @import("std");
const expectEqual = std.testing.expectEqual;
test "mem ascii math sort unicode hash" {
    try expectEqual(@as(?usize, 2), std.mem.indexOf(u8, "abcabc", "cab"));
    var it = std.mem.splitScalar(u8, "a,b,,c", ',');
    var n: usize = 0;
    while (it.next()) |part| n += part.len + 1;
    try expectEqual(7, n);
    var tok = std.mem.tokenizeAny(u8, " a b  c ", " ");
    var count: usize = 0;
    while (tok.next()) |_| count += 1;
    try expectEqual(3, count);
    try std.testing.expectEqualStrings("b c", std.mem.trim(u8, "  b c ", " "));
    try expectEqual('A', std.ascii.toUpper('a'));
    try expectEqual(1000, try std.math.powi(u32, 10, 3));
    try expectEqual(5, std.math.clamp(9, 1, 5));
    try expectEqual(3, std.math.log2_int(u32, 8));
    try std.testing.expectError(error.Overflow, std.math.add(u8, 200, 100));
    var items = [_]u32{ 3, 1, 2 };
    std.mem.sort(u32, &items, {}, std.sort.asc(u32));
    try expectEqual([_]u32{ 1, 2, 3 }, items);
    try expectEqual(3, try std.unicode.utf8ByteSequenceLength("€"[0]));
    try expectEqual(3, try std.unicode.utf8CountCodepoints("a€b"));
    var view = (try std.unicode.Utf8View.init("a€")).iterator();
    try expectEqual('a', view.nextCodepoint().?);
    try expectEqual(0x20AC, view.nextCodepoint().?);
    try expectEqual(0x352441C2, std.hash.Crc32.hash("abc"));
    try expectEqual(std.hash.Wyhash.hash(0, "abc"), std.hash.Wyhash.hash(0, "abc"));
    try expectEqual(0xe71fa2190541574b, std.hash.Fnv1a_64.hash("abc"));
    const joined = try std.mem.join(std.testing.allocator, "-", &.{ "a", "b" });
    defer std.testing.allocator.free(joined);
    try std.testing.expectEqualStrings("a-b", joined);
}
