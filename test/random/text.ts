/** Text: slices of bytes that are cut, compared, searched, parsed, split, and printed into buffers. */
import { condition, running, value } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { int, someInt, USIZE } from './types.js';

const WORDS = [
  'zig',
  '',
  'a',
  'a,b,,c',
  ' padded  ',
  '12',
  '-7',
  '0x1f',
  'héllo',
  'some longer text',
  'Zig',
  ',,',
] as const;

function word(scope: Scope): string {
  return `"${scope.program.choices.pick(WORDS)}"`;
}

/** A variable with a text that is known only when the program runs. */
function someText(scope: Scope): { readonly name: string; readonly lines: readonly string[] } {
  const { choices } = scope.program;
  const name = fresh(scope.program, 'text');
  switch (choices.below(3)) {
    case 1: {
      const [words, at] = [fresh(scope.program, 'words'), fresh(scope.program, 'at')];
      const all = Array.from({ length: 3 }, () => word(scope)).join(', ');
      return {
        name,
        lines: [
          `const ${words} = [_][]const u8{ ${all} };`,
          `var ${at}: usize = ${choices.below(3)};`,
          `_ = &${at};`,
          `const ${name} = ${words}[${at}];`,
        ],
      };
    }
    case 2: {
      const low = fresh(scope.program, 'low');
      return {
        name,
        lines: [
          `var ${low}: usize = ${choices.below(4)};`,
          `_ = &${low};`,
          `const ${name}: []const u8 = "hello, world"[${low}..${choices.between(4, 12)}];`,
        ],
      };
    }
    default:
      return {
        name,
        lines: [`const ${name}: []const u8 = if (${condition(scope, 1)}) ${word(scope)} else ${word(scope)};`],
      };
  }
}

const NUMBERS = ['{d}', '{d:>6}', '{d:0>4}', '{d:<5}|', '{d:*^7}', '{x}', '{X:0>3}', '{b}', '{o}', '{any}'] as const;
const TEXTS = ['{s}', '{s:>5}', '{s:<6}|', '{s:.^9}', '{x}'] as const;

/** What is printed into a buffer, which may be too small. */
export function buffer(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const { name, lines } = someText(scope);
  const [buf, out] = [fresh(scope.program, 'buf'), fresh(scope.program, 'out')];
  const format = [choices.pick(TEXTS), choices.pick(NUMBERS), choices.pick(NUMBERS)];
  const args = [name, running(someInt(choices), scope, 1), running(int(choices.chance(50), 32), scope, 1)];
  declare({ text: `${buf}[0]`, type: int(false, 8), isAssignable: true, noteMutation: () => {} });
  return [
    ...lines,
    `var ${buf}: [${choices.pick([64, 16, 7, 200])}]u8 = @splat('-');`,
    `const ${out}: []const u8 = std.fmt.bufPrint(&${buf}, "${format.join(' ')}", .{ ${args.join(', ')} }) catch "full";`,
    `print("${out} {s} {d}\\n", .{ ${out}, ${out}.len });`,
  ];
}

/** Text in memory of its own. */
export function allocated(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const { name, lines } = someText(scope);
  const out = fresh(scope.program, 'out');
  const made = choices.pick([
    `std.fmt.allocPrint(gpa, "{s}={d}", .{ ${name}, ${running(someInt(choices), scope, 1)} })`,
    `gpa.dupe(u8, ${name})`,
    `std.mem.concat(gpa, u8, &.{ ${name}, ${word(scope)}, ${name} })`,
    `std.mem.join(gpa, "/", &.{ ${name}, ${word(scope)} })`,
    `std.mem.replaceOwned(u8, gpa, ${name}, "a", "ab")`,
  ]);
  return [
    ...lines,
    `const ${out} = ${made} catch unreachable;`,
    `defer gpa.free(${out});`,
    ...(choices.chance(50) ? [`for (${out}) |*c| c.* = std.ascii.${choices.pick(['toUpper', 'toLower'])}(c.*);`] : []),
    ...(choices.chance(30) ? [`std.mem.reverse(u8, ${out});`] : []),
    ...(choices.chance(30) ? [`std.mem.sort(u8, ${out}, {}, std.sort.${choices.pick(['asc', 'desc'])}(u8));`] : []),
    `print("${out} {s} {d}\\n", .{ ${out}, ${out}.len });`,
  ];
}

/** A loop over the parts of a text. */
export function split(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const { name, lines } = someText(scope);
  const [it, part, total] = [fresh(scope.program, 'it'), fresh(scope.program, 'part'), fresh(scope.program, 'total')];
  const how = choices.pick(['splitScalar', 'tokenizeScalar']);
  const separator = choices.pick(["','", "' '", "'l'"]);
  declare({ text: total, type: USIZE, isAssignable: true, noteMutation: () => {} });
  return [
    ...lines,
    `var ${total}: usize = 0;`,
    `var ${it} = std.mem.${how}(u8, ${name}, ${separator});`,
    `while (${it}.next()) |${part}| {`,
    `print("${part} '{s}'\\n", .{${part}});`,
    ...(choices.chance(40) ? [`if (${condition(scope, 1)}) continue;`] : []),
    ...(choices.chance(30) ? [`if (${part}.len == ${choices.below(3)}) break;`] : []),
    `${total} += ${part}.len;`,
    '}',
    ...(how === 'splitScalar' ? [`print("${it} {s}\\n", .{${it}.rest()});`] : []),
  ];
}

/** A number out of a text, or what is wrong with it. */
export function parsed(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const { name, lines } = someText(scope);
  const result = fresh(scope.program, 'n');
  const type = someInt(choices);
  const base = choices.pick([10, 0, 16]);
  declare({ text: result, type, isAssignable: false, noteMutation: () => {} });
  const parse = `std.fmt.parseInt(${type.name}, ${name}, ${base})`;
  if (choices.chance(40)) return [...lines, `const ${result}: ${type.name} = ${parse} catch ${value(type, scope, 1)};`];
  const arms = `error.Overflow => ${value(type, scope, 1)}, error.InvalidCharacter => ${value(type, scope, 0)}`;
  return [...lines, `const ${result}: ${type.name} = ${parse} catch |e| switch (e) { ${arms} };`];
}

/** Questions about a text. */
export function searched(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const { name, lines } = someText(scope);
  const other = word(scope);
  const questions = [
    ['{}', `std.mem.eql(u8, ${name}, ${other})`],
    ['{}', `std.mem.startsWith(u8, ${name}, ${other})`],
    ['{}', `std.mem.endsWith(u8, ${name}, ${other})`],
    ['{?d}', `std.mem.indexOf(u8, ${name}, ${other})`],
    ['{?d}', `std.mem.indexOfScalar(u8, ${name}, '${choices.pick(['a', 'l', ','])}')`],
    ['{?d}', `std.mem.lastIndexOfScalar(u8, ${name}, 'l')`],
    ['{s}', `std.mem.trim(u8, ${name}, " ,")`],
    ['{s}', `@tagName(std.mem.order(u8, ${name}, ${other}))`],
    ['{d}', `std.mem.count(u8, ${name}, ",")`],
    ['{}', `std.ascii.eqlIgnoreCase(${name}, ${other})`],
  ] as const;
  const asked = Array.from({ length: choices.between(1, 3) }, () => choices.pick(questions));
  const formats = asked.map(([format]) => format).join(' ');
  return [...lines, `print("${name} ${formats}\\n", .{ ${asked.map(([, call]) => call).join(', ')} });`];
}

/** Bytes sorted into kinds. */
export function counted(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const { name, lines } = someText(scope);
  const [counts, byte] = [fresh(scope.program, 'counts'), fresh(scope.program, 'c')];
  declare({ text: `${counts}[0]`, type: int(false, 32), isAssignable: true, noteMutation: () => {} });
  return [
    ...lines,
    `var ${counts}: [4]u32 = @splat(0);`,
    `for (${name}) |${byte}| switch (${byte}) {`,
    `'a'...'m' => ${counts}[0] += 1,`,
    `'n'...'z', 'A'...'Z' => ${counts}[1] += ${byte} % 7,`,
    choices.chance(50) ? `' ', ',' => continue,` : `' ' => break,`,
    `else => ${counts}[${choices.chance(50) ? `${byte} % 4` : '3'}] +%= ${value(int(false, 32), scope, 1)},`,
    '};',
    `print("${counts} {any}\\n", .{${counts}});`,
  ];
}

/** Text that ends in 0. */
export function terminated(scope: Scope): readonly Line[] {
  const { choices } = scope.program;
  const name = fresh(scope.program, 'z');
  const isSpanned = choices.chance(50);
  return [
    `const ${name}: [:0]const u8 = if (${condition(scope, 1)}) ${word(scope)} else ${word(scope)};`,
    `print("${name} {s} {d} {d}\\n", .{ ${name}, ${name}.len, ${name}[${name}.len] });`,
    ...(isSpanned
      ? [
          `const ${name}_many: [*:0]const u8 = ${name}.ptr;`,
          `print("${name} {s} {d}\\n", .{ std.mem.span(${name}_many), std.mem.len(${name}_many) });`,
        ]
      : [`for (${name}) |c| print("${name} {c}\\n", .{if (c < 128) c else '?'});`]),
  ];
}
