//! Pointers that no reference can be: aliases that are written through, links back, the parent of a field.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

const Node = struct {
    value: u32,
    previous: ?*Node = null,
    next: ?*Node = null,
};

const List = struct {
    first: ?*Node = null,
    last: ?*Node = null,

    fn append(self: *List, node: *Node) void {
        node.previous = self.last;
        if (self.last) |last| last.next = node else self.first = node;
        self.last = node;
    }

    fn remove(self: *List, node: *Node) void {
        if (node.previous) |previous| previous.next = node.next else self.first = node.next;
        if (node.next) |next| next.previous = node.previous else self.last = node.previous;
    }

    fn sum(self: *const List) u32 {
        var total: u32 = 0;
        var it = self.first;
        while (it) |node| : (it = node.next) total += node.value;
        return total;
    }
};

const Timer = struct { ticks: u32 };
const Job = struct {
    id: u32,
    timer: Timer,

    fn fromTimer(timer: *Timer) *Job {
        return @fieldParentPtr("timer", timer);
    }
};

test "links" {
    var a: Node = .{ .value = 1 };
    var b: Node = .{ .value = 2 };
    var c: Node = .{ .value = 4 };
    var list: List = .{};
    list.append(&a);
    list.append(&b);
    list.append(&c);
    list.remove(&b);
    try expectEqual(@as(u32, 5), list.sum());
    try expectEqual(@as(?*Node, &a), c.previous);
}

test "the parent of a field" {
    var job: Job = .{ .id = 7, .timer = .{ .ticks = 0 } };
    const timer = &job.timer;
    Job.fromTimer(timer).id += 1;
    try expectEqual(@as(u32, 8), job.id);
}
