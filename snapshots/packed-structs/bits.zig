//! Packed structs are one integer, with a getter and a setter for each field.
const std = @import("std");
const expect = std.testing.expect;

const Permissions = packed struct(u8) {
    read: bool = true,
    write: bool = false,
    execute: bool = false,
    owner: u5,

    fn writable(owner: u5) Permissions {
        return .{ .write = true, .owner = owner };
    }
};

const Mode = enum(u2) { off, slow, fast };

const Register = packed struct {
    enabled: bool,
    mode: Mode,
    delta: i5,
    access: Permissions,

    fn enable(self: *Register) void {
        self.enabled = true;
        self.mode = .fast;
    }
};

test "bits" {
    var access = Permissions.writable(9);
    try expect(@as(u8, @bitCast(access)) == 0b01001_011);
    access.execute = true;
    access.owner += 1;
    try expect(access.owner == 10 and access.execute);
    const parsed: Permissions = @bitCast(@as(u8, 0b11111_000));
    try expect(!parsed.read and parsed.owner == 31);
    try expect(access != parsed);

    var register: Register = .{ .enabled = false, .mode = .slow, .delta = -3, .access = access };
    try expect(@bitSizeOf(Register) == 16 and register.delta == -3);
    register.enable();
    register.access.read = false;
    try expect(register.enabled and register.mode == .fast);
    try expect(!register.access.read and register.access.owner == 10);
}
