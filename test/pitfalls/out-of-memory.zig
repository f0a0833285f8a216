const std = @import("std");

const Pool = struct {
    cells: [2]u32 = .{ 0, 0 },
    used: usize = 0,

    fn take(self: *Pool) std.mem.Allocator.Error!*u32 {
        if (self.used == self.cells.len) return error.OutOfMemory;
        self.used += 1;
        return &self.cells[self.used - 1];
    }
};

fn join(gpa: std.mem.Allocator, pool: *Pool, text: []const u8) ![]u8 {
    const cell = try pool.take();
    cell.* += 1;
    return gpa.dupe(u8, text);
}

pub fn main() void {
    var pool: Pool = .{};
    for ([_][]const u8{ "a", "b", "c" }) |text| {
        const copy = join(std.heap.page_allocator, &pool, text) catch |err| {
            std.debug.print("{s}: {s}\n", .{ text, @errorName(err) });
            continue;
        };
        defer std.heap.page_allocator.free(copy);
        std.debug.print("{s}\n", .{copy});
    }
}
