/** Zig text to Rust text, for tests that read the result. */
import { transpile } from '../../src/project/transpile.js';

export interface Ported {
  /** All modules of the crate but the runtime's, one after the other, on one line each where the printer broke lines. */
  readonly rust: string;
  readonly unsafeSites: number;
  readonly markers: number;
}

/** Ports a program, without the std that a test would have to import. */
export function ported(zig: string): Ported {
  const { files, unsafeSites, markers } = transpile(`const std = @import("std");\n${zig}`);
  const own = [...files].filter(([path]) => path.endsWith('.rs') && !path.includes('/rt/') && !path.endsWith('/rt.rs'));
  return {
    rust: own.map(([, text]) => text.replace(/\s+/g, ' ')).join('\n'),
    unsafeSites: unsafeSites.length,
    markers: markers.length,
  };
}
