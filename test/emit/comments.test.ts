/** Comments: none is lost, none leaves its statement; origins and unsafe sites are found again by line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as rust from '../../src/emit/build.js';
import { printModule } from '../../src/emit/print.js';
import type { Expr, Item, Statement } from '../../src/emit/rust-ast.js';
import { rustfmt, whyNoRustfmt } from './rustfmt.js';

function print(...statements: readonly Statement[]): string {
  const item = rust.fn('f', [], undefined, rust.block(statements));
  return printModule({ items: [item] }, { edition: '2024' }).text;
}

const commented = (expr: Expr, text: string): Expr => rust.withTrivia(expr, { leading: [{ text }] });

describe('places of comments', () => {
  it('above and behind a statement, with empty lines', () => {
    const first = rust.withTrivia(rust.let_('a', rust.int(1)), {
      leading: [{ text: ' one' }, { text: ' two', blankLineBefore: true }],
      trailing: ' three',
    });
    const second = rust.withTrivia(rust.let_('b', rust.int(2)), {
      leading: [{ text: ' four' }],
      blankLineBefore: true,
      blankLineAfterLeading: true,
    });
    expect(print(first, second)).toBe(
      'fn f() {\n    // one\n\n    // two\n    let a = 1; // three\n\n    // four\n\n    let b = 2;\n}\n',
    );
  });

  it("of an argument on the argument's line", () => {
    const argument = rust.withTrivia(rust.path('a'), { leading: [{ text: ' before' }], trailing: ' behind' });
    expect(print(rust.exprStmt(rust.call(rust.path('g'), [argument, rust.path('b')])))).toBe(
      'fn f() {\n    g(\n        // before\n        a, // behind\n        b,\n    );\n}\n',
    );
  });

  it('of an operand above its statement', () => {
    const sum = rust.binary('+', rust.path('a'), commented(rust.path('b'), ' why b'));
    expect(print(rust.let_('c', sum))).toBe('fn f() {\n    // why b\n    let c = a + b;\n}\n');
  });

  it('of a pattern and of a type above their statement', () => {
    const pattern = rust.withTrivia(rust.bind('a'), { trailing: ' the name' });
    const type = rust.withTrivia(rust.u8Type, { leading: [{ text: ' the type' }] });
    expect(print(rust.let_(pattern, rust.int(1), type))).toBe(
      'fn f() {\n    // the name\n    // the type\n    let a: u8 = 1;\n}\n',
    );
  });

  it('where a statement vanished', () => {
    expect(print(rust.commentStmt(' gone'), rust.exprStmt(rust.path('a')))).toBe('fn f() {\n    // gone\n    a;\n}\n');
  });
});

describe('unsafe blocks', () => {
  it('have their reason above the statement, once', () => {
    const block = (name: string) => rust.unsafeBlock('p is live', rust.deref(rust.path(name)));
    const text = print(rust.let_('a', rust.tuple(block('p'), block('p'))));
    expect(text).toContain('    // SAFETY: p is live\n    let a = ');
    expect(text.match(/SAFETY/g)).toHaveLength(1);
  });

  it('have it above the arm they stand in', () => {
    const arms = [
      rust.arm(
        rust.int(1).kind === 'literal' ? (rust.literalPattern(rust.int(1)) ?? rust.wildcard) : rust.wildcard,
        rust.unsafeBlock('one', rust.path('a')),
      ),
      rust.arm(rust.wildcard, rust.path('b')),
    ];
    expect(print(rust.exprStmt(rust.match(rust.path('x'), arms)))).toContain(
      '        // SAFETY: one\n        1 => unsafe { a },\n',
    );
  });

  it('are listed with line, reason and origin', () => {
    const block: Expr = {
      ...rust.unsafeBlock('p is live', rust.deref(rust.path('p'))),
      origin: { file: 'a.zig', offset: 7 },
    };
    const item = rust.fn('f', [], undefined, rust.block([rust.let_('a', rust.int(1)), rust.let_('b', block)]));
    const { text, unsafeSites } = printModule({ items: [item] }, { edition: '2024' });
    expect(unsafeSites).toEqual([{ line: 4, reason: 'p is live', origin: { file: 'a.zig', offset: 7 } }]);
    expect(text.split('\n')[3]).toContain('unsafe {');
  });
});

describe('the source map', () => {
  it('leads every line of a statement or item back', () => {
    const at = (offset: number) => ({ origin: { file: 'a.zig', offset } });
    const body = rust.block([
      rust.withTrivia(rust.let_('a', rust.int(1)), at(20)),
      rust.withTrivia(rust.exprStmt(rust.path('a')), at(30)),
    ]);
    const item = rust.fn('f', [], undefined, body, at(10));
    const { origins } = printModule({ items: [item] }, { edition: '2024' });
    expect(origins.map((origin) => origin?.offset)).toEqual([10, 20, 30, undefined]);
  });
});

describe('whatever carries a comment', () => {
  /** An expression of each kind that has parts, with a comment on every part. */
  function everywhere(): readonly Item[] {
    let count = 0;
    const part = (name = 'a'): Expr => {
      count += 1;
      return rust.withTrivia(rust.path(name), { leading: [{ text: ` c${count}a` }], trailing: ` c${count}b` });
    };
    const next = (kind: string): string => {
      count += 1;
      return ` ${kind}${count}`;
    };
    const block = () => ({
      statements: [rust.exprStmt(part())],
      tail: part(),
      dangling: [{ text: next('d') }],
    });
    const exprs: readonly Expr[] = [
      rust.binary('+', part(), part()),
      rust.binary('&&', rust.binary('&&', part(), part()), part()),
      rust.assign(part(), part()),
      rust.cast(part(), rust.withTrivia(rust.u8Type, { trailing: next('t') })),
      rust.index(part(), part()),
      rust.call(part(), [part(), part()]),
      { kind: 'call', callee: part(), arguments: [], dangling: [{ text: next('d') }] },
      rust.method(part(), 'm', [part()]),
      rust.tryOp(rust.method(rust.method(part(), 'm'), 'n')),
      rust.range(part(), part()),
      rust.blockExpr(block()),
      rust.unsafeBlock('reason', block()),
      rust.ifElse(part(), block(), block()),
      rust.ifLet(rust.withTrivia(rust.bind('z'), { trailing: next('p') }), part(), block()),
      rust.match(
        part(),
        [rust.withTrivia(rust.arm(rust.wildcard, part(), part()), { leading: [{ text: next('a') }] })],
        [{ text: next('d') }],
      ),
      rust.whileLoop(part(), block()),
      rust.forLoop(rust.bind('i'), part(), block()),
      rust.closure(['a'], part()),
      rust.closure(['a'], rust.blockExpr(block())),
      rust.return_(part()),
      rust.structLit('S', [{ name: 'x', value: part(), leading: [{ text: next('f') }] }, ['y', part()]], part()),
      rust.arrayLit([part(), part()]),
      rust.arrayRepeat(part(), part()),
      rust.tuple(part(), part()),
      rust.refTo(part()),
      rust.macroCall('m', [part(), part()]),
      rust.vecRepeat(part(), part()),
      rust.formatMacro('println', [rust.hole()], [part()]),
    ];
    return [rust.fn('f', [], undefined, rust.block(exprs.map((expr) => rust.exprStmt(expr, true))))];
  }

  it('prints all of them', () => {
    const { text } = printModule({ items: everywhere() }, { edition: '2024' });
    const printed = new Set(Array.from(text.matchAll(/\/\/ (\w+)/g), ([, name]) => name));
    const json = JSON.stringify(everywhere(), (_key, value: unknown) => (typeof value === 'bigint' ? null : value));
    const expected = new Set(Array.from(json.matchAll(/" ([a-z]\d+[ab]?)"/g), ([, name]) => name));
    expect(expected.size).toBeGreaterThan(100);
    expect([...expected].filter((name) => !printed.has(name))).toEqual([]);
  });

  it.skipIf(whyNoRustfmt())('prints them where rustfmt leaves them', () => {
    const { text } = printModule({ items: everywhere() }, { edition: '2024' });
    expect(rustfmt(text, '2024')).toBe(text);
  });

  it('keeps random comments in order within their statement', () => {
    const name = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 5 }), (groups) => {
        const statements = groups.map((group) =>
          rust.withTrivia(rust.exprStmt(rust.path('a')), { leading: group.map((id) => ({ text: ` ${id}` })) }),
        );
        const found = Array.from(print(...statements).matchAll(/\/\/ (\d+)/g), ([, id]) => Number(id));
        expect(found).toEqual(groups.flat());
      }),
    );
  });
});
