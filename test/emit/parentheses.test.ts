/** Parentheses: what is printed parses to the tree it was printed from, and nothing has more of them than it needs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as rust from '../../src/emit/build.js';
import { printExpr, printModule } from '../../src/emit/print.js';
import type { BinaryOperator, Expr, Statement } from '../../src/emit/rust-ast.js';
import { parseExprTemplate, parseModuleText } from '../../src/lower/rules/rust-template/index.js';
import { rustfmt, whyNoRustfmt } from './rustfmt.js';

function parse(text: string): Expr {
  const result = parseExprTemplate(text);
  if (!result.ok) throw new Error(`${result.message} at ${result.offset} in ${text}`);
  return result.node;
}

describe('needed and no others', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['(a + b) * c', '(a + b) * c'],
    ['(a * b) + c', 'a * b + c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a as usize) < b', '(a as usize) < b'],
    ['(a as usize) <= b', 'a as usize <= b'],
    ['(a + b as u8) << c', '(a + b as u8) << c'],
    ['-(a.b())', '-a.b()'],
    ['(-a).b()', '(-a).b()'],
    ['(-1i32).abs()', '(-1i32).abs()'],
    ['-(-a)', '-(-a)'],
    ['!(!a)', '!!a'],
    ['(*a).b', '(*a).b'],
    ['*(a.b)', '*a.b'],
    ['&(a[0])', '&a[0]'],
    ['(&a)[0]', '(&a)[0]'],
    ['(&mut *a) as *mut u8', '&mut *a as *mut u8'],
    ['(self.f)(x)', '(self.f)(x)'],
    ['(a == b) == c', '(a == b) == c'],
    ['(a..b).rev()', '(a..b).rev()'],
    ['(a + 1)..(b)', 'a + 1..b'],
    ['a || (b && c)', 'a || b && c'],
    ['(a || b) && c', '(a || b) && c'],
    ['(|x| x + 1)(2)', '(|x| x + 1)(2)'],
    ['(a = b).c', '(a = b).c'],
    ['(return 1) + 2', '(return 1) + 2'],
    ['a + (return)', 'a + (return)'],
    ['&|x| x', '&|x| x'],
    ['(if a { b } else { c }).d()', 'if a { b } else { c }.d()'],
    ['(unsafe { a }) + 1', 'unsafe { a } + 1'],
    ['if (S { x }) == y {}', 'if (S { x }) == y {}'],
    ['if a == (S { x }).y {}', 'if a == (S { x }).y {}'],
    ['if f(S { x }) {}', 'if f(S { x }) {}'],
    ['match (S { x }) {}', 'match (S { x }) {}'],
    ['if let Some(x) = (a || b) {}', 'if let Some(x) = (a || b) {}'],
    ['if let Some(x) = a && b {}', 'if let Some(x) = a\n    && b\n{}'],
    ['(a?).b?', 'a?.b?'],
    ['(a as T)?', '(a as T)?'],
  ];
  for (const [source, expected] of cases) {
    it(source, () => {
      expect(printExpr(parse(source))).toBe(expected);
    });
  }
});

describe('at the start of statements', () => {
  const cases: readonly (readonly [Expr, string])[] = [
    [rust.binary('+', rust.match(rust.path('x'), []), rust.int(1)), '(match x {}) + 1;'],
    [rust.method(rust.match(rust.path('x'), []), 'f'), 'match x {}.f();'],
    [rust.call(rust.unsafeBlock(undefined, rust.path('f')), []), '(unsafe { f })();'],
    [rust.assign(rust.deref(rust.blockExpr(rust.block([], rust.path('p')))), rust.int(1)), '*{ p } = 1;'],
    [rust.binary('+', rust.method(rust.match(rust.path('x'), []), 'f'), rust.int(1)), 'match x {}.f() + 1;'],
    [rust.unary('-', rust.call(rust.blockExpr(rust.block([], rust.path('f'))), [])), '-({ f })();'],
  ];
  for (const [expr, expected] of cases) {
    it(expected, () => {
      const item = rust.fn('f', [], undefined, rust.block([rust.exprStmt(expr)]));
      const { text } = printModule({ items: [item] }, { edition: '2024' });
      expect(text).toBe(`fn f() {\n    ${expected}\n}\n`);
      const parsed = parseModuleText(text);
      expect(parsed.ok && printModule(parsed.node, { edition: '2024' }).text).toBe(text);
    });
  }
});

const operators: readonly BinaryOperator[] = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
];

/** Random expressions in which every part has a meaning of its own. */
const { expr: anyExpr } = fc.letrec<{ expr: Expr }>((tie) => {
  const expr = tie('expr');
  const leaf = fc.oneof(
    fc.constantFrom(rust.path('a'), rust.path('b'), rust.path('m', 'c'), rust.unit, rust.bool(true), rust.str('text')),
    fc.nat(300).map((value) => rust.int(value, 'u32')),
  );
  return {
    expr: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'expr' },
      leaf,
      fc
        .tuple(fc.constantFrom(...operators), expr, expr)
        .map(([operator, left, right]) => rust.binary(operator, left, right)),
      fc
        .tuple(fc.constantFrom('-' as const, '!' as const), expr)
        .map(([operator, operand]) => rust.unary(operator, operand)),
      expr.map(rust.deref),
      expr.map(rust.refTo),
      expr.map(rust.rawRefMut),
      expr.map(rust.tryOp),
      expr.map((operand) => rust.cast(operand, rust.typePath('T'))),
      expr.map((operand) => rust.field(operand, 'f')),
      expr.map((operand) => rust.tupleField(operand, 0)),
      fc.tuple(expr, expr).map(([operand, index]) => rust.index(operand, index)),
      fc.tuple(expr, fc.array(expr, { maxLength: 2 })).map(([callee, args]) => rust.call(callee, args)),
      fc.tuple(expr, fc.array(expr, { maxLength: 2 })).map(([receiver, args]) => rust.method(receiver, 'm', args)),
      fc
        .tuple(fc.option(expr, { nil: undefined }), fc.option(expr, { nil: undefined }))
        .map(([start, end]) => rust.range(start, end)),
      fc.tuple(expr, expr).map(([target, value]) => rust.assign(target, value)),
      expr.map((value) => rust.return_(value)),
      expr.map((value) => rust.breakWith(value, 'l')),
      expr.map((body) => rust.closure(['a'], body)),
      fc
        .tuple(expr, expr, expr)
        .map(([test, then, other]) => rust.ifElse(test, rust.block([], then), rust.block([], other))),
      fc.tuple(expr, expr).map(([scrutinee, body]) => rust.match(scrutinee, [rust.arm(rust.wildcard, body)])),
      fc.tuple(expr, expr).map(([scrutinee, then]) => rust.ifLet(rust.bind('z'), scrutinee, rust.block([], then))),
      expr.map((value) => rust.structLit('S', [['x', value]])),
      fc.tuple(expr, expr).map(([first, tail]) => rust.blockExpr(rust.block([rust.exprStmt(first)], tail))),
      expr.map((value) => rust.unsafeBlock(undefined, value)),
      fc.array(expr, { maxLength: 3 }).map(rust.arrayLit),
    ),
  };
});

/** The tree without what printing may change: written parentheses, absent properties, braces around one expression. */
function meaning(expr: Expr): unknown {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as Record<string, unknown>;
    if (node.kind === 'paren') return visit(node.operand);
    const jump = endingInJump(node);
    if (jump !== undefined) return visit(jump);
    const inner = loneExpression(node);
    if (inner !== undefined) return visit(inner);
    const kept = Object.entries(node).filter(([key, part]) => part !== undefined && !ignored.has(key));
    return Object.fromEntries(kept.map(([key, part]) => [key, visit(part)]));
  };
  return visit(expr);
}
const ignored: ReadonlySet<string> = new Set(['keepSuffix', 'spelling', 'semicolon', 'reason']);

/** A jump at the end of a block is printed with a semicolon. */
function endingInJump(node: Record<string, unknown>): unknown {
  const { tail, statements } = node as { readonly tail?: Expr; readonly statements?: readonly unknown[] };
  if (statements === undefined || (tail?.kind !== 'return' && tail?.kind !== 'break')) return undefined;
  return { ...node, statements: [...statements, { kind: 'expr', expr: tail }], tail: undefined };
}

/** `{ x }` means `x` for arms and closures, where the printer adds and removes braces as rustfmt does. */
function loneExpression(node: Record<string, unknown>): unknown {
  if (node.kind !== 'block' || node.label !== undefined || node.const === true) return undefined;
  const { statements, tail } = (node.block ?? {}) as {
    readonly statements?: readonly Statement[];
    readonly tail?: Expr;
  };
  if (statements?.length === 0) return tail;
  const [only, second] = statements ?? [];
  const isJump = only?.kind === 'expr' && (only.expr.kind === 'return' || only.expr.kind === 'break');
  return tail === undefined && second === undefined && isJump ? only.expr : undefined;
}

describe('random expressions', () => {
  it('parse back to what they were printed from', () => {
    fc.assert(
      fc.property(anyExpr, (expr) => {
        const item = rust.fn('f', [], undefined, rust.block([rust.let_('x', expr), rust.exprStmt(expr, true)], expr));
        const { text } = printModule({ items: [item] }, { edition: '2024' });
        const parsed = parseModuleText(text);
        if (!parsed.ok) throw new Error(`${parsed.message}: ${text}`);
        const [found] = parsed.node.items;
        const body = found?.kind === 'fn' ? found.body : undefined;
        const [first] = body?.statements ?? [];
        expect(first?.kind === 'let' && first.value && meaning(first.value)).toEqual(meaning(expr));
        if (body?.tail !== undefined) expect(meaning(body.tail)).toEqual(meaning(expr));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it.skipIf(whyNoRustfmt())('are fixed points of rustfmt', () => {
    const exprs = fc.sample(anyExpr, { numRuns: 150, seed: 2 });
    const items = exprs.map((expr, index) => rust.fn(`f${index}`, [], undefined, rust.block([rust.let_('x', expr)])));
    const { text } = printModule({ items }, { edition: '2024' });
    expect(rustfmt(text, '2024')).toBe(text);
  });
});
