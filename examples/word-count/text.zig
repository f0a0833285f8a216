//! The text whose words are counted, and how it is cut into words.

pub const sample =
    \\It was the best of times, it was the worst of times, it was the age
    \\of wisdom, it was the age of foolishness, it was the epoch of belief,
    \\it was the epoch of incredulity, it was the season of Light, it was
    \\the season of Darkness, it was the spring of hope, it was the winter
    \\of despair.
;

/// Walks over the words of a text: runs of ASCII letters.
pub const WordIterator = struct {
    text: []const u8,
    index: usize,

    pub fn init(text: []const u8) WordIterator {
        return .{ .text = text, .index = 0 };
    }

    /// The next word, or null behind the last one.
    pub fn next(self: *WordIterator) ?[]const u8 {
        while (self.index < self.text.len and !isLetter(self.text[self.index])) {
            self.index += 1;
        }
        if (self.index == self.text.len) return null;
        const start = self.index;
        while (self.index < self.text.len and isLetter(self.text[self.index])) {
            self.index += 1;
        }
        return self.text[start..self.index];
    }
};

fn isLetter(byte: u8) bool {
    return (byte >= 'a' and byte <= 'z') or (byte >= 'A' and byte <= 'Z');
}

const std = @import("std");

test "words are runs of letters" {
    var words = WordIterator.init("one, two--three ");
    try std.testing.expectEqualStrings("one", words.next().?);
    try std.testing.expectEqualStrings("two", words.next().?);
    try std.testing.expectEqualStrings("three", words.next().?);
    try std.testing.expect(words.next() == null);
}

test "a text without words" {
    var words = WordIterator.init(" .,;");
    try std.testing.expectEqual(@as(?[]const u8, null), words.next());
}
