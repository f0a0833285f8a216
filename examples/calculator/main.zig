//! A calculator for lines of arithmetic: `name = expression` remembers a value, anything else prints one.

const std = @import("std");
const tokenizer = @import("tokenizer.zig");
const parser = @import("parser.zig");

const program = [_][]const u8{
    "1 + 2 * 3",
    "radius = 2.5",
    "2 * pi * radius",
    "area = pi * radius * radius",
    "area / (radius - 2.5)",
    "10 % 4 + -1",
    "3 + * 4",
    "height",
    "1.2.3",
    "7 $ 2",
    "((((1))))",
};

/// The variables that the lines have defined so far.
const Memory = struct {
    variables: [16]parser.Variable = undefined,
    count: usize = 0,

    fn known(self: *const Memory) []const parser.Variable {
        return self.variables[0..self.count];
    }

    fn define(self: *Memory, name: []const u8, value: f64) void {
        for (self.variables[0..self.count]) |*variable| {
            if (std.mem.eql(u8, variable.name, name)) {
                variable.value = value;
                return;
            }
        }
        self.variables[self.count] = .{ .name = name, .value = value };
        self.count += 1;
    }
};

const Assignment = struct {
    name: []const u8,
    expression: []const u8,
    /// Where the expression starts in its line.
    offset: usize,
};

/// Takes `name = expression` apart; null if the line is no assignment.
fn splitAssignment(line: []const u8) ?Assignment {
    var tokens = tokenizer.Tokenizer.init(line);
    const name = tokens.next() catch return null;
    if (name.tag != .name) return null;
    const equal = tokens.next() catch return null;
    if (equal.tag != .equal) return null;
    return .{
        .name = line[name.start..name.end],
        .expression = line[equal.end..],
        .offset = equal.end,
    };
}

fn explain(err: parser.Error) []const u8 {
    return switch (err) {
        error.UnexpectedCharacter => "this character has no meaning",
        error.UnexpectedToken => "did not expect this here",
        error.UnknownName => "nothing has this name",
        error.BadNumber => "this is not a number",
        error.DivisionByZero => "division by zero",
    };
}

fn report(line: []const u8, position: usize, err: parser.Error) void {
    std.debug.print("  {s}\n  ", .{line});
    for (0..position) |_| std.debug.print(" ", .{});
    std.debug.print("^ {s} ({t})\n", .{ explain(err), err });
}

/// Runs one line; returns whether it was free of errors.
fn run(memory: *Memory, line: []const u8) bool {
    const assignment = splitAssignment(line);
    const source = if (assignment) |found| found.expression else line;
    const offset = if (assignment) |found| found.offset else 0;

    var evaluator = parser.Parser.init(source, memory.known());
    const value = evaluator.evaluate() catch |err| {
        report(line, offset + evaluator.position, err);
        return false;
    };
    if (assignment) |found| {
        memory.define(found.name, value);
        std.debug.print("{s} is {d:.4}\n", .{ found.name, value });
    } else {
        std.debug.print("{s} = {d}\n", .{ line, value });
    }
    return true;
}

pub fn main() void {
    var memory: Memory = .{};
    var failures: usize = 0;
    for (program, 1..) |line, number| {
        if (!run(&memory, line)) {
            failures += 1;
            std.debug.print("line {d} failed\n", .{number});
        }
    }
    std.debug.print("{d} of {d} lines failed, {d} variables\n", .{ failures, program.len, memory.count });
    if (failures > 4) std.process.exit(1);
}

test "assignments are taken apart" {
    const found = splitAssignment("a = 1 + 2").?;
    try std.testing.expectEqualStrings("a", found.name);
    try std.testing.expectEqualStrings(" 1 + 2", found.expression);
    try std.testing.expectEqual(@as(?Assignment, null), splitAssignment("1 + 2"));
}

test {
    _ = tokenizer;
    _ = parser;
}
