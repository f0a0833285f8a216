//! A labelled `switch` is a state machine.
const std = @import("std");

const State = enum { start, word, space, done };

fn countWords(text: []const u8) usize {
    var words: usize = 0;
    var i: usize = 0;
    state: switch (State.start) {
        .start => {
            if (i == text.len) continue :state .done;
            continue :state if (text[i] == ' ') .space else .word;
        },
        .word => {
            words += 1;
            while (i < text.len and text[i] != ' ') i += 1;
            continue :state .start;
        },
        .space => {
            i += 1;
            continue :state .start;
        },
        .done => {},
    }
    return words;
}

fn collatz(from: u32) u32 {
    var steps: u32 = 0;
    return next: switch (from) {
        1 => steps,
        else => |n| {
            steps += 1;
            continue :next if (n % 2 == 0) n / 2 else 3 * n + 1;
        },
    };
}

test "state machines" {
    try std.testing.expectEqual(@as(usize, 3), countWords("the  quick fox "));
    try std.testing.expectEqual(@as(u32, 8), collatz(6));
}
