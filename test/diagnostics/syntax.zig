fn broken() void {
    const x = ;
}

pub fn whole() u8 {
    return 1;
}
