/**
 * A `match` in an arm of another, on what that arm captures: `Err(err) => match err { A => x, B => y }` is `Err(A) => x, Err(B) => y`.
 * That is how Zig's `catch |err| switch (err) { … }` reads in Rust. The captured name may be mentioned where the inner pattern binds nothing.
 */
import * as rust from '../emit/build.js';
import { boundName, localName } from '../emit/local-name.js';
import type { Expr, MatchArm, Pattern, TupleStructPattern } from '../emit/rust-ast.js';
import { deepMapper, mapExprParts, mapPatternParts } from '../emit/traverse.js';
import { isPlainBlock } from './lowered.js';

type Match = Extract<Expr, { kind: 'match' }>;

/** The arms, those that only look into what they capture put in the place of the outer one. */
export function flattenedArms(arms: readonly MatchArm[]): readonly MatchArm[] {
  return arms.flatMap(flattened);
}

function flattened(arm: MatchArm): readonly MatchArm[] {
  const { pattern } = arm;
  const inner = matchIn(arm.body);
  if (inner === undefined || arm.guard !== undefined || pattern.kind !== 'tupleStruct') return [arm];
  const [only, more] = pattern.elements;
  const name = only === undefined || more !== undefined ? undefined : boundName(only);
  if (name === undefined || localName(inner.scrutinee) !== name) return [arm];
  const joined = inner.arms.map((one) => joinedArm(pattern, name, one));
  const [first, ...others] = joined;
  if (first === undefined || others.some((one) => one === undefined)) return [arm];
  const leading = [...(arm.leading ?? []), ...(first.leading ?? [])];
  return [leading.length === 0 ? first : { ...first, leading }, ...(others as readonly MatchArm[])];
}

/** The match that an arm consists of, where no comment would be lost with the block around it. */
function matchIn(body: Expr): Match | undefined {
  if (body.kind === 'match') return body.dangling === undefined && body.leading === undefined ? body : undefined;
  if (!isPlainBlock(body)) return undefined;
  const { statements, tail, dangling } = body.block;
  return statements.length === 0 && dangling === undefined && tail !== undefined ? matchIn(tail) : undefined;
}

function joinedArm(outer: TupleStructPattern, name: string, inner: MatchArm): MatchArm | undefined {
  const around = (element: Pattern): MatchArm => ({ ...inner, pattern: { ...outer, elements: [element] } });
  if (!isMentioned(inner, name)) return around(inner.pattern);
  if (inner.pattern.kind === 'wildcard') return around(rust.bind(name));
  if (bindsAnything(inner.pattern)) return undefined;
  const binding = rust.bind(name);
  return binding.kind === 'binding' ? around({ ...binding, subpattern: inner.pattern }) : undefined;
}

/** Whether an arm's guard or body mentions a name, in an expression or in a macro's format string. */
function isMentioned({ guard, body }: MatchArm, name: string): boolean {
  let found = false;
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (localName(expr) === name) found = true;
      return found ? expr : mapExprParts(expr, self);
    },
  }));
  if (guard !== undefined) mapper.expr(guard);
  mapper.expr(body);
  return found;
}

function bindsAnything(pattern: Pattern): boolean {
  let found = false;
  const mapper = deepMapper((self) => ({
    pattern: (one) => {
      if (one.kind === 'binding') found = true;
      return mapPatternParts(one, self);
    },
  }));
  mapper.pattern(pattern);
  return found;
}
