/**
 * Patterns read as expressions. rustfmt knows nothing of `matches!`: it lays out the arguments of a macro as the
 * expressions that they could be, and leaves a call alone in which one of them could not be an expression.
 */
import type {
  BindingPattern,
  Expr,
  FieldPattern,
  FieldValue,
  LiteralPattern,
  Pattern,
  PatternKind,
  RangePattern,
} from './rust-ast.js';

type PatternOf<K extends PatternKind> = Extract<Pattern, { readonly kind: K }>;
type Reader<K extends PatternKind> = (pattern: PatternOf<K>) => Expr | undefined;

/** The expression that is written like the pattern, if there is one. */
export function patternAsExpr(pattern: Pattern): Expr | undefined {
  // The table's entry for a kind takes the pattern of that kind; TypeScript cannot correlate the two.
  const read = readers[pattern.kind] as Reader<PatternKind>;
  return read(pattern);
}

const readers: { readonly [K in PatternKind]: Reader<K> } = {
  wildcard: () => ({ kind: 'underscore' }),
  rest: () => ({ kind: 'range', inclusive: false }),
  binding: bindingAsExpr,
  literal: literalAsExpr,
  path: (pattern) => ({ kind: 'path', path: pattern.path }),
  tupleStruct: (pattern) => {
    const args = all(pattern.elements);
    return args && { kind: 'call', callee: { kind: 'path', path: pattern.path }, arguments: args };
  },
  struct: (pattern) => {
    const fields = pattern.fields.map(fieldAsValue);
    if (!fields.every((field) => field !== undefined)) return undefined;
    return { kind: 'struct', path: pattern.path, fields, rest: pattern.rest };
  },
  tuple: (pattern) => {
    const elements = all(pattern.elements);
    return elements && { kind: 'tuple', elements };
  },
  slice: (pattern) => {
    const elements = all(pattern.elements);
    return elements && { kind: 'array', elements };
  },
  reference: (pattern) => {
    const operand = patternAsExpr(pattern.target);
    if (operand === undefined) return undefined;
    return {
      kind: 'ref',
      mutable: pattern.mutable,
      operand: pattern.target.kind === 'or' ? { kind: 'paren', operand } : operand,
    };
  },
  range: rangeAsExpr,
  or: (pattern) => {
    const operands = all(pattern.alternatives);
    return operands?.reduce((left, right): Expr => ({ kind: 'binary', operator: '|', left, right }));
  },
  macro: (pattern) => ({ kind: 'macro', call: pattern.call }),
  meta: (pattern) => pattern,
};

function bindingAsExpr(pattern: BindingPattern): Expr | undefined {
  const plain = !pattern.byRef && !pattern.mutable && pattern.subpattern === undefined;
  return plain ? { kind: 'path', path: { segments: [{ name: pattern.name }] } } : undefined;
}

function literalAsExpr(pattern: LiteralPattern): Expr {
  const literal: Expr = { kind: 'literal', literal: pattern.literal };
  return pattern.negative ? { kind: 'unary', operator: '-', operand: literal } : literal;
}

function rangeAsExpr(pattern: RangePattern): Expr | undefined {
  const start = pattern.start && patternAsExpr(pattern.start);
  const end = pattern.end && patternAsExpr(pattern.end);
  return { kind: 'range', inclusive: pattern.inclusive, start, end };
}

function fieldAsValue(field: FieldPattern): FieldValue | undefined {
  const value = patternAsExpr(field.pattern);
  return value && { name: field.name, value, leading: field.leading, trailing: field.trailing };
}

function all(patterns: readonly Pattern[]): readonly Expr[] | undefined {
  const exprs = patterns.map(patternAsExpr);
  return exprs.every((expr) => expr !== undefined) ? exprs : undefined;
}
