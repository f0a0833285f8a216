/**
 * The panic handler of a program: `pub const panic = std.debug.FullPanic(f)` of the root file, or, up to 0.13, `pub fn panic`. Every trap of
 * the program comes to it.
 */
import type { FnInstance } from '../ir/program.js';
import type { Compilation } from './compilation.js';
import { functionTemplate } from './function.js';
import { containerEnv, declValue } from './namespace.js';
import type { ContainerRecord, DeclRecord } from './records.js';

export function ownPanicHandler(cx: Compilation): FnInstance | undefined {
  const decl = cx.root.container.decls.get('panic');
  if (decl === undefined || !decl.isPub) return undefined;
  if (decl.kind === 'fn') return functionTemplate(cx, decl);
  if (decl.value?.kind !== 'type' || !('container' in decl.value.type)) return undefined;
  const { container } = decl.value.type;
  const call = container.file.origin === 'std' ? container.decls.get('call') : undefined;
  if (call?.kind !== 'const') return undefined;
  const env = containerEnv(cx, container as ContainerRecord);
  const value = declValue(env, call as DeclRecord, call.node);
  return value?.kind === 'fn' ? value.instance : undefined;
}
