//! `@compileError` counts only where it is reached.

fn Wanted(comptime T: type) type {
    if (T != u8) @compileError("only bytes");
    return T;
}

pub fn fine(value: Wanted(u8)) u8 {
    return value;
}

pub fn broken() void {
    const value: Wanted(u16) = 1;
    _ = value;
}
