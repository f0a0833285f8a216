/** Builtins on vectors. */
import * as rust from '../../emit/build.js';
import type { BuiltinTable } from './builtin.js';
import { withArguments } from './arguments.js';

export const vectorBuiltins: BuiltinTable = {
  select: (expr, scope) =>
    withArguments({ ...expr, args: expr.args.filter((arg) => arg.type.kind !== 'type') }, scope, (...args) =>
      rust.method(args[0] as never, 'select', args.slice(1)),
    ),
};
