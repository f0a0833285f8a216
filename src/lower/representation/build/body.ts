/** Builds the graph of one function. */
import type { FnInstance } from '../../../parse/ir/program.js';
import type { MirBody, Variable } from '../mir.js';
import { createContext, type Whole } from './context.js';
import { inScope } from './control.js';
import { quietly } from './statements.js';

/** The borrow checker's view of a function that has a body; undefined for one that has none. */
export function buildBody(whole: Whole, instance: FnInstance): MirBody | undefined {
  const body = whole.bodyOf(instance);
  if (body === undefined) return undefined;
  const context = createContext(whole, instance);
  const params = instance.params.map((param): Variable | undefined => {
    if (param.local === undefined) return undefined;
    const variable = context.local(param.local);
    context.ends(variable);
    return variable;
  });
  const build = (): void => {
    inScope(context, body);
    context.leaveScopes(0, body.node);
  };
  if (whole.isGoneFunction(instance)) quietly(context, build);
  else build();
  return context.finish(params);
}
