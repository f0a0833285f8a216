/** The table of trap messages lives where `zig2rust verify` uses it too. */
export { isSameTrap, readRustStderr, readZigStderr, trapClasses } from '../../src/project/verify/traps.js';
