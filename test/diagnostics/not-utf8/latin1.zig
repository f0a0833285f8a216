// café
pub const n = 1;
