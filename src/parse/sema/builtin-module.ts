/**
 * `@import("builtin")`: the facts of the target as Zig source, in the shape in which the compiler itself generates them (language
 * reference, "Compile Variables"). The target is x86_64-linux-gnu; the mode is the safe one that ported programs imitate.
 */

/** The text of the `builtin` module; `isTest`: the program's tests are its roots. */
export function builtinModuleText(isTest: boolean): string {
  return `const std = @import("std");
pub const zig_version = std.SemanticVersion.parse(zig_version_string) catch unreachable;
pub const zig_version_string = "0.16.0";
pub const zig_backend = std.builtin.CompilerBackend.stage2_llvm;
pub const output_mode: std.builtin.OutputMode = .Exe;
pub const link_mode: std.builtin.LinkMode = .static;
pub const unwind_tables: std.builtin.UnwindTables = .async;
pub const is_test = ${isTest};
pub const single_threaded = false;
pub const abi: std.Target.Abi = .gnu;
pub const cpu: std.Target.Cpu = .{
    .arch = .x86_64,
    .model = &std.Target.x86.cpu.x86_64,
    .features = std.Target.x86.featureSet(&.{ .@"64bit", .cmov, .cx8, .fxsr, .mmx, .sse, .sse2, .x87 }),
};
pub const os: std.Target.Os = .{
    .tag = .linux,
    .version_range = .{ .linux = .{
        .range = .{ .min = .{ .major = 5, .minor = 10, .patch = 0 }, .max = .{ .major = 6, .minor = 19, .patch = 0 } },
        .glibc = .{ .major = 2, .minor = 31, .patch = 0 },
        .android = 29,
    } },
};
pub const target: std.Target = .{ .cpu = cpu, .os = os, .abi = abi, .ofmt = object_format, .dynamic_linker = .init("/lib64/ld-linux-x86-64.so.2") };
pub const object_format: std.Target.ObjectFormat = .elf;
pub const mode: std.builtin.OptimizeMode = .Debug;
pub const link_libc = true;
pub const link_libcpp = false;
pub const have_error_return_tracing = true;
pub const valgrind_support = false;
pub const sanitize_thread = false;
pub const fuzz = false;
pub const position_independent_code = true;
pub const position_independent_executable = false;
pub const strip_debug_info = false;
pub const code_model: std.builtin.CodeModel = .default;
pub const omit_frame_pointer = false;
`;
}
