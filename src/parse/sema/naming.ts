/**
 * What types are called: the names that `@typeName` gives. A type is called after the constant that it initialises, or after the call that
 * returns it; one that is neither takes the name of what is being analysed, with a number behind it. What is being analysed follows the
 * analysis, not the scopes: it is the function, the declaration or the container whose code runs.
 */
import type { FnInstance } from '../ir/program.js';
import type * as ast from '../syntax/ast.js';
import type { Compilation } from './compilation.js';

/** `mem.eql`, `main.test.a name`: what types declared in the function are called after. */
export function functionName({ container, decl, node }: FnInstance): string {
  const kind = node.kind === 'fnDecl' ? '' : node.decl ? 'decltest.' : node.label ? 'test.' : 'test_0';
  return `${container.name}.${kind}${decl.name}`;
}

/** The name of the function itself: instances of a generic one are told apart by a number. */
export function instanceName(instance: FnInstance): string {
  const isTemplate = instance.params.some((one) => one.type.kind === 'anytype' || (one.isComptime && !one.value));
  const isInstance = instance.params.some((one) => one.isAnytype || one.value !== undefined);
  return `${functionName(instance)}${isInstance && !isTemplate ? `__anon_${instance.id}` : ''}`;
}

/** Runs an analysis whose types without a name of their own are called after `context`. */
export function within<Result>(cx: Compilation, context: string, analyse: () => Result): Result {
  const outer = cx.namingContext;
  cx.namingContext = context;
  try {
    return analyse();
  } finally {
    cx.namingContext = outer;
  }
}

/** The name of a type that has none. */
export function anonymousName(cx: Compilation, keyword: ast.ContainerDecl['keyword']): string {
  return `${cx.namingContext}__${keyword}_${cx.freshId()}`;
}

/** Analyses a call of a builtin that makes a type: the type is then called `name`. */
export function withTypeName<Result>(
  cx: Compilation,
  call: ast.BuiltinCall,
  name: string,
  analyse: () => Result,
): Result {
  const outer = cx.typeNames.get(call);
  cx.typeNames.set(call, name);
  try {
    return analyse();
  } finally {
    if (outer === undefined) cx.typeNames.delete(call);
    else cx.typeNames.set(call, outer);
  }
}
