//! A header that is not there: its names are taken as they are used.

const c = @cImport(@cInclude("no-such-header.h"));

pub fn open(handle: *c.Handle) callconv(.c) c_int {
    return c.handle_open(handle, 0);
}
