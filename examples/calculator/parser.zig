//! Evaluates expressions while parsing them: one function for each level of precedence.

const std = @import("std");
const tokenizer = @import("tokenizer.zig");

const Tag = tokenizer.Tag;
const Token = tokenizer.Token;
const Tokenizer = tokenizer.Tokenizer;

pub const Error = error{ UnexpectedCharacter, UnexpectedToken, UnknownName, BadNumber, DivisionByZero };

/// A name that expressions can use.
pub const Variable = struct {
    name: []const u8,
    value: f64,
};

const constants = [_]Variable{
    .{ .name = "pi", .value = 3.141592653589793 },
    .{ .name = "e", .value = 2.718281828459045 },
};

pub const Parser = struct {
    tokens: Tokenizer,
    current: Token,
    variables: []const Variable,
    /// Where the last error was found.
    position: usize = 0,

    pub fn init(source: []const u8, variables: []const Variable) Parser {
        return .{
            .tokens = Tokenizer.init(source),
            .current = .{ .tag = .end, .start = 0, .end = 0 },
            .variables = variables,
        };
    }

    /// The value of the whole text.
    pub fn evaluate(self: *Parser) Error!f64 {
        try self.advance();
        const value = try self.sum();
        if (self.current.tag != .end) return self.unexpected();
        return value;
    }

    fn advance(self: *Parser) Error!void {
        self.current = self.tokens.next() catch |err| {
            self.position = self.tokens.index;
            return err;
        };
    }

    fn unexpected(self: *Parser) Error {
        self.position = self.current.start;
        return error.UnexpectedToken;
    }

    fn text(self: *const Parser, token: Token) []const u8 {
        return self.tokens.source[token.start..token.end];
    }

    fn sum(self: *Parser) Error!f64 {
        var value = try self.product();
        while (true) {
            switch (self.current.tag) {
                .plus => {
                    try self.advance();
                    value += try self.product();
                },
                .minus => {
                    try self.advance();
                    value -= try self.product();
                },
                else => return value,
            }
        }
    }

    fn product(self: *Parser) Error!f64 {
        var value = try self.unary();
        while (true) {
            const operator = self.current;
            switch (operator.tag) {
                .star => {
                    try self.advance();
                    value *= try self.unary();
                },
                .slash, .percent => {
                    try self.advance();
                    const divisor = try self.unary();
                    if (divisor == 0) {
                        self.position = operator.start;
                        return error.DivisionByZero;
                    }
                    value = if (operator.tag == .slash) value / divisor else @rem(value, divisor);
                },
                else => return value,
            }
        }
    }

    fn unary(self: *Parser) Error!f64 {
        if (self.current.tag == .minus) {
            try self.advance();
            return -(try self.unary());
        }
        return self.primary();
    }

    fn primary(self: *Parser) Error!f64 {
        const token = self.current;
        switch (token.tag) {
            .number => {
                try self.advance();
                return parseNumber(self.text(token)) orelse {
                    self.position = token.start;
                    return error.BadNumber;
                };
            },
            .name => {
                try self.advance();
                return self.lookUp(self.text(token)) orelse {
                    self.position = token.start;
                    return error.UnknownName;
                };
            },
            .left_paren => {
                try self.advance();
                const value = try self.sum();
                if (self.current.tag != .right_paren) return self.unexpected();
                try self.advance();
                return value;
            },
            else => return self.unexpected(),
        }
    }

    fn lookUp(self: *const Parser, name: []const u8) ?f64 {
        for (self.variables) |variable| {
            if (std.mem.eql(u8, variable.name, name)) return variable.value;
        }
        for (constants) |constant| {
            if (std.mem.eql(u8, constant.name, name)) return constant.value;
        }
        return null;
    }
};

/// Digits with at most one point; null for anything else.
fn parseNumber(digits: []const u8) ?f64 {
    var value: f64 = 0;
    var scale: f64 = 1;
    var seen_point = false;
    for (digits) |digit| {
        if (digit == '.') {
            if (seen_point) return null;
            seen_point = true;
            continue;
        }
        value = value * 10 + @as(f64, @floatFromInt(digit - '0'));
        if (seen_point) scale *= 10;
    }
    if (digits.len == 1 and seen_point) return null;
    return value / scale;
}

fn evaluateText(source: []const u8) Error!f64 {
    var parser = Parser.init(source, &.{.{ .name = "x", .value = 10 }});
    return parser.evaluate();
}

test "precedence and parentheses" {
    try std.testing.expectEqual(@as(f64, 7), try evaluateText("1 + 2 * 3"));
    try std.testing.expectEqual(@as(f64, 9), try evaluateText("(1 + 2) * 3"));
}

test "names" {
    try std.testing.expectEqual(@as(f64, 25), try evaluateText("x * 2.5"));
    try std.testing.expect((try evaluateText("pi")) > 3.14);
}

test "errors say where" {
    var parser = Parser.init("1 + ", &.{});
    try std.testing.expectError(error.UnexpectedToken, parser.evaluate());
    try std.testing.expectEqual(@as(usize, 4), parser.position);
    try std.testing.expectError(error.DivisionByZero, evaluateText("1 / (2 - 2)"));
    try std.testing.expectError(error.UnknownName, evaluateText("1 + y"));
    try std.testing.expectError(error.BadNumber, evaluateText("1.2.3"));
    try std.testing.expectError(error.UnexpectedCharacter, evaluateText("2 # 3"));
}
