const outside = @import("../missing-import/present.zig");
