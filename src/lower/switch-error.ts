/** `else => |e|` of a switch over errors: the capture's set is what the other prongs have left. */
import * as rust from '../emit/build.js';
import type { Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { ErrorSetType, Type } from '../parse/ir/types.js';
import type { Scope } from './context.js';
import { bindingOf } from './local.js';

function isErrorSet(type: Type): type is ErrorSetType {
  return type.kind === 'errorSet' || type.kind === 'inferredErrorSet' || type.kind === 'anyerror';
}

function narrows(type: Type, capture: ir.Local | undefined, scope: Scope): capture is ir.Local {
  return (
    capture !== undefined &&
    isErrorSet(type) &&
    isErrorSet(capture.type) &&
    !scope.crate.errorSets.isSame(type, capture.type)
  );
}

export const narrowError = {
  /** The pattern of the prong where the capture has a narrower set; undefined where it has not. */
  pattern(_prong: ir.Prong, type: Type, capture: ir.Local | undefined, scope: Scope): Pattern | undefined {
    if (!narrows(type, capture, scope)) return undefined;
    return rust.bind(scope.body.names.of(capture));
  },
  /** The error as one of the narrower set: one arm per error that is left. */
  bind(_prong: ir.Prong, type: Type, capture: ir.Local, scope: Scope): readonly Statement[] | undefined {
    if (!narrows(type, capture, scope) || !isErrorSet(capture.type) || !isErrorSet(type)) return undefined;
    const { errorSets } = scope.crate;
    const set = errorSets.solve(capture.type);
    if (set === 'any') return undefined;
    const target = capture.type;
    const arms = set.names.map((name) =>
      rust.arm(
        rust.pathPattern(...errorSets.variant(type, name, scope)),
        rust.path(...errorSets.variant(target, name, scope)),
      ),
    );
    const rest = rust.arm(rust.wildcard, rust.unreachableMacro);
    return [rust.let_(bindingOf(capture, scope), rust.match(rust.path(scope.body.names.of(capture)), [...arms, rest]))];
  },
};
