/** Methods that the Rust of a replaced function calls, though the Zig body that calls them is not analysed: `format` of what `{f}` prints. */
import type { Env } from './env.js';
import { functionTemplate } from './function.js';
import { findDecl } from './namespace.js';
import { type Operand, toIr } from './operand.js';
import type { ContainerRecord, FnRecord } from './records.js';

/** Refers to them from the function that is being analysed. A generic one is left to the rule, which refuses the call. */
export function referToRuleMethods(env: Env, callee: FnRecord, args: readonly Operand[]): void {
  for (const { type, name } of env.cx.options.rules?.methodsOf(callee, args.map(toIr)) ?? []) {
    const decl = findDecl(env.cx, type.container as ContainerRecord, name);
    if (decl?.kind !== 'fn') continue;
    const method = functionTemplate(env.cx, decl);
    if (method.isGeneric) continue;
    env.cx.enqueue(method);
    (env.frame?.instance as FnRecord | undefined)?.references.add(method);
  }
}
