/** A text with a fault: one fault per place with what was found and expected, and every healthy declaration and statement. */
import { describe, expect, test } from 'vitest';
import type { Node, SourceFile } from '../../src/parse/syntax/ast.js';
import { visit } from '../../src/parse/syntax/children.js';
import { parseSource } from '../../src/parse/syntax/parse.js';
import { lineAndColumn } from '../../src/parse/syntax/positions.js';

interface Expectation {
  readonly zig: string;
  /** `line:column found / expected`. */
  readonly faults: readonly string[];
  /** Names of all declarations that must come out, in containers too. */
  readonly names: readonly string[];
}

function faultsOf(file: SourceFile): readonly string[] {
  return file.faults.map(({ start, found, expected }) => {
    const { line, column } = lineAndColumn(file, start);
    return `${line}:${column} ${found} / ${expected}`;
  });
}

function namesOf(file: SourceFile): readonly string[] {
  const names: string[] = [];
  visit(file.root, (node: Node) => {
    if (node.kind === 'fnProto' || node.kind === 'containerField' || node.kind === 'varDecl')
      names.push(node.name?.text ?? '');
    if (node.kind === 'testDecl') names.push(`test ${node.label?.text}`);
  });
  return names;
}

const CASES: Readonly<Record<string, Expectation>> = {
  'a missing semicolon is noted at the end of its line': {
    zig: 'fn a() void {\n    const x = 1\n    const y = 2;\n}\nfn b() void {}',
    faults: ["2:16 'const' / ';' after the statement"],
    names: ['a', 'x', 'y', 'b'],
  },
  'a statement that is none leaves its neighbours': {
    zig: 'fn a() void {\n    const x = 1;\n    x = = 2;\n    const y = 3;\n}',
    faults: ["3:9 '=' / an expression"],
    names: ['a', 'x', 'y'],
  },
  'a fault inside braces does not end the block': {
    zig: 'fn a() void {\n    f(.{ .x = 1 .y = 2 + });\n    const y = 3;\n}\nconst z = 1;',
    faults: ["2:20 '=' / ',' after the initializer"],
    names: ['a', 'y', 'z'],
  },
  'a missing closing brace is found by indentation': {
    zig: 'fn a() void {\n    if (x) {\n        y();\n}\n\nfn b() void {\n    const v = 1;\n}\n\ntest "c" {}\n',
    faults: ["3:13 '}' / '}'"],
    names: ['a', 'b', 'v', 'test c'],
  },
  'a missing brace of a method leaves the other methods': {
    zig: 'const S = struct {\n    x: u32,\n\n    fn a() void {\n        b();\n\n    pub fn c() void {}\n};\nconst t = 1;\n',
    faults: ["5:13 'pub' / '}'"],
    names: ['S', 'x', 'a', 'c', 't'],
  },
  'a closing brace too many': {
    zig: 'fn a() void {\n    b();\n    }\n}\nfn c() void {}\n',
    faults: ["3:5 '}' / no '}' here (nothing opens it)"],
    names: ['a', 'c'],
  },
  'a missing opening brace of a function': {
    zig: 'fn a() void\n    const x = 1;\n}\nfn c() void {}\n',
    faults: ["1:12 'const' / '{'"],
    names: ['a', 'x', 'c'],
  },
  'a switch prong that is none': {
    zig: 'fn a() void {\n    switch (x) {\n        1 => b(),\n        2 = c(),\n        else => {\n            const y = 1;\n        },\n    }\n}',
    faults: ["4:11 '=' / '=>'"],
    names: ['a', 'y'],
  },
  'a parenthesis that is not closed': {
    zig: 'fn a() void {\n    f(1, 2;\n    const x = 1;\n}\nfn b() void {}',
    faults: ["2:11 ';' / ')'"],
    names: ['a', 'x', 'b'],
  },
  'a string that is not closed': {
    zig: 'const a = "abc;\nconst b = 1;\nfn c() void {\n    const d = "x;\n    const e = 2;\n}',
    faults: [
      "1:11 a string that is not closed / a closing '\"' on its line",
      "4:15 a string that is not closed / a closing '\"' on its line",
    ],
    names: ['a', 'b', 'c', 'd', 'e'],
  },
  'a string that is not closed inside a call': {
    zig: 'fn a() void {\n    print("x {d}, .{x});\n    const b = 1;\n}\nconst c = 2;',
    faults: ["2:11 a string that is not closed / a closing '\"' on its line"],
    names: ['a', 'b', 'c'],
  },
  'a brace too many in the middle of a line': {
    zig: 'fn a() void {\n    if (x) {\n        const y = } 1;\n    }\n}\nconst S = struct {\n    c: u8,\n};\n',
    faults: ["3:19 '}' / no '}' here (nothing opens it)"],
    names: ['a', 'y', 'S', 'c'],
  },
  'an opening brace too many': {
    zig: 'const S = struct {\n    fn a() void {\n        const y = 1 + { 2;\n    }\n\n    /// c\n    fn c() void {}\n};\nconst d = 1;\n',
    faults: ["3:23 '{' / no '{' here (nothing closes it)"],
    names: ['S', 'a', 'y', 'c', 'd'],
  },
  'a missing opening brace of an initializer': {
    zig: 'const a = .\n    .x = 1,\n};\nfn b() void {\n    const c = blk: \n        break :blk 1;\n    };\n}\nconst d = 1;\n',
    faults: ["1:12 '.' / '{'", "5:19 'break' / '{'"],
    names: ['a', 'b', 'c', 'd'],
  },
  'two braces missing in one function': {
    zig: 'fn a() void {\n    if (x) {\n        b();\n    while (y) {\n        c();\n    const d = 1;\n}\nconst e = 2;\n',
    faults: ["3:13 'while' / '}'", "5:13 'const' / '}'"],
    names: ['a', 'd', 'e'],
  },
  'a missing parenthesis of a head': {
    zig: 'fn a(x: u8 void {\n    _ = x;\n}\nfn b y: u8) void {}\nconst c = 1;',
    faults: ["1:12 'void' / ')'", "4:6 'y' / '('"],
    names: ['a', 'b', 'c'],
  },
  'function heads that cannot be read': {
    zig: [
      'fn a(x: u32,, y: u32) void { const v = 1; }',
      'fn b<T>(x: T) void { const v = 2; }',
      'fn c(x: u32) -> void { const v = 3; }',
      'fn d(x: u32) { const v = 4; }',
      'fn e(; x: u32, y: u8) void { const v = 5; }',
      'fn f(x: = 3, y: u32) void { const v = 6; }',
      'fn g() : u32 { const v = 7; }',
      'fn h() void, u32 { const v = 8; }',
      'const i = 9;',
    ].join('\n'),
    faults: [
      "1:13 ',' / a type expression",
      "2:5 '<' / '('",
      "3:14 '->' / a return type",
      "4:14 '{' / a return type",
      "5:6 ';' / a type expression",
      "6:9 '=' / a type expression",
      "7:8 ':' / a return type",
      "8:12 ',' / ';' or a block after the function prototype",
    ],
    names: ['a', 'v', 'b', 'v', 'c', 'v', 'd', 'v', 'e', 'v', 'f', 'v', 'g', 'v', 'h', 'v', 'i'],
  },
  'a comma that is missing between fields': {
    zig: 'a: u8\nb: u16,\nc: u32,\n',
    faults: ["1:6 'b' / ',' after the field"],
    names: ['a', 'b', 'c'],
  },
  'text that is no Zig between declarations': {
    zig: 'const a = 1;\nhello world, this is\nnot Zig at all;\nconst b = 2;\n',
    faults: ["2:7 'world' / ',' after the field"],
    names: ['a', 'b'],
  },
  'a C declaration': {
    zig: 'struct Foo { int x; };\nconst a = 1;\n',
    faults: ["1:8 'Foo' / '{'"],
    names: ['a'],
  },
  'a declaration between fields': {
    zig: 'const S = struct {\n    a: u8,\n    const b = 1;\n    c: u8,\n};',
    faults: ["3:5 'const' / a field (declarations are not allowed between container fields)"],
    names: ['S', 'a', 'b', 'c'],
  },
  'doc comments where none belong': {
    zig: '/// of a test\ntest "t" {\n    /// inside\n    const x = 1;\n}\nconst a = 1; /// behind\nconst b = 2;\n/// at the end\n',
    faults: [
      '1:1 a documentation comment / a plain comment (documentation comments cannot be attached to tests)',
      '3:5 a documentation comment / a declaration, field, parameter or error name after the documentation comment',
      '6:14 a documentation comment / the documentation comment on a line of its own',
      '8:1 a documentation comment / a declaration, field, parameter or error name after the documentation comment',
    ],
    names: ['test t', 'x', 'a', 'b'],
  },
  'two faults in two places are two': {
    zig: 'const a = ;\nconst b = 1;\nconst c = );\nconst d = 2;',
    faults: ["1:11 ';' / an expression", "3:11 ')' / an expression"],
    names: ['a', 'b', 'c', 'd'],
  },
  'a text that ends in the middle': {
    zig: 'const a = 1;\nfn b(x: u32) void {\n    const y = x +',
    faults: ['3:18 end of file / an expression'],
    names: ['a', 'b', 'y'],
  },
};

describe('recovery', () => {
  for (const [title, { zig, faults, names }] of Object.entries(CASES)) {
    test(title, () => {
      const file = parseSource('recovery.zig', zig);
      expect(faultsOf(file)).toEqual(faults);
      expect(namesOf(file)).toEqual(names);
    });
  }
});

test('an empty file has no members and no faults', () => {
  const file = parseSource('empty.zig', '');
  expect([file.root.members, file.faults, file.tokens.length]).toEqual([[], [], 0]);
});

describe('nesting without bound', () => {
  const DEEP = 20_000;
  const texts: Readonly<Record<string, string>> = {
    parentheses: `const a = ${'('.repeat(DEEP)}`,
    blocks: `fn f() void ${'{'.repeat(DEEP)}`,
    'prefix operators': `const a = ${'!'.repeat(DEEP)}x;`,
    'slice types': `const a: ${'[]'.repeat(DEEP)}u8 = 1;`,
    'function types': `const a = ${'fn () '.repeat(DEEP)}void;`,
    structs: `const a = ${'struct { const b = '.repeat(DEEP)}`,
    switches: `const a = ${'switch (x) { else => '.repeat(DEEP)}`,
    'else branches': `fn f() void {${'if (a) b() else '.repeat(DEEP)}c();}`,
  };
  for (const [title, zig] of Object.entries(texts)) {
    test(`${title} are a fault, not a crash`, () => {
      const file = parseSource('deep.zig', zig);
      expect(file.faults.map(({ expected }) => expected)).toContain('constructs nested less deeply');
    });
  }

  test('long chains are no nesting', () => {
    for (const link of [' + b', ' ++ b', '.b', '(b)', '.*']) {
      const file = parseSource('chain.zig', `const a = a${link.repeat(DEEP)};`);
      expect(file.faults).toEqual([]);
      let nodes = 0;
      visit(file.root, () => {
        nodes++;
      });
      expect(nodes).toBeGreaterThan(DEEP);
    }
  });

  test('a thousand branches of one else-if chain are fine', () => {
    const file = parseSource('chain.zig', `fn f() void {${'if (a) {} else '.repeat(1000)}{}}`);
    expect(file.faults).toEqual([]);
  });

  test('a caller that has used up the stack gets a fault too', () => {
    const text = `const a = ${'('.repeat(200)}1${')'.repeat(200)};`;
    expect(parseSource('deep.zig', text).faults).toEqual([]);
    expect(nearTheEndOfTheStack(() => parseSource('deep.zig', text)).faults.length).toBe(1);
  });
});

/** Calls `run` with ever less stack left, until it reports a fault for want of it. */
function nearTheEndOfTheStack(run: () => SourceFile): SourceFile {
  let result: SourceFile | undefined;
  const descend = (): void => {
    try {
      descend();
    } catch {
      // The stack is full here; somewhere on the way back there is room for a beginning, but not for the end.
    }
    if (result === undefined) {
      try {
        const file = run();
        if (file.faults.length > 0) result = file;
      } catch {
        // Not even room to begin.
      }
    }
  };
  descend();
  if (result === undefined) throw new Error('no depth gave a fault');
  return result;
}
