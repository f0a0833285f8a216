/** Branches, loops, labelled blocks and switches do the same in both languages, in Rust without warnings. */
import { describeSameBehaviour } from '../support/differential.js';

const std = 'const std = @import("std");\nconst expect = std.testing.expect;\n';

describeSameBehaviour('branches and blocks', {
  'if as a value, else if, early return': `${std}
    fn sign(n: i32) i8 {
        if (n < 0) return -1;
        return if (n == 0) 0 else 1;
    }
    fn grade(n: u8) u8 {
        if (n > 90) {
            return 'a';
        } else if (n > 50) {
            return 'b';
        } else {
            return 'c';
        }
    }
    test "branches" {
        try expect(sign(-4) == -1 and sign(0) == 0 and sign(9) == 1);
        try expect(grade(91) == 'a' and grade(60) == 'b' and grade(3) == 'c');
    }`,
  'a block of a known value still does what it does': `${std}
    fn effects() !i32 {
        var m: i32 = 0;
        _ = first: {
            m += 1;
            break :first @as(?f64, 10.0);
        } != second: {
            try expect(m == 1);
            break :second @as(f64, 5.0);
        };
        if (blk: { m += 1; break :blk true; }) try expect(m == 2);
        switch (blk: { m += 1; break :blk @as(u8, 3); }) {
            3 => try expect(m == 3),
            else => unreachable,
        }
        const left = (blk: { m += 1; break :blk @as(?u8, 4); }) orelse 9;
        const right = (blk: { m += 1; break :blk @as(?u8, 4); }).?;
        try expect(left == right and m == 5);
        const failure = (blk: { m += 1; break :blk @as(error{Bad}!u8, error.Bad); }) catch @as(u8, 8);
        const success = try (blk: { m += 1; break :blk @as(error{Bad}!u8, 8); });
        try expect(failure == success and m == 7);
        const both = (blk: { m += 1; break :blk true; }) and m == 8;
        try expect(both);
        return m;
    }
    test "effects" {
        try expect(try effects() == 8);
    }`,
  'pointers of C decide branches': `${std}
    fn first(pointer: [*c]const i32) i32 {
        return if (pointer) |there| there.* else -1;
    }
    fn steps(start: [*c]const Node) usize {
        var count: usize = 0;
        var at = start;
        while (at) |node| : (at = node.*.next) count += 1;
        return count;
    }
    const Node = extern struct { next: [*c]const Node };
    test "pointers" {
        const n: i32 = 7;
        try expect(first(&n) == 7 and first(null) == -1);
        const last: Node = .{ .next = null };
        const head: Node = .{ .next = &last };
        try expect(steps(&head) == 2 and steps(null) == 0);
    }`,
  'a comptime number behind work that is done': `${std}
    var log: [4]u8 = undefined;
    var logged: usize = 0;
    fn note(byte: u8) void {
        log[logged] = byte;
        logged += 1;
    }
    fn parse(text: []const u8) error{Empty}!u32 {
        return if (text.len == 0) error.Empty else 3;
    }
    fn parsed(text: []const u8) u32 {
        return parse(text) catch blk: {
            note('e');
            break :blk 7;
        };
    }
    test "numbers" {
        const wide: i64 = blk: {
            note('w');
            break :blk 7;
        };
        const ratio: f32 = blk: {
            note('r');
            break :blk 0.5;
        };
        try expect(parsed("") == 7 and parsed("a") == 3 and wide == 7 and ratio == 0.5);
        try expect(std.mem.eql(u8, log[0..logged], "wre"));
    }`,
  'labelled blocks yield values': `${std}
    fn pick(a: u32, b: u32) u32 {
        const larger = blk: {
            if (a > b) break :blk a;
            break :blk b;
        };
        const doubled = twice: {
            const n = larger * 2;
            break :twice n;
        };
        return doubled + 1;
    }
    test "blocks" {
        try expect(pick(3, 4) == 9);
        try expect(pick(7, 4) == 15);
    }`,
  'logical operators short-circuit': `${std}
    var calls: u32 = 0;
    fn count(result: bool) bool {
        calls += 1;
        return result;
    }
    test "short circuit" {
        try expect(!(count(false) and count(true)));
        try expect(calls == 1);
        try expect(count(true) or count(false));
        try expect(calls == 2);
    }`,
});

describeSameBehaviour('loops', {
  'while with a continue expression that continue must run': `${std}
    fn sumWithout(n: u32, skipped: u32) u32 {
        var sum: u32 = 0;
        var i: u32 = 0;
        while (i < n) : (i += 1) {
            if (i == skipped) continue;
            sum += i;
        }
        return sum + i;
    }
    test "sum" {
        try expect(sumWithout(5, 3) == 12);
    }`,
  'while as an expression with else': `${std}
    fn find(items: []const u8, wanted: u8) ?usize {
        var i: usize = 0;
        return while (i < items.len) : (i += 1) {
            if (items[i] == wanted) break i;
        } else null;
    }
    test "find" {
        try expect(find("hello", 'l').? == 2);
        try expect(find("hello", 'z') == null);
    }`,
  'for over several things, with an index and by pointer': `${std}
    fn add(into: []u32, from: []const u32) void {
        for (into, from, 0..) |*target, value, index| {
            target.* += value * @as(u32, @intCast(index));
        }
    }
    test "add" {
        var numbers = [_]u32{ 1, 2, 3 };
        add(&numbers, &.{ 10, 10, 10 });
        try expect(numbers[0] == 1 and numbers[1] == 12 and numbers[2] == 23);
    }`,
  'for with break, continue of an outer loop, and else': `${std}
    fn firstRepeated(text: []const u8) ?u8 {
        outer: for (text, 0..) |a, i| {
            for (text[0..i]) |b| {
                if (a == b) return a;
                if (b == '!') continue :outer;
            }
        } else {
            return null;
        }
    }
    fn anyAbove(items: []const u32, limit: u32) bool {
        return for (items) |item| {
            if (item > limit) break true;
        } else false;
    }
    test "loops" {
        try expect(firstRepeated("abcb").? == 'b');
        try expect(firstRepeated("abc") == null);
        try expect(anyAbove(&.{ 1, 5 }, 4));
        try expect(!anyAbove(&.{ 1, 5 }, 5));
    }`,
  'an iterator and while with a capture': `${std}
    const Countdown = struct {
        left: u32,
        fn next(self: *Countdown) ?u32 {
            if (self.left == 0) return null;
            self.left -= 1;
            return self.left;
        }
    };
    test "countdown" {
        var it = Countdown{ .left = 3 };
        var sum: u32 = 0;
        while (it.next()) |n| sum = sum * 10 + n;
        try expect(sum == 210);
    }`,
  'inline for over a tuple': `${std}
    test "inline" {
        var sum: u64 = 0;
        inline for (.{ @as(u8, 1), @as(u16, 2), @as(u32, 3) }) |n| sum += n;
        try expect(sum == 6);
    }`,
});

describeSameBehaviour('switch', {
  'integers, ranges, and several items': `${std}
    fn kind(byte: u8) u8 {
        return switch (byte) {
            'a'...'z', 'A'...'Z' => 1,
            '0'...'9' => 2,
            ' ', '\\t' => 3,
            else => 0,
        };
    }
    test "kinds" {
        try expect(kind('q') == 1 and kind('Q') == 1 and kind('7') == 2 and kind(' ') == 3 and kind('#') == 0);
    }`,
  'tagged unions with captures by value and by pointer': `${std}
    const Shape = union(enum) {
        circle: f32,
        square: struct { side: f32 },
        nothing,

        fn area(self: Shape) f32 {
            return switch (self) {
                .circle => |radius| radius * radius * 3,
                .square => |square| square.side * square.side,
                .nothing => 0,
            };
        }
        fn grow(self: *Shape) void {
            switch (self.*) {
                .circle => |*radius| radius.* += 1,
                .square => |*square| square.side += 1,
                .nothing => {},
            }
        }
    };
    test "shapes" {
        var shape = Shape{ .circle = 1 };
        shape.grow();
        try expect(shape.area() == 12);
        shape = .{ .square = .{ .side = 2 } };
        shape.grow();
        try expect(shape.area() == 9);
        shape = .nothing;
        shape.grow();
        try expect(shape.area() == 0);
    }`,
  'a state machine by continue': `${std}
    const State = enum { start, middle, end };
    fn run() u32 {
        var steps: u32 = 0;
        state: switch (State.start) {
            .start => {
                steps += 1;
                continue :state .middle;
            },
            .middle => {
                steps += 10;
                if (steps < 30) continue :state .middle;
                continue :state .end;
            },
            .end => return steps,
        }
    }
    test "machine" {
        try expect(run() == 31);
    }`,
});
