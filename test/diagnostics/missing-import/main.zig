const present = @import("present.zig");
const absent = @import("absent.zig");
const unnamed = @import("unnamed");
