const std = @import("std");

pub fn last(list: *std.ArrayList(u32)) u32 {
    if (list.popOrNull()) |one| return one;
    return list.pop();
}
