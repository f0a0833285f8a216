/** The table of trap messages lives where `zig2rust verify` uses it too. */
export { readRustStderr, readZigStderr, trapClass } from '../../src/project/verify/traps.js';
