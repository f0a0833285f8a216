import { describe, expect, it } from 'vitest';
import { lineIndex, report } from '../../src/diagnostics.js';
import { loadRules, type RuleFile } from '../../src/lower/rules/load.js';

function load(...texts: readonly string[]) {
  return loadRules(texts.map((text, index): RuleFile => ({ path: `${index}.yaml`, text, origin: 'builtin' })));
}

/** The diagnostics of one file: position, name, message. */
function faults(text: string): readonly string[] {
  const index = lineIndex(text);
  return load(text).diagnostics.map((one) => {
    const { line, column, name, message } = report(one, () => index);
    return `${line}:${column} ${name}: ${message}`;
  });
}

const RULE = '- id: a\n  zig: "std.f(x: u8) u8"\n  rust: $x\n';

describe('rule files', () => {
  it('are lists of rules', () => {
    const { rules, diagnostics } = load(RULE);
    expect(diagnostics).toEqual([]);
    expect(rules.map(({ id, kind }) => [id, kind])).toEqual([['a', 'call']]);
  });

  it('may be empty', () => {
    expect(load('', '# nothing\n', '[]').diagnostics).toEqual([]);
  });

  it('may hold error sets', () => {
    const { errorSets } = load('- id: e\n  errorSet: [B, A]\n  rust: rt::io::E\n');
    expect(errorSets.map((one) => one.names)).toEqual([['A', 'B']]);
  });

  it.each([
    ['that is no YAML', '- id: [a\n', /1:\d+|2:\d+/, 'rule-yaml'],
    ['that is no list', 'id: a\n', '1:1', 'rule-shape'],
    ['with a key that rules do not have', `${RULE}  rsut: $x\n`, '4:3', 'rule-unknown-key'],
    ['with a key for another kind', `${RULE}  owner: true\n`, '4:3', 'rule-misplaced-key'],
    ['without a template', '- id: a\n  zig: "std.f() void"\n', '1:3', 'rule-shape'],
    ['with a bad id', '- id: A b\n  zig: "std.f() void"\n  rust: f()\n', '1:7', 'rule-shape'],
    ['with an id twice', `${RULE}${RULE}`, '4:7', 'rule-duplicate-id'],
    ['with a signature that is no Zig', '- id: a\n  zig: "std.f(x: []) u8"\n  rust: $x\n', '2:20', 'rule-signature'],
    ['with a template that is no Rust', '- id: a\n  zig: "std.f(x: u8) u8"\n  rust: $x +\n', '3:13', 'rule-template'],
    [
      'with a name that nothing binds',
      '- id: a\n  zig: "std.f(x: u8) u8"\n  rust: $x + $y\n',
      '3:9',
      'rule-unbound-name',
    ],
    [
      'that loses an argument',
      '- id: a\n  zig: "std.f(x: u8, y: u8) u8"\n  rust: $x\n',
      '3:9',
      'rule-unused-parameter',
    ],
    ['with modes for other parameters', `${RULE}  params: { y: drop }\n`, '4:13', 'rule-unknown-parameter'],
    ['that borrows from nowhere', `${RULE}  result: { borrows: y }\n`, '4:11', 'rule-unknown-parameter'],
    [
      'with a condition that means nothing',
      '- id: a\n  zig: "std.f(comptime T: type) u8"\n  rust: f()\n  when: { T: a b }\n',
      '4:14',
      'rule-condition',
    ],
    [
      'with a pointer from nowhere',
      '- id: a\n  zig: "std.f(x: []u8) []u8"\n  rust: $x\n',
      '1:3',
      'rule-result-unstated',
    ],
    ['of two kinds', '- id: a\n  zig: ["std.f() u8", "std.T"]\n  rust: f()\n', '2:8', 'rule-contradiction'],
    [
      'that is infallible and fails',
      '- id: a\n  zig: "std.f() !u8"\n  rust: f()\n  infallible: true\n  errors: [A]\n',
      '5:3',
      'rule-contradiction',
    ],
  ])('%s', (_, text, position, name) => {
    const [first] = faults(text);
    expect(first).toMatch(position);
    expect(first).toContain(` ${name}: `);
    if (typeof position === 'string') expect(first?.split(' ')[0]).toBe(position);
  });

  it('with a fault in one rule keep the others', () => {
    expect(load(`- id: b\n  zig: "std.g() u8"\n  rust: "+"\n${RULE}`).rules.map((rule) => rule.id)).toEqual(['a']);
  });

  it('of a project take the place of built-in rules', () => {
    const files: readonly RuleFile[] = [
      { path: 'builtin.yaml', text: RULE, origin: 'builtin' },
      { path: 'own.yaml', text: RULE.replace('rust: $x', 'rust: $x + 1'), origin: 'project' },
    ];
    const { rules, diagnostics } = loadRules(files);
    expect(diagnostics).toEqual([]);
    expect(rules.map((rule) => rule.origin)).toEqual(['project']);
  });
});
