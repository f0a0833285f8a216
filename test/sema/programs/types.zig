//! Types as values: reflection, types made from values, generic types, tuples, enums and unions.
const std = @import("std");

const Color = enum(u8) { red = 3, green, blue = 10 };
const Shape = union(enum) { circle: f32, rectangle: struct { width: u32, height: u32 }, nothing };
const Point = struct { x: i32 = 1, y: i32 = -1 };
const Header = packed struct(u16) { version: u4, flag: bool, length: u11 };
const Wire = extern struct { tag: u8, size: u32, rest: [3]u16 };
const Errors = error{ First, Second } || error{Third};

const int_info = @typeInfo(i37).int.bits;
const signedness = @typeInfo(u5).int.signedness == .unsigned;
const pointer_info = @typeInfo([:0]const u8).pointer.size;
const is_const = @typeInfo(*const volatile u32).pointer.is_volatile;
const array_info = @typeInfo([7:9]u8).array.sentinel().?;
const field_names = blk: {
    var names: []const u8 = "";
    for (@typeInfo(Shape).@"union".fields) |field| names = names ++ field.name ++ ";";
    break :blk names;
};
const enum_values = blk: {
    var total = 0;
    for (@typeInfo(Color).@"enum".fields) |field| total += field.value;
    break :blk total;
};
const error_count = @typeInfo(Errors).error_set.?.len;
const parameter_count = @typeInfo(@TypeOf(std.mem.eql)).@"fn".params.len;
const return_type = @typeInfo(@TypeOf(area)).@"fn".return_type.? == f32;
const default_y = @typeInfo(Point).@"struct".fields[1].defaultValue().?;
const declarations = @typeInfo(Counter).@"struct".decls.len;
const has_declaration = @hasDecl(Counter, "bump");
const has_field = @hasField(Point, "z");
const field_type = @FieldType(Header, "length") == u11;
const offset = @offsetOf(Wire, "rest");
const bit_offset = @bitOffsetOf(Header, "length");
const size = @sizeOf(Wire);
const alignment = @alignOf(?*u64);
const bit_size = @bitSizeOf(Header);
const optional_size = @sizeOf(?u32);
const type_name = @typeName(Pair(u8, []const u8));
const tag_name = @tagName(Color.green);
const error_name = @errorName(error.Third);
const this_name = @typeName(@This());

const Counter = struct {
    pub const start = 5;
    pub fn bump(n: u32) u32 {
        return n + start;
    }
};
const bumped = @field(Counter, "bump")(2);
const started = @field(Counter, "st" ++ "art");

fn area(shape: Shape) f32 {
    return switch (shape) {
        .circle => |r| r * r * 3,
        .rectangle => |r| @floatFromInt(r.width * r.height),
        .nothing => 0,
    };
}
const areas = area(.{ .circle = 1.5 }) + area(.{ .rectangle = .{ .width = 3, .height = 4 } }) + area(.nothing);
const active = std.meta.activeTag(Shape{ .circle = 1 });
const a_shape: Shape = .{ .rectangle = .{ .width = 8, .height = 9 } };
const an_optional: ?Point = .{ .x = 4 };
const no_optional: ?Point = null;
const a_point = Point{ .y = 7 };
const header: Header = @bitCast(@as(u16, 0b00000000101_1_0011));
const header_bits: u16 = @bitCast(Header{ .version = 9, .flag = true, .length = 1234 });
const updated = blk: {
    var h: Header = .{ .version = 1, .flag = false, .length = 2 };
    h.length += 40;
    const p = &h.flag;
    p.* = true;
    break :blk @as(u16, @bitCast(h));
};
const color_of_int: Color = @enumFromInt(4);
const int_of_color = @intFromEnum(Color.blue);
const color_by_name = std.meta.stringToEnum(Color, "blue");
const no_color = std.meta.stringToEnum(Color, "pink");
const tag_count = std.meta.fields(Color).len;
const merged_error: Errors = error.Second;
const is_subset = blk: {
    const e: error{ First, Second } = error.First;
    break :blk @as(Errors, e) == error.First;
};

fn Pair(comptime A: type, comptime B: type) type {
    return struct {
        first: A,
        second: B,
        const swapped = Pair(B, A);
        fn flip(self: @This()) Pair(B, A) {
            return .{ .first = self.second, .second = self.first };
        }
    };
}
const pair = Pair(u8, bool){ .first = 7, .second = true };
const flipped = pair.flip();
const same_type = Pair(u8, bool).swapped.swapped == Pair(u8, bool);
fn Stack(comptime T: type, comptime capacity: usize) type {
    return struct {
        items: [capacity]T = undefined,
        len: usize = 0,
        const Self = @This();
        fn push(self: *Self, item: T) error{Full}!void {
            if (self.len == capacity) return error.Full;
            self.items[self.len] = item;
            self.len += 1;
        }
        fn pop(self: *Self) ?T {
            if (self.len == 0) return null;
            self.len -= 1;
            return self.items[self.len];
        }
    };
}
const stacked = blk: {
    var stack: Stack(u8, 3) = .{};
    stack.push(1) catch unreachable;
    stack.push(2) catch unreachable;
    stack.push(3) catch unreachable;
    const full = if (stack.push(4)) |_| false else |e| e == error.Full;
    break :blk .{ full, stack.pop(), stack.pop(), stack.len };
};
const Made = @Struct(.auto, null, &.{ "a", "b" }, &.{ u8, []const u8 }, &.{ .{}, .{} });
const made: Made = .{ .a = 9, .b = "nine" };
const MadeEnum = @Enum(u4, .exhaustive, &.{ "one", "two" }, &.{ 1, 2 });
const made_enum: MadeEnum = .two;
const MadeUnion = @Union(.auto, MadeEnum, &.{ "one", "two" }, &.{ u8, void }, &.{ .{}, .{} });
const made_union: MadeUnion = .{ .one = 200 };
const MadeInt = @Int(.signed, 11);
const made_int = std.math.minInt(MadeInt);
const made_pointer = @Pointer(.one, .{ .@"const" = true }, u16, null) == *const u16;
const made_tuple: @Tuple(&.{ u8, bool }) = .{ 3, true };
const FieldsOf = std.meta.FieldEnum(Point);
const field_enum = @intFromEnum(FieldsOf.y);
const Flags = std.enums.EnumFieldStruct(enum { read, write }, bool, false);
const flags: Flags = .{ .write = true };
fn Reversed(comptime T: type) type {
    const fields = @typeInfo(T).@"struct".fields;
    var names: [fields.len][]const u8 = undefined;
    var types: [fields.len]type = undefined;
    for (fields, 0..) |field, i| {
        names[fields.len - 1 - i] = field.name;
        types[fields.len - 1 - i] = field.type;
    }
    return @Struct(.auto, null, &names, &types, &@splat(.{}));
}
const reversed_name = @typeInfo(Reversed(struct { p: u8, q: bool })).@"struct".fields[0].name;

const tuple = .{ 1, "two", 3.0, .four };
const tuple_length = tuple.len;
const tuple_third = tuple[2];
const tuple_fourth = tuple[3];
const joined_tuple = .{ 1, 2 } ++ .{ 3, "four" };
const repeated_tuple = .{7} ** 3;
const tuple_sum = blk: {
    var total = 0;
    for (.{ 1, 20, 300 }) |part| total += part;
    break :blk total;
};
const tuple_types = blk: {
    var ints = 0;
    for (tuple) |part| {
        if (@typeInfo(@TypeOf(part)) == .comptime_int) ints += 1;
    }
    break :blk ints;
};
const anonymous = .{ .name = "zig", .nested = .{ .depth = 2 } };
const anonymous_depth = anonymous.nested.depth;
const destructured = blk: {
    const a, var b, const c = .{ 1, @as(u8, 2), 3 };
    b += 40;
    break :blk a + b + c;
};
const child = std.meta.Child(?[]u8) == []u8;
const element = std.meta.Elem([]const [4]u8) == [4]u8;
const array_of = std.meta.Sentinel([*]u8, 0) == [*:0]u8;
const equal_structs = std.meta.eql(Point{}, Point{ .x = 1 });
const equal_unions = std.meta.eql(Shape{ .circle = 2 }, Shape{ .circle = 2.5 });
const peer = @TypeOf(@as(u8, 1), @as(u16, 2), 3) == u16;
const peer_optional = @TypeOf(null, @as(u8, 1)) == ?u8;
const peer_string = @TypeOf("abc", "de") == [:0]const u8;
const enum_set = blk: {
    var set: std.EnumSet(Color) = .empty;
    set.insert(.red);
    set.insert(.blue);
    break :blk set.count() * 10 + @intFromBool(set.contains(.green));
};
const enum_array = std.EnumArray(Color, u8).init(.{ .red = 1, .green = 2, .blue = 3 }).get(.green);
const inline_tag = blk: {
    var text: []const u8 = "";
    for ([_]Shape{ .nothing, .{ .circle = 2 } }) |shape| switch (shape) {
        inline else => |payload, tag| text = text ++ @tagName(tag) ++ "/" ++ @typeName(@TypeOf(payload)) ++ " ",
    };
    break :blk text;
};
