#![allow(clippy::not_unsafe_ptr_arg_deref)]

mod bindings;

use crate::bindings::JavaScriptCore::{JSContextRef, JSEvaluateScript, JSValueRef};

#[unsafe(no_mangle)]
pub extern "C" fn evaluate_script(ctx: *mut JSContextRef, source: *const u8) -> *mut JSValueRef {
    // SAFETY: a foreign function, called as the Zig code calls it
    unsafe {
        JSEvaluateScript(
            ctx,
            source,
            std::ptr::null(),
            std::ptr::null(),
            0,
            std::ptr::null_mut(),
        )
    }
}
