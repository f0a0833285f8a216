/** Literal suffixes: gone where rustc finds the type without them, there where it does not. */
import { describe, expect, it } from 'vitest';
import { elideLiteralSuffixes } from '../../src/emit/literals.js';
import { printModule } from '../../src/emit/print.js';
import type { Literal, ModuleContent } from '../../src/emit/rust-ast.js';
import { deepMapper, mapExprParts, mapPatternParts } from '../../src/emit/traverse.js';
import { parseModuleText } from '../../src/lower/rules/rust-template/index.js';

/** As lowering gives them: the parser marks suffixes as the author's. */
function lowered(text: string): ModuleContent {
  const parsed = parseModuleText(text);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.offset} in ${text}`);
  const free = <L extends Literal>(literal: L): L =>
    'keepSuffix' in literal ? { ...literal, keepSuffix: undefined } : literal;
  const mapper = deepMapper((inner) => ({
    expr: (expr) => {
      const mapped = mapExprParts(expr, inner);
      return mapped.kind === 'literal' ? { ...mapped, literal: free(mapped.literal) } : mapped;
    },
    pattern: (pattern) => {
      const mapped = mapPatternParts(pattern, inner);
      return mapped.kind === 'literal' ? { ...mapped, literal: free(mapped.literal) } : mapped;
    },
  }));
  return { ...parsed.node, items: parsed.node.items.map(mapper.item) };
}

function elide(text: string): string {
  const content = elideLiteralSuffixes(new Map([['main', lowered(text)]])).get('main');
  if (content === undefined) throw new Error('the module is gone');
  return printModule(content, { edition: '2024' }).text;
}

/** Declarations that the cases use. */
const declarations = `
struct Point { x: i32, y: f64, data: [u8; 4] }
struct Boxed<T> { value: T, count: usize }
enum Shape { Circle(f32), Named { size: u16 } }
const LIMIT: usize = 10;
type Count = u64;
fn take(a: u8, b: Option<i64>) -> u32 { 0u32 }
fn generic<T>(value: T) -> T { value }
impl Point { const ORIGIN: i32 = 0i32; fn scale(&self, by: i32) -> i32 { self.x * by } fn new(x: i32) -> Self { todo!() } }
`;

/** The statement as it comes out of a function with some parameters. */
function statement(source: string): string {
  const head = 'fn f(a: u32, s: &[u16], p: &mut Point, o: Option<u8>, n: usize, c: Count, b: Boxed<u8>) -> i64 {';
  const lines = elide(`${declarations}\n${head}\n${source}\n}`).split('\n');
  const start = lines.findIndex((line) => line.startsWith('fn f('));
  return lines
    .slice(start + 1, -2)
    .map((line) => line.slice(4))
    .join('\n');
}

describe('gone', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['let x: u32 = 5u32;', 'let x: u32 = 5;'],
    ['let x: i8 = -5i8;', 'let x: i8 = -5;'],
    ['let x = if n > 2usize { 1u8 } else { 2u8 };', 'let x: u8 = if n > 2 { 1 } else { 2 };'],
    ['let x = if n > 2usize { 1u8 } else { b.value };', 'let x = if n > 2 { 1 } else { b.value };'],
    [
      "let x = 'l: { if n > 2usize { break 'l 1u8; } 2u8 };",
      "let x: u8 = 'l: {\n    if n > 2 {\n        break 'l 1;\n    }\n    2\n};",
    ],
    ['let x: Cell<u8> = Cell::new(1u8);', 'let x: Cell<u8> = Cell::new(1);'],
    ['let x: Align8<u32> = Align8(4u32);', 'let x: Align8<u32> = Align8(4);'],
    ['let x: Vector<f32, 2> = Vector([0.5f32, 1.5f32]);', 'let x: Vector<f32, 2> = Vector([0.5, 1.5]);'],
    ['let x = [Some(1u8), Some(2u8), None];', 'let x = [Some(1u8), Some(2), None];'],
    ['for _ in 0usize..10usize {}', 'for _ in 0..10 {}'],
    ['for i in range::range(n, 9usize) { _ = i == 1usize; }', 'for i in range::range(n, 9) {\n    _ = i == 1;\n}'],
    ['let mut x: [u8; 2] = [0u8; 2]; x.fill(7u8);', 'let mut x: [u8; 2] = [0; 2];\nx.fill(7);'],
    ['for i in 0usize..10usize {}', 'for i in 0..10usize {}'],
    ['let x: f64 = 1.5f64;', 'let x: f64 = 1.5;'],
    ['let x: u32 = 1u32 + 2u32 * 3u32;', 'let x: u32 = 1 + 2 * 3;'],
    ['let x: [u8; 2] = [1u8, 2u8];', 'let x: [u8; 2] = [1, 2];'],
    ['let x: Option<u8> = Some(3u8);', 'let x: Option<u8> = Some(3);'],
    ['let x: (u8, i16) = (1u8, 2i16);', 'let x: (u8, i16) = (1, 2);'],
    ['let x: Count = 7u64;', 'let x: Count = 7;'],
    ['let x = a + 1u32;', 'let x = a + 1;'],
    ['let x = 1u32 + a;', 'let x = 1 + a;'],
    ['let x = 1u8 + 2u8;', 'let x = 1u8 + 2;'],
    ['let x = [1u8, 2u8, 3u8];', 'let x = [1u8, 2, 3];'],
    ['let x = vec![1u8, 2u8];', 'let x = vec![1u8, 2];'],
    ['a == 5u32;', 'a == 5;'],
    ['a << 3u32;', 'a << 3;'],
    ['s[0usize] + 1u16;', 's[0] + 1;'],
    ['&s[1usize..n];', '&s[1..n];'],
    ['p.x = 3i32;', 'p.x = 3;'],
    ['p.x += 3i32;', 'p.x += 3;'],
    ['p.data[n] -= 1u8;', 'p.data[n] -= 1;'],
    ['b.value + 1u8;', 'b.value + 1;'],
    ['c + 1u64;', 'c + 1;'],
    ['n < LIMIT + 1usize;', 'n < LIMIT + 1;'],
    ['take(1u8, Some(2i64));', 'take(1, Some(2));'],
    ['take(1u8, None) + 2u32;', 'take(1, None) + 2;'],
    ['p.scale(2i32) - 1i32;', 'p.scale(2) - 1;'],
    ['Point::ORIGIN + 1i32;', 'Point::ORIGIN + 1;'],
    [
      'let q = Point { x: 1i32, y: 2.0f64, data: [0u8; 4usize] };',
      'let q = Point {\n    x: 1,\n    y: 2.0,\n    data: [0; 4],\n};',
    ],
    ['let q = Shape::Named { size: 3u16 };', 'let q = Shape::Named { size: 3 };'],
    ['let q = Shape::Circle(1.0f32);', 'let q = Shape::Circle(1.0);'],
    ['a.wrapping_add(1u32).pow(2u32);', 'a.wrapping_add(1).pow(2);'],
    ['a.rotate_left(7u32);', 'a.rotate_left(7);'],
    ['o.unwrap_or(0u8);', 'o.unwrap_or(0);'],
    ['s.get(0usize);', 's.get(0);'],
    ['for i in 0usize..n {}', 'for i in 0..n {}'],
    ['for i in 0usize..n { i + 1usize; }', 'for i in 0..n {\n    i + 1;\n}'],
    ['for i in 0usize..10usize {}', 'for i in 0..10usize {}'],
    ['match a { 0u32 => {} 1u32..=9u32 => {} _ => {} }', 'match a {\n    0 => {}\n    1..=9 => {}\n    _ => {}\n}'],
    ['if let Some(1u8) = o {}', 'if let Some(1) = o {}'],
    ['return 5i64;', 'return 5;'],
    ['if a == 1u32 { return -1i64; }', 'if a == 1 {\n    return -1;\n}'],
    ["let x: u8 = 'l: { break 'l 3u8 };", "let x: u8 = 'l: { break 'l 3 };"],
    ['let x = if a == 0u32 { n } else { 0usize };', 'let x = if a == 0 { n } else { 0 };'],
    ['let x = match a { 0u32 => n, _ => 1usize };', 'let x = match a {\n    0 => n,\n    _ => 1,\n};'],
    ['let x: [u8; 4usize] = todo!();', 'let x: [u8; 4] = todo!();'],
    ['assert_eq!(a, 5u32);', 'assert_eq!(a, 5);'],
    ['let x = u64::from(a) + 1u64;', 'let x = u64::from(a) + 1;'],
    ['let x = (a as u64) * 2u64;', 'let x = a as u64 * 2;'],
    ['std::process::exit(1i32);', 'std::process::exit(1);'],
    ['n.int_cast::<u8, 4u32>();', 'n.int_cast::<u8, 4>();'],
    ['let x = Matrix::<u8, 4usize>::new();', 'let x = Matrix::<u8, 4>::new();'],
    ['let x = s.len() - 1usize;', 'let x = s.len() - 1;'],
  ];
  for (const [source, expected] of cases) {
    it(source, () => {
      expect(statement(source)).toBe(expected);
    });
  }

  it('at the end of a body', () => {
    expect(statement('5i64')).toBe('5');
  });
  it('in constants and discriminants', () => {
    expect(elide('const A: u8 = 1u8;\n\n#[repr(u8)]\nenum E {\n    A = 2u8,\n}\n')).toBe(
      'const A: u8 = 1;\n\n#[repr(u8)]\nenum E {\n    A = 2,\n}\n',
    );
  });
});

describe('kept', () => {
  const cases: readonly string[] = [
    'let x = 5u32;',
    'let x = -5i8;',
    'let x = 1.5f32;',
    'let x = 300u32 as u8;',
    'let x = -1i32 as u32;',
    'let x = 5u32.pow(2);',
    'let x = (-1i32).abs();',
    'let v = Vec::new();\nv.push(5u8);\nv[0] == 5u8;',
    'let x = generic(5u8);',
    'let x = unknown(5u8);',
    'let x = a.into() + 5u64;',
    'let g = |y| y + 1u8;',
    'println!("{}", 5u8);',
    'let x = Some(5u8);',
    'let x = (1u8, 2u16);',
    'let x: Own<u8> = Own(5u8);',
    'let x = 1f32;',
  ];
  for (const source of cases) {
    it(source, () => {
      expect(statement(source)).toBe(source);
    });
  }

  it('where two functions of one name disagree', () => {
    const text = 'mod m {\n    fn g(a: u8) {}\n}\n\nfn g(a: u16) {}\n\nfn f() {\n    g(1u16);\n}\n';
    expect(elide(text)).toBe(text);
  });
  it('where a local variable hides the function', () => {
    const text = 'fn g(a: u8) {}\n\nfn f(g: impl Fn(u16)) {\n    g(1u16);\n}\n';
    expect(elide(text)).toBe(text);
  });
});
