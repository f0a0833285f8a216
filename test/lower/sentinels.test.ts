/** Sentinels: where they lie in memory, what a slice that ends in one may look at, and the checks of `[a..b :s]`. */
import { describe, expect, test } from 'vitest';
import { transpileProject } from '../../src/project/transpile.js';
import { fileWith } from '../support/case-tools.js';
import { describeSameBehaviour } from '../support/differential.js';

const trap = (body: string) => `
    pub fn main() void {
        var bytes = [_]u8{ 'a', 'b', 0, 'c', 0 };
        var n: usize = 3;
        _ = .{ &bytes, &n };
        ${body}
    }`;

describeSameBehaviour('sentinels', {
  'reached in memory': `
    const std = @import("std");
    const expect = std.testing.expect;

    fn lengthOf(text: [*:0]const u8) usize {
        var n: usize = 0;
        while (text[n] != 0) n += 1;
        return n;
    }

    fn viaSlice(text: [:0]const u8) usize {
        return lengthOf(text.ptr);
    }

    const Named = struct {
        name: [:0]const u8,
        tag: [4:0]u8,
    };

    const GREETING = "hello";
    const table = [_][:0]const u8{ "a", "bcd" };

    test "a slice of a literal" {
        try expect(viaSlice("hello") == 5);
        try expect(viaSlice("") == 0);
        const local: [:0]const u8 = "abc";
        try expect(lengthOf(local) == 3);
        try expect(viaSlice(GREETING) == 5);
        for (table) |entry| try expect(viaSlice(entry) == entry.len);
    }

    test "an array" {
        var array = [_:0]u8{ 'x', 'y', 'z' };
        array[0] = 'q';
        try expect(lengthOf(&array) == 3);
        try expect(array.len == 3);
        try expect(array[array.len] == 0);
        var sum: usize = 0;
        for (array) |byte| sum += byte;
        for (&array) |*byte| byte.* += 1;
        for (array[0..]) |byte| sum += byte;
        try expect(sum == 2 * ('q' + 'y' + 'z') + 3);
        const slice: []const u8 = &array;
        try expect(slice.len == 3);
        const plain: [3]u8 = array;
        try expect(plain[2] == '{');
        const ended: [:0]u8 = &array;
        try expect(ended.len == 3 and ended[3] == 0);
        try expect(viaSlice(ended) == 3);
        try expect(viaSlice(ended[1..]) == 2);
        try std.testing.expectEqualStrings("rz{", &array);
        const many: [*]const u8 = &array;
        try expect(many[3] == 0);
        try expect(@sizeOf(@TypeOf(array)) == 4);
        const copy = array;
        try expect(lengthOf(&copy) == 3);
        const both = array ++ [_]u8{'!'};
        try expect(both.len == 4);
    }

    test "in a struct" {
        var named: Named = .{ .name = "n", .tag = "abcd".* };
        named.tag[3] = 'e';
        try expect(lengthOf(&named.tag) == 4);
        try expect(lengthOf(named.name.ptr) == 1);
        named.tag = [_:0]u8{ 1, 2, 0, 3 };
        try expect(lengthOf(&named.tag) == 2);
        const optional: ?[2:0]u8 = [2:0]u8{ 7, 8 };
        try expect(lengthOf(&optional.?) == 2);
        const nested = [2][2:0]u8{ .{ 1, 2 }, .{ 3, 4 } };
        try expect(lengthOf(&nested[1]) == 2);
        const filled = [_:0]u8{5} ** 6;
        try expect(lengthOf(&filled) == 6);
    }

    test "a part of a buffer" {
        var buffer: [8]u8 = undefined;
        @memset(&buffer, 'a');
        buffer[3] = 0;
        var n: usize = 3;
        _ = &n;
        const part = buffer[0..n :0];
        try expect(part.len == 3 and part[n] == 0);
        try expect(viaSlice(part) == 3);
        const fixed = buffer[1..3 :0];
        try expect(lengthOf(fixed) == 2);
        try expect(fixed[2] == 0);
    }

    test "a scanner" {
        const text: [:0]const u8 = "ab c";
        var index: usize = 0;
        var letters: usize = 0;
        while (true) : (index += 1) {
            switch (text[index]) {
                0 => break,
                'a'...'z' => letters += 1,
                else => {},
            }
        }
        try expect(letters == 3 and index == 4);
    }

    test "another sentinel" {
        var list = [_:-1]i16{ 3, 1, 2 };
        list[0] += 1;
        const p: [*:-1]i16 = &list;
        var sum: i32 = 0;
        var i: usize = 0;
        while (p[i] != -1) : (i += 1) sum += p[i];
        try expect(sum == 7);
        try expect(std.mem.span(p).len == 3);
    }

    test "in print and anytype" {
        const s = "hey";
        var a = [_:0]u8{ 'o', 'k' };
        a[1] = 'h';
        var buf: [32]u8 = undefined;
        const out = try std.fmt.bufPrint(&buf, "{s} {s} {s}", .{ s, a, &a });
        try expect(std.mem.eql(u8, out, "hey oh oh"));
        try expect(std.mem.eql(u8, &a, "oh"));
        try expect(std.mem.indexOfScalar(u8, &a, 'h').? == 1);
        try expect(std.mem.len(@as([*:0]const u8, &a)) == 2);
    }
    `,
  'behind names and fresh memory': `
    const std = @import("std");
    const expect = std.testing.expect;

    fn lengthOf(text: [:0]const u8) usize {
        return std.mem.len(text.ptr);
    }
    const Color = enum { red, green };

    test "names" {
        var color: Color = .red;
        try expect(lengthOf(@tagName(color)) == 3);
        color = .green;
        try expect(lengthOf(@tagName(color)) == 5 and lengthOf(@errorName(error.Oops)) == 4);
    }

    test "fresh memory" {
        const gpa = std.testing.allocator;
        const copy = try gpa.dupeZ(u8, "zed");
        defer gpa.free(copy);
        copy[0] = 'Z';
        try expect(lengthOf(copy) == 3 and std.mem.eql(u8, copy, "Zed"));
        const made = try gpa.allocSentinel(u8, 4, 0);
        defer gpa.free(made);
        @memset(made, 'm');
        try expect(lengthOf(made) == 4);
        const printed = try std.fmt.allocPrintSentinel(gpa, "{d}", .{made.len}, 0);
        defer gpa.free(printed);
        try expect(lengthOf(printed) == 1 and printed[0] == '4');
    }`,
  'known by the type alone': `
    const std = @import("std");
    const expect = std.testing.expect;

    test "slices, arrays and parts" {
        const text: [:0]const u8 = "ab";
        var index: usize = 0;
        while (text[index] != 0) index += 1;
        try expect(index == 2);
        var bytes = [_]u8{ 1, 2, 0, 4 };
        index = 2;
        const part = bytes[0..index :0];
        try expect(part.len == 2 and part[index] == 0);
        part[0] = 7;
        const rest = part[1..index :0];
        try expect(rest.len == 1 and rest[0] == 2);
        const fixed = bytes[1..2 :0];
        try expect(fixed.len == 1);
        const array = [_:5]u16{ 1, 2 };
        var sum: u32 = 0;
        for (array) |item| sum += item;
        try expect(sum == 3 and array.len == 2);
    }`,
  'a part without its sentinel': trap('std.debug.assert(bytes[0..n :0].len == 3);').replace(
    'pub fn',
    'const std = @import("std");\npub fn',
  ),
  'a fixed part without its sentinel': trap('std.debug.assert(bytes[1..3 :0][0] == n);').replace(
    'pub fn',
    'const std = @import("std");\npub fn',
  ),
  'a part of a pointer without its sentinel': trap(
    'const p: [*]u8 = &bytes; std.debug.assert(p[0..n :0].len == 3);',
  ).replace('pub fn', 'const std = @import("std");\npub fn'),
  'behind the sentinel': `
    pub fn main() void {
        const text: [:0]const u8 = "ab";
        var n: usize = 3;
        _ = &n;
        if (text[n] == 1) unreachable;
    }`,
});

describe('the memory of a sentinel', () => {
  const rustOf = (zig: string): string => transpileProject(fileWith(zig), {}).files.get('src/lib.rs') ?? '';
  const array = 'export fn first() u8 {\n    var a = [_:0]u8{ 1, 2 };\n    a[0] = 3;\n';

  test('is there where a pointer without a length is made', () => {
    expect(rustOf(`${array}    const p: [*:0]u8 = &a;\n    return p[0];\n}\n`)).toContain('[1u8, 2, 0]');
  });

  test('is not there where nothing can reach it', () => {
    expect(rustOf(`${array}    return a[1];\n}\n`)).toContain('[1u8, 2]');
  });
});
