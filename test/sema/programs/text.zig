//! Strings: building, searching, formatting, parsing and hashing.
const std = @import("std");

const joined = "con" ++ "cat" ++ [_]u8{ 'e', 'n' } ++ "ated";
const repeated = "ab" ** 5;
const escaped = "tab\tnew\nquote\"back\\hex\x41unicode\u{1F600}";
const multiline =
    \\first line
    \\  second "line" \n
;
const code_point = 'é';
const emoji = '\u{1F4A9}';
const length_with_sentinel = "abc"[0..3 :0].len;
const middle = "hello, world"[7..][0..3];
const upper = blk: {
    var buffer: [5]u8 = undefined;
    for ("hello", 0..) |c, i| buffer[i] = std.ascii.toUpper(c);
    break :blk buffer;
};
const reversed = blk: {
    var buffer = "stressed".*;
    std.mem.reverse(u8, &buffer);
    break :blk buffer;
};
const rot13 = blk: {
    var out: [5]u8 = undefined;
    for ("Hello", &out) |c, *o| o.* = switch (c) {
        'a'...'z' => (c - 'a' + 13) % 26 + 'a',
        'A'...'Z' => (c - 'A' + 13) % 26 + 'A',
        else => c,
    };
    break :blk out;
};
const vowels = blk: {
    var count = 0;
    for ("the quick brown fox jumps over the lazy dog") |c| {
        if (std.mem.indexOfScalar(u8, "aeiou", c) != null) count += 1;
    }
    break :blk count;
};
const words = blk: {
    var it = std.mem.tokenizeScalar(u8, "  one two   three ", ' ');
    var list: []const []const u8 = &.{};
    while (it.next()) |word| list = list ++ [_][]const u8{word};
    break :blk list;
};
const fields = blk: {
    var it = std.mem.splitScalar(u8, "a,,c,", ',');
    var count = 0;
    while (it.next()) |_| count += 1;
    break :blk count;
};
const last_field = blk: {
    var it = std.mem.splitBackwardsScalar(u8, "usr/lib/zig", '/');
    break :blk it.first();
};
const trimmed = std.mem.trim(u8, " \t padded\n", " \t\n");
const starts = std.mem.startsWith(u8, "prefix-rest", "prefix");
const ends = std.mem.endsWith(u8, "prefix-rest", "fix");
const position = std.mem.indexOf(u8, "abracadabra", "cad");
const last_position = std.mem.lastIndexOf(u8, "abracadabra", "abra");
const absent = std.mem.indexOf(u8, "abracadabra", "xyz");
const any_of = std.mem.indexOfAny(u8, "key=value", "=:");
const occurrences = std.mem.count(u8, "banana", "an");
const ordered = std.mem.order(u8, "apple", "apricot");
const less = std.mem.lessThan(u8, "b", "a");
const replaced_size = std.mem.replacementSize(u8, "aXbXc", "X", "--");
const replaced = blk: {
    var out: [7]u8 = undefined;
    _ = std.mem.replace(u8, "aXbXc", "X", "--", &out);
    break :blk out;
};
const cut_prefix = std.mem.cutPrefix(u8, "--name", "--").?;

const printed = std.fmt.comptimePrint("{d} {x} {b} {o} {c} {s}", .{ 42, 255, 5, 8, 'z', "text" });
const padded = std.fmt.comptimePrint("[{d:>6}][{s:<6}][{d:^7}][{d:0>4}]", .{ 42, "ab", 7, 9 });
const printed_floats = std.fmt.comptimePrint("{d} {d:.3} {e} {d}", .{ 1.5, 3.14159, 12345.678, @as(f32, 0.1) });
const printed_struct = std.fmt.comptimePrint("{any}", .{.{ 1, true }});
const printed_optional = std.fmt.comptimePrint("{?d} {?d}", .{ @as(?u8, 3), @as(?u8, null) });
const printed_error = std.fmt.comptimePrint("{t} {any}", .{ error.Oops, @as(anyerror!u8, 3) });
const printed_enum = std.fmt.comptimePrint("{t}", .{std.math.Order.lt});
const printed_type = std.fmt.comptimePrint("{s}", .{@typeName([]const ?u8)});
const printed_hex = std.fmt.comptimePrint("{x}", .{"\xde\xad"});
const printed_braces = std.fmt.comptimePrint("{{{d}}}", .{1});
const printed_named = std.fmt.comptimePrint("{[b]d}-{[a]s}", .{ .a = "x", .b = 2 });
const printed_big = std.fmt.comptimePrint("{d}", .{@as(u128, 1 << 120)});
const decimal = std.fmt.parseInt(i32, "-1_000", 10) catch unreachable;
const any_base = std.fmt.parseInt(u16, "0xff", 0) catch unreachable;
const bad_digit = std.fmt.parseInt(u8, "12x", 10);
const overflowing = std.fmt.parseInt(u8, "256", 10);
const unsigned = std.fmt.parseUnsigned(u64, "18446744073709551615", 10) catch unreachable;

fn evaluate(comptime text: []const u8) comptime_int {
    const Parser = struct {
        text: []const u8,
        at: usize = 0,

        fn sum(self: *@This()) comptime_int {
            var value = self.product();
            while (self.at < self.text.len) {
                const operator = self.text[self.at];
                if (operator != '+' and operator != '-') break;
                self.at += 1;
                const right = self.product();
                value = if (operator == '+') value + right else value - right;
            }
            return value;
        }
        fn product(self: *@This()) comptime_int {
            var value = self.atom();
            while (self.at < self.text.len and self.text[self.at] == '*') {
                self.at += 1;
                value *= self.atom();
            }
            return value;
        }
        fn atom(self: *@This()) comptime_int {
            if (self.text[self.at] == '(') {
                self.at += 1;
                const value = self.sum();
                self.at += 1;
                return value;
            }
            var value = 0;
            while (self.at < self.text.len and std.ascii.isDigit(self.text[self.at])) : (self.at += 1)
                value = value * 10 + @as(comptime_int, self.text[self.at] - '0');
            return value;
        }
    };
    comptime var parser: Parser = .{ .text = text };
    return parser.sum();
}
const calculated = evaluate("2*(3+4)*5-(6-2)*(1+1)");
const calculated_big = evaluate("99999999999*99999999999+1");

fn brackets(text: []const u8) !usize {
    var stack: [16]u8 = undefined;
    var depth: usize = 0;
    var deepest: usize = 0;
    for (text) |c| switch (c) {
        '(', '[' => {
            stack[depth] = c;
            depth += 1;
            deepest = @max(deepest, depth);
        },
        ')', ']' => {
            if (depth == 0) return error.Unopened;
            depth -= 1;
            if (stack[depth] != @as(u8, if (c == ')') '(' else '[')) return error.Mismatch;
        },
        else => {},
    };
    return if (depth == 0) deepest else error.Unclosed;
}
const balanced = brackets("([a]([b]))");
const unopened = brackets("a)");
const mismatched = brackets("([)]");
const unclosed = brackets("((");

fn runLength(comptime text: []const u8) []const u8 {
    comptime {
        var out: []const u8 = "";
        var i: usize = 0;
        while (i < text.len) {
            var j = i;
            while (j < text.len and text[j] == text[i]) j += 1;
            out = out ++ std.fmt.comptimePrint("{c}{d}", .{ text[i], j - i });
            i = j;
        }
        return out;
    }
}
const compressed = runLength("aaabccdddd");
const snake = blk: {
    var out: []const u8 = "";
    for ("someCamelCaseName") |c| {
        out = out ++ (if (std.ascii.isUpper(c)) "_" ++ [_]u8{std.ascii.toLower(c)} else &[_]u8{c});
    }
    break :blk out;
};
const checksum = std.hash.Adler32.hash("Wikipedia");
const crc = std.hash.Crc32.hash("123456789");
const fnv = std.hash.Fnv1a_64.hash("hello");
const wyhash = std.hash.Wyhash.hash(0, "comptime");
const murmur = std.hash.Murmur2_32.hash("zig");
const cityhash = std.hash.CityHash32.hash("zig");
const xxhash = blk: {
    @setEvalBranchQuota(20000);
    break :blk std.hash.XxHash32.hash(7, "a longer text for the hash");
};
const digest = blk: {
    @setEvalBranchQuota(100000);
    var out: [16]u8 = undefined;
    std.crypto.hash.Md5.hash("abc", &out, .{});
    break :blk out;
};
const encoded = blk: {
    var out: [8]u8 = undefined;
    _ = std.base64.standard.Encoder.encode(&out, "zig!");
    break :blk out;
};
const decoded_hex = blk: {
    var out: [4]u8 = undefined;
    _ = std.fmt.hexToBytes(&out, "deadbeef") catch unreachable;
    break :blk out;
};
const utf8_length = std.unicode.utf8CountCodepoints("naïve ☃") catch unreachable;
const utf8_bytes = blk: {
    var out: [4]u8 = undefined;
    const len = std.unicode.utf8Encode('☃', &out) catch unreachable;
    break :blk out[0..len].*;
};
const utf16 = std.unicode.utf8ToUtf16LeStringLiteral("aé☃");
const hex_table = blk: {
    var table: [256]?u8 = @splat(null);
    for ("0123456789abcdef", 0..) |c, i| table[c] = i;
    break :blk table['f'].? * 16 + table['3'].?;
};
const keyword_map = std.StaticStringMap(u8).initComptime(.{ .{ "if", 1 }, .{ "else", 2 }, .{ "while", 3 } });
const keyword_found = keyword_map.get("else");
const keyword_missing = keyword_map.has("for");
