const std = @import("std");

const Packed = packed struct { a: u3, b: i5, c: bool, d: u7 };
const Wire = extern struct { tag: u8, size: u32, half: u16 };
const Node = struct { value: u8, next: ?*const Node = null };
var global: u32 = 5;

test "addresses and dereferences" {
    var n: u16 = 1;
    const c: u16 = 2;
    const p = &n;
    //    ^ *u16
    const q = &c;
    //    ^ *const u16
    const pp = &p;
    //    ^ *const *u16
    const value = pp.*.*;
    //    ^ u16
    const g = &global;
    //    ^ *u32
    const optional: ?*u16 = p;
    const unwrapped = optional.?;
    //    ^ *u16
    const volatile_ = @as(*volatile u16, p);
    //    ^ *volatile u16
    const opaque_ = @as(*anyopaque, p);
    //    ^ *anyopaque
    const array_pointer = @as(*[1]u16, p);
    //    ^ *[1]u16
    const address = @intFromPtr(p);
    //    ^ usize
    try std.testing.expect(value == 1 and q.* == 2 and g.* == 5 and unwrapped == p and volatile_.* == 1);
    try std.testing.expect(@intFromPtr(opaque_) == address and array_pointer[0] == 1);
}

test "arrays and slices" {
    var array = [_]u32{ 1, 2, 3, 4, 5 };
    var start: usize = 1;
    _ = &start;
    const known = array[1..3];
    //    ^ *[2]u32
    const open = array[start..];
    //    ^ []u32
    const ranged = array[start..3];
    //    ^ []u32
    const lengthened = array[start..][0..2];
    //    ^ *[2]u32
    const element = &array[start];
    //    ^ *u32
    const slice: []u32 = &array;
    const many = slice.ptr;
    //    ^ [*]u32
    const moved = many + 1;
    //    ^ [*]u32
    const length = slice.len;
    //    ^ usize
    const from_many = many[0..start];
    //    ^ []u32
    const constant: []const u32 = slice;
    const item = &constant[2];
    //    ^ *const u32
    const distance = &array[3] - &array[1];
    //    ^ usize
    const array_value = known.*;
    //    ^ [2]u32
    try std.testing.expect(open.len == 4 and ranged.len == 2 and lengthened.len == 2 and element.* == 2);
    try std.testing.expect(moved[0] == 2 and length == 5 and from_many.len == 1 and item.* == 3 and distance == 2);
    try std.testing.expect(array_value.len == 2);
}

test "sentinels" {
    const text = "hello";
    //    ^ *const [5:0]u8
    const slice: [:0]const u8 = text;
    const whole = slice[0..];
    //    ^ *const [5:0]u8
    const head = slice[0..2];
    //    ^ *const [2]u8
    const tail = slice[2..];
    //    ^ *const [3:0]u8
    const checked = slice[0..5 :0];
    //    ^ *const [5:0]u8
    const many: [*:0]const u8 = text.ptr;
    const span = std.mem.span(many);
    //    ^ [:0]const u8
    const zero = text[5];
    //    ^ u8
    const array = [_:9]u8{ 1, 2 };
    //    ^ [2:9]u8
    const sentinel = array[2];
    //    ^ u8
    const part = array[0..1];
    //    ^ *const [1]u8
    try std.testing.expect(whole.len == 5 and head.len == 2 and tail.len == 3 and checked.len == 5 and span.len == 5);
    try std.testing.expect(zero == 0 and sentinel == 9 and part.len == 1);
}

test "alignment and packed fields" {
    var bytes: [8]u8 align(8) = @splat(0);
    var offset: usize = 2;
    _ = &offset;
    const aligned = &bytes;
    //    ^ *align(8) [8]u8
    const at_zero = &bytes[0];
    //    ^ *align(8) u8
    const at_four = bytes[4..8];
    //    ^ *align(4) [4]u8
    const somewhere = &bytes[offset];
    //    ^ *align(1) u8
    const words: *[2]u32 = @ptrCast(&bytes);
    const word = &words[1];
    //    ^ *u32
    const lowered: *align(1) u32 = word;
    var wire: Wire = .{ .tag = 1, .size = 2, .half = 3 };
    const tag = &wire.tag;
    //    ^ *align(4) u8
    const size = &wire.size;
    //    ^ *u32
    const half = &wire.half;
    //    ^ *align(4) u16
    var bits: Packed = .{ .a = 1, .b = -2, .c = true, .d = 9 };
    const b = bits.b;
    //    ^ i5
    const b_pointer = &bits.b;
    //    ^ *align(2:3:2) i5
    const d_pointer = &bits.d;
    //    ^ *align(2:9:2) u7
    const raw = @as(u16, @bitCast(bits));
    //    ^ u16
    try std.testing.expect(at_zero.* == 0 and at_four.len == 4 and somewhere.* == 0 and lowered.* == 0);
    try std.testing.expect(tag.* == 1 and size.* == 2 and half.* == 3 and b == -2 and b_pointer.* == -2 and d_pointer.* == 9);
    try std.testing.expect(raw != 0 and aligned.len == 8);
}

test "fields, parents and C pointers" {
    var node: Node = .{ .value = 4 };
    const field = &node.value;
    //    ^ *u8
    const parent: *Node = @alignCast(@fieldParentPtr("value", field));
    const next = parent.next;
    //    ^ ?*const pointers.Node
    const through = parent.value;
    //    ^ u8
    const by_name = @field(node, "value");
    //    ^ u8
    const c_pointer: [*c]u8 = field;
    const indexed = c_pointer[0];
    //    ^ u8
    const c_deref = c_pointer.*;
    //    ^ u8
    const is_null = c_pointer == null;
    //    ^ bool
    const from_c = @as(*u8, c_pointer);
    //    ^ *u8
    try std.testing.expect(next == null and through == 4 and by_name == 4 and indexed == 4 and c_deref == 4);
    try std.testing.expect(!is_null and from_c == field);
}

fn increment(n: u8) u8 {
    return n + 1;
}

test "functions" {
    const function = increment;
    const pointer = &increment;
    //    ^ *const fn (u8) u8
    const called = pointer(1);
    //    ^ u8
    const result = function(called);
    //    ^ u8
    const generic = std.mem.eql;
    const inferred = @call(.auto, increment, .{result});
    //    ^ u8
    try std.testing.expect(inferred == 4 and generic(u8, "a", "a"));
}
