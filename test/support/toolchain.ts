/**
 * The compilers that tests run: found once, and named when missing. On a developer's machine a test that needs a missing tool
 * is skipped and says so; with `CI=true` the run fails instead, so that no check passes by not being made.
 */
import { TOOLS, type Tool, toolPath } from '../../src/project/toolchain.js';

const inCI = process.env.CI === 'true';

/** True when all tools are there. Otherwise prints what is missing, or throws in CI. */
export function haveTools(...tools: readonly Tool[]): boolean {
  const missing = tools.filter((tool) => toolPath(tool) === undefined);
  if (missing.length === 0) return true;
  const message = `not found: ${missing.join(', ')}`;
  if (inCI) throw new Error(`tests need these tools in CI; ${message}`);
  console.log(`skipped: ${message}`);
  return false;
}

/** One line that says which tools were found where. */
export function describeToolchain(): string {
  const missing = TOOLS.filter((tool) => toolPath(tool) === undefined);
  if (inCI && missing.length > 0) throw new Error(`CI needs all tools; not found: ${missing.join(', ')}`);
  const found = TOOLS.filter((tool) => !missing.includes(tool));
  return `tools: ${found.join(', ')}${missing.length > 0 ? `; missing (their tests are skipped): ${missing.join(', ')}` : ''}`;
}
