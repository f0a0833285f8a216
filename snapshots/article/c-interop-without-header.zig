const c = @cImport(@cInclude("Absent.h"));

pub fn evaluateScript(ctx: *c.JSContextRef, source: [*]const u8) callconv(.C) ?*c.JSValueRef {
    // Explicit, but zero safety guarantees around pointer lifetimes
    return c.JSEvaluateScript(ctx, source, null, null, 0, null);
}
