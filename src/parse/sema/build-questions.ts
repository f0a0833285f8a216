/**
 * Conditions that ask how the program is built: `builtin.is_test`, `builtin.mode == .Debug`, and what is made of them. Their value is that of
 * the build which is analysed, but a Rust crate is built in both ways: the question stays, where the code for the other answer can be
 * analysed, too.
 */

import type { Compare, Expr } from '../ir/ir.js';
import type { Env } from './env.js';
import type { Operand } from './operand.js';
import { DeclRecord, type FnRecord } from './records.js';
import { speculate } from './speculate.js';

const FACTS: ReadonlySet<string> = new Set(['is_test', 'mode']);

/** Whether the answer depends on the build. */
export function asksBuild(expr: Expr | undefined): boolean {
  if (!mentionsBuild(expr)) return false;
  const [first, ...others] = BUILDS.map((build) => answerIn(expr, build));
  return first === undefined || others.some((answer) => answer !== first);
}

/** A way to build a Rust crate. */
interface Build {
  readonly isDebug: boolean;
  readonly isTest: boolean;
}

const BUILDS: readonly Build[] = [true, false].flatMap((isDebug) =>
  [true, false].map((isTest) => ({ isDebug, isTest })),
);

/** What a condition is in a build; undefined where it asks for something else. */
function answerIn(expr: Expr | undefined, build: Build): boolean | undefined {
  switch (expr?.kind) {
    case 'load': {
      if (builtinFact(expr) === 'is_test') return build.isTest;
      const decl = expr.place.kind === 'global' ? expr.place.decl : undefined;
      const isNamed = decl instanceof DeclRecord && decl.kind === 'const' && decl.initOperand?.ir !== undefined;
      return isNamed ? answerIn(decl.initOperand?.ir, build) : knownAnswer(expr);
    }
    case 'compare':
      return modeAnswer(expr, build) ?? knownAnswer(expr);
    case 'logical': {
      const [left, right] = [answerIn(expr.left, build), answerIn(expr.right, build)];
      const decides = expr.operator === 'or';
      if (left === decides || right === decides) return decides;
      return left === undefined || right === undefined ? undefined : !decides;
    }
    case 'not': {
      const answer = answerIn(expr.operand, build);
      return answer === undefined ? undefined : !answer;
    }
    default:
      return knownAnswer(expr);
  }
}

function knownAnswer(expr: Expr | undefined): boolean | undefined {
  return expr?.value?.kind === 'bool' ? expr.value.bool : undefined;
}

/** `builtin.mode == .Debug`: Rust's two profiles are Zig's two safe modes. */
function modeAnswer({ operator, left, right }: Compare, { isDebug }: Build): boolean | undefined {
  const [fact, other] = builtinFact(left) === 'mode' ? [left, right] : [right, left];
  if (builtinFact(fact) !== 'mode' || other.value?.kind !== 'enum' || fact.type.kind !== 'enum') return undefined;
  const { int } = other.value;
  const mode = fact.type.fields?.find((field) => field.value === BigInt(int))?.name;
  const isMode = mode === (isDebug ? 'Debug' : 'ReleaseSafe');
  return operator === '==' ? isMode : !isMode;
}

/** The name of the fact of `@import("builtin")` that is read. */
export function builtinFact(expr: Expr): string | undefined {
  if (expr.kind !== 'load' || expr.place.kind !== 'global') return undefined;
  const { decl } = expr.place;
  return decl.container.file.origin === 'builtin' ? decl.name : undefined;
}

function mentionsBuild(expr: Expr | undefined): boolean {
  switch (expr?.kind) {
    case 'load': {
      if (expr.place.kind !== 'global') return false;
      const { decl } = expr.place;
      if (decl.container.file.origin === 'builtin') return FACTS.has(decl.name);
      return decl instanceof DeclRecord && decl.kind === 'const' && mentionsBuild(decl.initOperand?.ir);
    }
    case 'compare':
    case 'logical':
      return mentionsBuild(expr.left) || mentionsBuild(expr.right);
    case 'not':
      return mentionsBuild(expr.operand);
    default:
      return false;
  }
}

/** Whether the code is the project's own, and runs: what decides at comptime is decided for the build that is analysed. */
export function keepsBuildQuestions(env: Env): boolean {
  return env.mode === 'runtime' && env.file.origin === 'user' && !env.isTypeOf;
}

/** What the analysis gives of code that the build at hand does not have; undefined where there is a fault in it. */
export function ofOtherBuild(env: Env, analyse: () => Operand): Operand | undefined {
  const restore = remembered(env);
  const tried = speculate(env.cx, analyse);
  restore();
  return tried === undefined ? undefined : analyse();
}

/** Remembers what analysis adds to the blocks and the function around it. */
function remembered({ scope, frame }: Env): () => void {
  const instance = frame?.instance as FnRecord | undefined;
  const [failure, failures] = [instance?.failure, instance?.failures.length ?? 0];
  const results: (readonly [unknown[], number])[] = [];
  for (let at = scope; at !== undefined; at = at.parent)
    if (at.kind === 'label') results.push([at.target.results, at.target.results.length]);
  const errors = frame?.errors;
  const before = errors && { names: [...errors.names], sources: [...errors.sources], isAny: errors.isAny };
  return () => {
    for (const [list, length] of results) list.length = length;
    if (instance !== undefined) {
      instance.failure = failure;
      instance.failures.length = failures;
    }
    if (errors === undefined || before === undefined) return;
    errors.names.clear();
    errors.sources.clear();
    for (const name of before.names) errors.names.add(name);
    for (const source of before.sources) errors.sources.add(source);
    errors.isAny = before.isAny;
  };
}
