/**
 * `@import("builtin")`: the facts of the target as Zig source, in the shape in which the compiler itself generates them (language
 * reference, "Compile Variables"). The target is x86_64-linux-gnu; the mode is the safe one that ported programs imitate.
 */

import { isAtLeast, showZigVersion, type ZigVersion } from '../syntax/zig-version.js';

const ZIG_0_12: ZigVersion = { major: 0, minor: 12 };
const ZIG_0_14: ZigVersion = { major: 0, minor: 14 };

/** The text of the `builtin` module for a version's library; `isTest`: the program's tests are its roots. */
export function builtinModuleText(isTest: boolean, version: ZigVersion): string {
  const has = (text: string, since: ZigVersion) => (isAtLeast(version, since) ? text : '');
  return `const std = @import("std");
pub const zig_version = std.SemanticVersion.parse(zig_version_string) catch unreachable;
pub const zig_version_string = "${showZigVersion(version)}.0";
pub const zig_backend = std.builtin.CompilerBackend.stage2_llvm;
pub const output_mode: std.builtin.OutputMode = .Exe;
pub const link_mode: std.builtin.LinkMode = .${isAtLeast(version, ZIG_0_12) ? 'static' : 'Static'};${has('\npub const unwind_tables: std.builtin.UnwindTables = .@"async";', ZIG_0_14)}
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
        .glibc = .{ .major = 2, .minor = 31, .patch = 0 },${has('\n        .android = 29,', ZIG_0_14)}
    } },
};
pub const target: std.Target = .{ .cpu = cpu, .os = os, .abi = abi, .ofmt = object_format${has(', .dynamic_linker = std.Target.DynamicLinker.init("/lib64/ld-linux-x86-64.so.2")', ZIG_0_12)} };
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
