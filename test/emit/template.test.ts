/** Rust templates: what parses, where errors are, what substitution gives. */
import { describe, expect, it } from 'vitest';
import * as rust from '../../src/emit/build.js';
import { printBlock, printExpr, printPattern, printType } from '../../src/emit/print.js';
import type { Expr } from '../../src/emit/rust-ast.js';
import {
  type Binding,
  metavariables,
  type ParseResult,
  parseExprTemplate,
  parseItemTemplate,
  parsePatternTemplate,
  parseStatementsTemplate,
  parseTypeTemplate,
  SubstitutionError,
  substituteBlock,
  substituteExpr,
  substitutePattern,
  substituteType,
} from '../../src/lower/rules/rust-template/index.js';

function parsed<N>(result: ParseResult<N>): N {
  if (!result.ok) throw new Error(`${result.message} at ${result.offset}`);
  return result.node;
}

describe('templates that come back as they are', () => {
  it.each([
    '$a == $b',
    '$self.push($item)',
    'assert_eq!($actual, $expected)',
    '$self.iter().position(|&byte| byte == $needle)',
    'Vec::<$T>::with_capacity($n as usize)',
    'core::mem::size_of::<$T>()',
    '$f($args...)',
    '&mut $a[$start..$end]',
    '*$p.cast::<u8>()',
    'unsafe { &*$p }',
    '$a?.$field',
    '$a.$method($b)',
    '$T::try_from($x).unwrap()',
    '<$T as Default>::default()',
    '|left, right| $less(left, right)',
    'if $c { $a } else { $b }',
    '($a, $b)',
    '[$a; 4]',
    '[$items...]',
    '$a.wrapping_add($b) as $T',
    '$Point { x: $x, ..$rest }',
    '-$a',
    '!$a',
    "b'\\n'",
    'b"bytes\\x01"',
    'c"text"',
    '0xffu8',
    '1.5e3',
    'format!("{:?} {name} {{}}", $a, name = $b)',
    'matches!($x, Some(1..=9))',
    '$a..=$b',
    'return Err($e)',
    'const { $x }',
  ])('%s', (source) => {
    expect(printExpr(parsed(parseExprTemplate(source)))).toBe(source);
  });

  it.each([
    'Vec<$T>',
    'Option<&mut [$T]>',
    '&$T',
    '*const $T',
    '[$T; 4]',
    'HashMap<$K, Vec<$V>>',
    'Box<dyn Fn($A) -> $B + Send>',
    "&'a str",
    'unsafe extern "C" fn($T, u8) -> $R',
    '($Ts...)',
    'impl Iterator<Item = $T>',
    '!',
    '()',
  ])('type %s', (source) => {
    expect(printType(parsed(parseTypeTemplate(source)))).toBe(source);
  });

  it.each([
    'Some($p)',
    '$a..=$b',
    'Point { x, y: $p, .. }',
    '[first, .., last]',
    'ref mut x',
    'n @ 1..=9',
    '&(a, b)',
    '-1 | None',
  ])('pattern %s', (source) => {
    expect(printPattern(parsed(parsePatternTemplate(source)))).toBe(source);
  });

  it('match with arms', () => {
    const source = 'match $x { Some(v) => v, None => return }';
    expect(printExpr(parsed(parseExprTemplate(source)))).toBe('match $x {\n    Some(v) => v,\n    None => return,\n}');
  });

  it('statements', () => {
    const block = parsed(parseStatementsTemplate('let a = $x; $body...; a + 1'));
    expect(printBlock(block)).toBe('{\n    let a = $x;\n    $body...;\n    a + 1\n}');
  });

  it('items', () => {
    expect(parsed(parseItemTemplate('pub fn f<T: Clone>(a: &$T) -> $R where T: Copy { $x }')).kind).toBe('fn');
  });
});

describe('errors', () => {
  it.each([
    ['$a ==', 5, 'expected an expression, found the end'],
    ['f(a b)', 4, 'expected `,` or `)`, found `b`'],
    ['a)', 1, 'expected the end, found `)`'],
    ['let', 3, 'expected a pattern, found the end'],
    ['a # b', 2, 'expected the end, found `#`'],
    ['"open', 0, 'unexpected character "\\""'],
    ['x.', 2, 'expected a name, found the end'],
    ['match x { 1 }', 12, 'expected `=>`, found `}`'],
    ['println!("{")', 9, 'unbalanced brace in a format string, found `"{"`'],
    ['', 0, 'expected an expression, found the end'],
  ])('%j', (source, offset, message) => {
    expect(parseExprTemplate(source)).toEqual({ ok: false, offset, message });
  });

  it('in types and patterns', () => {
    expect(parseTypeTemplate('Vec<')).toMatchObject({ ok: false, offset: 4 });
    expect(parsePatternTemplate('Some(')).toMatchObject({ ok: false, offset: 5 });
  });
});

const expr = (source: string): Binding => ({ kind: 'expr', expr: parsed(parseExprTemplate(source)) });
const type = (source: string): Binding => ({ kind: 'type', type: parsed(parseTypeTemplate(source)) });

function substituted(template: string, bindings: Readonly<Record<string, Binding>>): string {
  return printExpr(substituteExpr(parsed(parseExprTemplate(template)), new Map(Object.entries(bindings))));
}

describe('substitution', () => {
  it('leaves precedence to the printer', () => {
    expect(substituted('$a * $b', { a: expr('x + 1'), b: expr('y') })).toBe('(x + 1) * y');
    expect(substituted('$a.len()', { a: expr('*p') })).toBe('(*p).len()');
    expect(substituted('($a as u8) < $b', { a: expr('x'), b: expr('y') })).toBe('(x as u8) < y');
  });

  it('puts lists where they belong', () => {
    const args: Binding = { kind: 'exprs', exprs: [rust.path('x'), rust.int(2)] };
    expect(substituted('$f(0, $args...)', { f: expr('g'), args })).toBe('g(0, x, 2)');
    expect(substituted('vec![$args...]', { args })).toBe('vec![x, 2]');
    expect(substituted('g($args...)', { args: { kind: 'exprs', exprs: [] } })).toBe('g()');
  });

  it('puts types into paths, arguments and values', () => {
    expect(substituted('Vec::<$T>::new()', { T: type('[u8; 4]') })).toBe('Vec::<[u8; 4]>::new()');
    expect(substituted('$T::new()', { T: type('Vec<u8>') })).toBe('Vec::<u8>::new()');
    expect(substituted('$T::default()', { T: type('[u8; 4]') })).toBe('<[u8; 4]>::default()');
    expect(substituted('Matrix::<$N>::new()', { N: expr('4') })).toBe('Matrix::<4>::new()');
    const vector = substituteType(parsed(parseTypeTemplate('Vec<$T>')), new Map([['T', type('u8')]]));
    expect(printType(vector)).toBe('Vec<u8>');
  });

  it('puts names behind dots', () => {
    expect(substituted('$a.$f.$m()', { a: expr('x'), f: { kind: 'name', name: 'field' }, m: expr('method') })).toBe(
      'x.field.method()',
    );
  });

  it('puts patterns, and literals where patterns stand', () => {
    const template = parsed(parsePatternTemplate('Some($p)'));
    const some = (binding: Binding) => printPattern(substitutePattern(template, new Map([['p', binding]])));
    expect(some({ kind: 'pattern', pattern: rust.wildcard })).toBe('Some(_)');
    expect(some(expr('-1'))).toBe('Some(-1)');
  });

  it('puts statements into blocks', () => {
    const template = parsed(parseStatementsTemplate('before(); $body...; after()'));
    const body: Binding = {
      kind: 'statements',
      statements: [rust.exprStmt(rust.path('a')), rust.exprStmt(rust.path('b'))],
    };
    expect(printBlock(substituteBlock(template, new Map([['body', body]])))).toBe(
      '{\n    before();\n    a;\n    b;\n    after()\n}',
    );
  });

  it('renames what the template binds where an argument uses the name', () => {
    expect(substituted('{ let a = $x; a + $y }', { x: expr('1'), y: expr('a') })).toBe(
      '{\n    let a_2 = 1;\n    a_2 + a\n}',
    );
    expect(substituted('$x.map(|v| v + $y)', { x: expr('o'), y: expr('v') })).toBe('o.map(|v_2| v_2 + v)');
    expect(substituted('$x.map(|v| v + $y)', { x: expr('o'), y: expr('w') })).toBe('o.map(|v| v + w)');
    expect(substituted('{ let a = $x; let a_2 = $x; a + a_2 + $y }', { x: expr('1'), y: expr('a') })).toBe(
      '{\n    let a_3 = 1;\n    let a_2 = 1;\n    a_3 + a_2 + a\n}',
    );
  });

  it('refuses what is not bound or bound to the wrong kind', () => {
    expect(() => substituted('$a', {})).toThrow(SubstitutionError);
    expect(() => substituted('$a', { a: { kind: 'pattern', pattern: rust.wildcard } })).toThrow(
      '`$a` is bound to pattern, not to an expression',
    );
  });
});

describe('metavariables', () => {
  it('are found with their number, wherever they stand', () => {
    const node: Expr = parsed(parseExprTemplate('{ let $p = $a; $T::f::<$U>($a, $args...).$m() }'));
    expect(metavariables({ kind: 'expr', node })).toEqual([
      { name: 'p', variadic: false, count: 1 },
      { name: 'a', variadic: false, count: 2 },
      { name: 'T', variadic: false, count: 1 },
      { name: 'U', variadic: false, count: 1 },
      { name: 'args', variadic: true, count: 1 },
      { name: 'm', variadic: false, count: 1 },
    ]);
  });
});
