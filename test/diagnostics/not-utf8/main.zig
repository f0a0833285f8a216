const latin = @import("latin1.zig");
