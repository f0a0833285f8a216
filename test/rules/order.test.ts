import { describe, expect, it } from 'vitest';
import * as build from '../../src/emit/build.js';
import type { Expr } from '../../src/emit/rust-ast.js';
import { argumentsToBind } from '../../src/lower/rules/bindings-order.js';
import { parseExprTemplate } from '../../src/lower/rules/rust-template/parse.js';

const EFFECT = build.call(build.path('f'), []);
const PLAIN = build.path('x');

/** Which of `$a`, `$b`, `$c` a template needs in variables; capitals stand for arguments with an effect. */
function bound(template: string, args: string): string {
  const parsed = parseExprTemplate(template);
  if (!parsed.ok) throw new Error(parsed.message);
  const list = [...args].map((name): { name: string; expr: Expr } => {
    const isEffect = name !== name.toLowerCase();
    return { name: name.toLowerCase(), expr: isEffect ? EFFECT : PLAIN };
  });
  return [...argumentsToBind(parsed.node, list)].join('');
}

describe('arguments of templates', () => {
  it.each([
    ['$a == $b', 'AB', ''],
    ['$b == $a', 'AB', 'ab'],
    ['$b == $a', 'ab', ''],
    ['$b == $a', 'aB', 'b'],
    ['$a + $a', 'A', 'a'],
    ['$a + $a', 'a', ''],
    ['$a && $b', 'AB', 'ab'],
    ['$a || $b', 'Ab', ''],
    ['$a.iter().any(|x| x == $b)', 'AB', 'ab'],
    ['$a.iter().any(|x| x == $b)', 'Ab', ''],
    ['if $a { $b } else { $c }', 'Abc', ''],
    ['if $a { $b } else { $c }', 'ABc', 'ab'],
    ['f($a, $b, $c, $c)', 'ABC', 'abc'],
    ['f($a, $b, $b, $c)', 'ABC', 'ab'],
    ['g()', 'A', 'a'],
  ])('%s with %s binds "%s"', (template, args, expected) => {
    expect(bound(template, args)).toBe(expected);
  });
});
