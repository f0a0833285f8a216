/** Questions about the build: `builtin.is_test` is `cfg!(test)`, `builtin.mode == .Debug` is `cfg!(debug_assertions)`. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { builtinFact } from '../parse/sema/build-questions.js';

/** The Rust of a question about the build; undefined where the expression is none. */
export function buildQuestion(expr: ir.Load | ir.Compare): Expr | undefined {
  return expr.kind === 'load' ? (builtinFact(expr) === 'is_test' ? cfg('test') : undefined) : modeQuestion(expr);
}

/** Rust's two profiles are Zig's two safe modes. */
function modeQuestion({ operator, left, right }: ir.Compare): Expr | undefined {
  const [fact, other] = builtinFact(left) === 'mode' ? [left, right] : [right, left];
  if (builtinFact(fact) !== 'mode' || other.value?.kind !== 'enum' || fact.type.kind !== 'enum') return undefined;
  const { int } = other.value;
  const mode = fact.type.fields?.find((field) => field.value === BigInt(int))?.name;
  const debug = cfg('debug_assertions');
  const answer = mode === 'Debug' ? debug : mode === 'ReleaseSafe' ? rust.not(debug) : rust.bool(false);
  if (operator === '==') return answer;
  return mode === 'ReleaseSafe' ? debug : answer.kind === 'literal' ? rust.bool(true) : rust.not(answer);
}

function cfg(name: string): Expr {
  return rust.macroCall('cfg', [rust.path(name)]);
}
