//! Splits the text of an expression into tokens.

const std = @import("std");

pub const Tag = enum { number, name, plus, minus, star, slash, percent, left_paren, right_paren, equal, end };

pub const Token = struct {
    tag: Tag,
    /// Offset of the first byte.
    start: usize,
    /// Offset behind the last byte.
    end: usize,
};

pub const Error = error{UnexpectedCharacter};

/// Walks over a source text from left to right.
pub const Tokenizer = struct {
    source: []const u8,
    index: usize = 0,

    pub fn init(source: []const u8) Tokenizer {
        return .{ .source = source };
    }

    /// The next token; at the end of the text, an `end` token each time.
    pub fn next(self: *Tokenizer) Error!Token {
        self.skipSpaces();
        const start = self.index;
        if (start == self.source.len) return .{ .tag = .end, .start = start, .end = start };

        const byte = self.source[start];
        const tag: Tag = switch (byte) {
            '0'...'9', '.' => {
                self.skipWhile(isNumberPart);
                return .{ .tag = .number, .start = start, .end = self.index };
            },
            'a'...'z', 'A'...'Z', '_' => {
                self.skipWhile(isNamePart);
                return .{ .tag = .name, .start = start, .end = self.index };
            },
            '+' => .plus,
            '-' => .minus,
            '*' => .star,
            '/' => .slash,
            '%' => .percent,
            '(' => .left_paren,
            ')' => .right_paren,
            '=' => .equal,
            else => return error.UnexpectedCharacter,
        };
        self.index += 1;
        return .{ .tag = tag, .start = start, .end = self.index };
    }

    fn skipSpaces(self: *Tokenizer) void {
        while (self.index < self.source.len and self.source[self.index] == ' ') : (self.index += 1) {}
    }

    fn skipWhile(self: *Tokenizer, comptime belongs: fn (byte: u8) bool) void {
        while (self.index < self.source.len and belongs(self.source[self.index])) {
            self.index += 1;
        }
    }
};

fn isNumberPart(byte: u8) bool {
    return std.ascii.isDigit(byte) or byte == '.';
}

fn isNamePart(byte: u8) bool {
    return std.ascii.isAlphanumeric(byte) or byte == '_';
}

test "tokens carry their extent" {
    var tokenizer = Tokenizer.init("12 + x1");
    const number = try tokenizer.next();
    try std.testing.expectEqual(Tag.number, number.tag);
    try std.testing.expectEqual(@as(usize, 2), number.end);
    const plus = try tokenizer.next();
    try std.testing.expectEqual(Tag.plus, plus.tag);
    const name = try tokenizer.next();
    try std.testing.expectEqualStrings("x1", tokenizer.source[name.start..name.end]);
    try std.testing.expectEqual(Tag.end, (try tokenizer.next()).tag);
    try std.testing.expectEqual(Tag.end, (try tokenizer.next()).tag);
}
