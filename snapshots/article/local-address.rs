#![allow(dead_code)]

fn pointer() -> *const u32 {
    // TODO(port): it could not be analysed
    // {
    //     var local: u32 = 1;
    //     local += 1;
    //     return &local;
    // }
    todo!("port: it could not be analysed");
}

fn slice() -> *const [u8] {
    // TODO(port): it could not be analysed
    // {
    //     var buffer: [4]u8 = undefined;
    //     @memset(&buffer, 'x');
    //     return buffer[0..2];
    // }
    todo!("port: it could not be analysed");
}
