//! Control flow at comptime: loops, labels, switches, errors, defer, recursion and inline code.
const std = @import("std");

const nested_break = outer: {
    for (0..10) |a| {
        for (0..10) |b| {
            if (a * b == 42) break :outer a * 10 + b;
        }
    }
    break :outer 0;
};
const labelled_continue = blk: {
    var count = 0;
    outer: for (0..5) |a| {
        for (0..5) |b| {
            if (b > a) continue :outer;
            count += 1;
        }
    }
    break :blk count;
};
const loop_else = for ([_]u8{ 1, 3, 5 }) |n| {
    if (n % 2 == 0) break n;
} else 100;
const while_value = blk: {
    var n: u32 = 27;
    var steps: u32 = 0;
    @setEvalBranchQuota(2000);
    while (n != 1) : (steps += 1) n = if (n % 2 == 0) n / 2 else 3 * n + 1;
    break :blk steps;
};
const while_optional = blk: {
    var left: ?u8 = 5;
    var total = 0;
    while (left) |n| {
        total += n;
        left = if (n > 1) n - 1 else null;
    }
    break :blk total;
};
const while_error = blk: {
    const Source = struct {
        var next: u8 = 0;
    };
    _ = Source;
    var n: u8 = 0;
    var total: u32 = 0;
    while (limited(n)) |value| : (n += 1) total += value else |err| break :blk .{ total, @errorName(err) };
};
fn limited(n: u8) error{TooLarge}!u32 {
    return if (n < 5) n * n else error.TooLarge;
}
const several = blk: {
    var total: u32 = 0;
    for ("abc", [_]u32{ 1, 10, 100 }, 0..) |c, weight, i| total += (c - 'a' + 1) * weight * @as(u32, @intCast(i + 1));
    break :blk total;
};
const switched_range = switch (@as(u8, 77)) {
    0...9 => "digit",
    'A'...'Z' => "letter",
    else => "other",
};
const switched_type = switch (@TypeOf(1.5)) {
    comptime_int => 1,
    comptime_float => 2,
    else => 3,
};
const switched_string = blk: {
    const E = enum { add, sub, halt };
    var accumulator: i32 = 0;
    var pc: usize = 0;
    const program = [_]struct { E, i32 }{ .{ .add, 5 }, .{ .sub, 2 }, .{ .add, 40 }, .{ .halt, 0 }, .{ .add, 1 } };
    while (true) : (pc += 1) switch (program[pc][0]) {
        .add => accumulator += program[pc][1],
        .sub => accumulator -= program[pc][1],
        .halt => break :blk accumulator,
    };
};
const machine = state: switch (@as(enum { start, middle, end }, .start)) {
    .start => continue :state .middle,
    .middle => continue :state .end,
    .end => "done",
};
const several_items = switch (@as(u16, 12)) {
    1, 3, 5 => 1,
    2, 12, 22 => |n| n * 2,
    else => 0,
};
const union_payload = switch (@as(union(enum) { a: u8, b: u8, c: bool }, .{ .b = 4 })) {
    .a, .b => |n| n + 1,
    .c => 0,
};
const order_of_defers = blk: {
    var text: []const u8 = "";
    {
        defer text = text ++ "3";
        defer {
            text = text ++ "2";
        }
        text = text ++ "1";
    }
    break :blk text;
};
fn cleaning(fail: bool, log: *[]const u8) error{Failed}!u8 {
    defer log.* = log.* ++ "d";
    errdefer log.* = log.* ++ "e";
    if (fail) return error.Failed;
    return 1;
}
const cleaned = blk: {
    var log: []const u8 = "";
    _ = cleaning(false, &log) catch 0;
    log = log ++ "|";
    _ = cleaning(true, &log) catch 0;
    break :blk log;
};
const caught = (limited(9) catch 77) + (limited(3) catch 0);
const tried = blk: {
    const Chain = struct {
        fn inner(n: u8) !u32 {
            return (try limited(n)) + 1;
        }
        fn outer(n: u8) !u32 {
            const first = try inner(n);
            return first * try inner(n + 1);
        }
    };
    break :blk .{ Chain.outer(2), Chain.outer(4) };
};
const or_else = blk: {
    const a: ?u8 = null;
    const b: ?u8 = 3;
    break :blk (a orelse b orelse 9) * 10 + (a orelse 4);
};
const short_circuit = blk: {
    const text: []const u8 = "";
    break :blk text.len > 0 and text[0] == 'x' or text.len == 0;
};
fn ackermann(m: u32, n: u32) u32 {
    if (m == 0) return n + 1;
    if (n == 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}
const ackermann_2_3 = ackermann(2, 3);
fn hanoi(n: u8, moves: *u32) void {
    if (n == 0) return;
    hanoi(n - 1, moves);
    moves.* += 1;
    hanoi(n - 1, moves);
}
const hanoi_8 = blk: {
    @setEvalBranchQuota(5000);
    var moves: u32 = 0;
    hanoi(8, &moves);
    break :blk moves;
};
fn isEven(n: u32) bool {
    return n == 0 or isOdd(n - 1);
}
fn isOdd(n: u32) bool {
    return n != 0 and isEven(n - 1);
}
const mutual = isEven(101);
const permutations = blk: {
    @setEvalBranchQuota(10000);
    var count: u32 = 0;
    var items = [_]u8{ 1, 2, 3, 4 };
    permute(&items, 0, &count);
    break :blk count;
};
fn permute(items: []u8, from: usize, count: *u32) void {
    if (from == items.len) {
        if (items[0] < items[3]) count.* += 1;
        return;
    }
    for (from..items.len) |i| {
        std.mem.swap(u8, &items[from], &items[i]);
        permute(items, from + 1, count);
        std.mem.swap(u8, &items[from], &items[i]);
    }
}
const queens = blk: {
    @setEvalBranchQuota(100000);
    var columns: [5]u8 = undefined;
    break :blk place(&columns, 0);
};
fn place(columns: *[5]u8, row: u8) u32 {
    if (row == 5) return 1;
    var solutions: u32 = 0;
    next: for (0..5) |column| {
        for (columns[0..row], 0..) |other, y| {
            const distance = row - y;
            if (other == column or other + distance == column or other == column + distance) continue :next;
        }
        columns[row] = column;
        solutions += place(columns, row + 1);
    }
    return solutions;
}
const unrolled = blk: {
    var total: u64 = 0;
    for (.{ u8, u16, u32 }) |T| total += std.math.maxInt(T);
    break :blk total;
};
const unrolled_fields = blk: {
    const value = .{ .a = 1, .b = 22, .c = 333 };
    var total = 0;
    for (@typeInfo(@TypeOf(value)).@"struct".fields) |field| total += @field(value, field.name) * field.name.len;
    break :blk total;
};
const unrolled_while = blk: {
    var i = 0;
    var text: []const u8 = "";
    while (i < 3) : (i += 1) text = text ++ std.fmt.comptimePrint("{d},", .{i});
    break :blk text;
};
const memoised = blk: {
    @setEvalBranchQuota(100000);
    break :blk partitions(20, 20);
};
fn partitions(n: i32, largest: i32) u64 {
    if (n == 0) return 1;
    if (n < 0 or largest == 0) return 0;
    return partitions(n - largest, largest) + partitions(n, largest - 1);
}
const function_values = blk: {
    const operations = [_]struct { []const u8, *const fn (i32, i32) i32 }{
        .{ "add", &add },
        .{ "mul", &mul },
    };
    var result: i32 = 3;
    for (operations) |operation| result = operation[1](result, operation[0].len);
    break :blk result;
};
fn add(a: i32, b: i32) i32 {
    return a + b;
}
fn mul(a: i32, b: i32) i32 {
    return a * b;
}
fn apply(comptime f: anytype, args: anytype) @TypeOf(@call(.auto, f, args)) {
    return @call(.auto, f, args);
}
const applied = apply(add, .{ 40, 2 });
fn Fold(comptime T: type) type {
    return fn (T, T) T;
}
fn fold(comptime T: type, comptime f: Fold(T), items: []const T, start: T) T {
    var result = start;
    for (items) |item| result = f(result, item);
    return result;
}
const folded = fold(i32, mul, &.{ 2, 3, 7 }, 1);
const in_comptime = inComptime();
fn inComptime() bool {
    return @inComptime();
}
const result_of_void = blk: {
    const nothing = {};
    break :blk @TypeOf(nothing) == void;
};
const game_of_life = blk: {
    @setEvalBranchQuota(20000);
    var cells: [6][6]bool = @splat(@splat(false));
    for ([_][2]u8{ .{ 1, 2 }, .{ 2, 3 }, .{ 3, 1 }, .{ 3, 2 }, .{ 3, 3 } }) |at| cells[at[0]][at[1]] = true;
    for (0..2) |_| {
        var next = cells;
        for (0..6) |y| for (0..6) |x| {
            var neighbours = 0;
            for (0..3) |dy| for (0..3) |dx| {
                if (dx == 1 and dy == 1) continue;
                if (cells[(y + dy + 5) % 6][(x + dx + 5) % 6]) neighbours += 1;
            };
            next[y][x] = neighbours == 3 or (cells[y][x] and neighbours == 2);
        };
        cells = next;
    }
    var text: [6]u6 = @splat(0);
    for (cells, &text) |row, *bits| for (row) |cell| {
        bits.* = bits.* << 1 | @intFromBool(cell);
    };
    break :blk text;
};
const brainfuck = blk: {
    @setEvalBranchQuota(100000);
    const program = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.";
    var tape: [10]u8 = @splat(0);
    var out: []const u8 = "";
    var head: usize = 0;
    var pc: usize = 0;
    while (pc < program.len) : (pc += 1) switch (program[pc]) {
        '>' => head += 1,
        '<' => head -= 1,
        '+' => tape[head] +%= 1,
        '-' => tape[head] -%= 1,
        '.' => out = out ++ [_]u8{tape[head]},
        '[' => if (tape[head] == 0) {
            var level = 1;
            while (level > 0) {
                pc += 1;
                if (program[pc] == '[') level += 1;
                if (program[pc] == ']') level -= 1;
            }
        },
        ']' => if (tape[head] != 0) {
            var level = 1;
            while (level > 0) {
                pc -= 1;
                if (program[pc] == ']') level += 1;
                if (program[pc] == '[') level -= 1;
            }
        },
        else => {},
    };
    break :blk out;
};
