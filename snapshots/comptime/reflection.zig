//! Reflection is done while porting: `@typeInfo`, `@hasDecl`, `@hasField`, `@typeName`, `@TypeOf`; `++`, `**`, `comptimePrint`, `@embedFile`, maps of strings.
const std = @import("std");
const expectEqual = std.testing.expectEqual;
const expectEqualStrings = std.testing.expectEqualStrings;

const Config = struct {
    name: []const u8 = "none",
    retries: u8 = 3,

    const version = "1." ++ std.fmt.comptimePrint("{d}", .{4});
};

const Keyword = enum { let, loop, end };

const keywords = std.StaticStringMap(Keyword).initComptime(.{
    .{ "let", .let },
    .{ "loop", .loop },
    .{ "end", .end },
});

const separator = "-" ** 5 ++ ">";

fn eql(a: Config, b: Config) bool {
    inline for (@typeInfo(Config).@"struct".fields) |field| {
        const x = @field(a, field.name);
        const y = @field(b, field.name);
        if (field.type == []const u8) {
            if (!std.mem.eql(u8, x, y)) return false;
        } else if (x != y) return false;
    }
    return true;
}

fn hasName(comptime T: type) bool {
    return @hasField(T, "name") and !@hasDecl(T, "anonymous");
}

test "reflection" {
    try std.testing.expect(eql(.{}, .{ .name = "none" }));
    try std.testing.expect(!eql(.{}, .{ .retries = 0 }));
    try std.testing.expect(hasName(Config));
    try expectEqualStrings("1.4", Config.version);
    try expectEqualStrings("----->", separator);
    try expectEqual(@as(?Keyword, .loop), keywords.get("loop"));
    try expectEqual(@as(?Keyword, null), keywords.get("while"));
    try expectEqualStrings("u8", @typeName(@TypeOf(@as(Config, .{}).retries)));
    try expectEqual(@as(usize, 2), std.meta.fields(Config).len);
}
