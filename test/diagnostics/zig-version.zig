const a = @import("builtin");
usingnamespace a;

pub fn main() void {
    const frame = async f();
    await frame;
    for ("ab") |byte, index| {
        _ = byte;
        _ = index;
    }
    asm volatile ("nop" ::: "memory", "cc");
}

fn f() void {
    suspend;
}
