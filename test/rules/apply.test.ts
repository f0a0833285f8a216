import { describe, expect, it } from 'vitest';
import { analyse, portedCalls } from './porting.js';

/** The Rust of the only call that a rule maps. */
function ported(body: string, declarations = ''): string {
  const calls = portedCalls(body, declarations);
  expect(calls).toHaveLength(1);
  return calls[0] ?? '';
}

describe('data rules', () => {
  it('match through aliases', () => {
    const declarations = 'const same = std.mem.eql;\nfn get() []const u8 { return "a"; }';
    expect(ported('_ = same(u8, get(), "b");', declarations)).toBe('get() == b"b"');
  });

  it('do not match a function of the same name', () => {
    expect(
      portedCalls(
        '_ = eql(u8, "a", "b");',
        'fn eql(comptime T: type, a: []const T, b: []const T) bool { _ = a; _ = b; return true; }',
      ),
    ).toEqual([]);
  });

  it('bind an argument that a closure would evaluate again', () => {
    const declarations = 'fn next() u8 { return 1; }\nfn get() []const u8 { return "a"; }';
    const body = '_ = std.mem.indexOfScalar(u8, get(), next());';
    expect(ported(body, declarations)).toBe(
      '{\n    let slice = get();\n    let value = next();\n    slice.iter().position(|&item| item == value)\n}',
    );
  });

  it('hold only for the types that they name', () => {
    const declarations = 'const P = packed struct(u8) { x: u8 };\nfn get() []const P { return &.{}; }';
    const { trace } = analyse(
      `const std = @import("std");\n${declarations}\ntest { _ = std.mem.eql(P, get(), get()); }`,
    );
    expect(trace.filter((one) => one.rule === 'mem-eql').map((one) => [one.outcome, one.reason])).toEqual([
      ['refused', 'T is not scalar'],
    ]);
  });
});

describe('mapped types', () => {
  it('have methods by their rules, managed and unmanaged', () => {
    const body = `
      const gpa = std.testing.allocator;
      var list: std.ArrayList(u8) = .empty;
      try list.append(gpa, 1);
      var managed: std.array_list.Managed(u8) = .init(gpa);
      try managed.append(2);
    `;
    expect(portedCalls(body)).toEqual(['list.push(1u8)', 'Vec::new()', 'managed.push(2u8)']);
  });

  it('refuse methods without a rule', () => {
    const body = 'var list: std.ArrayList(u8) = .empty;\n_ = list.unusedCapacitySlice();';
    expect(ported(body)).toMatch(/^refused: no rule says what std\.array_list\.Aligned\.unusedCapacitySlice is/);
  });

  it('are only those instances that a type rule maps', () => {
    const declarations = `
      const Context = struct {
        pub fn hash(_: Context, key: u32) u64 { return key; }
        pub fn eql(_: Context, a: u32, b: u32) bool { return a == b; }
      };
      fn count(map: std.HashMap(u32, u8, Context, 80)) u32 { return map.count(); }
      fn own(map: std.AutoHashMap(u32, u8)) u32 { return map.count(); }
    `;
    expect(ported('', declarations)).toBe('map.count()');
  });

  it('do not apply to an alignment of its own', () => {
    expect(
      portedCalls('', 'fn f(list: *std.array_list.Aligned(u8, .@"16")) void { list.clearRetainingCapacity(); }'),
    ).toEqual([]);
  });
});

describe('format strings', () => {
  const declarations =
    'fn number() u32 { return 1; }\nfn signed() i32 { return 1; }\nfn text() []const u8 { return ""; }\nfn real() f64 { return 1; }';
  const printed = (format: string, args: string) => ported(`std.debug.print("${format}", .{${args}});`, declarations);

  it.each([
    ['{d}\\n', 'number()', 'eprintln!("{}", number())'],
    ['{d}', 'number()', 'eprint!("{}", number())'],
    ['\\n', '', 'eprintln!()'],
    ['{{}}', '', 'eprint!("{{}}")'],
    ['{d:5}', 'signed()', 'eprint!("{:5}", fmt::Dec(signed()))'],
    ['{x:0>4}', 'number()', 'eprint!("{:0>4}", fmt::Hex(number()))'],
    ['{d:08}', 'number()', 'eprint!("{:0>8}", fmt::Dec(number()))'],
    ['{d:.3}', 'real()', 'eprint!("{:.3}", fmt::Dec(real()))'],
    ['{s}', 'text()', 'io::debug_print(format_args!("{}", fmt::Bytes(text())))'],
    ['{c}', '@as(u8, @truncate(number()))', 'io::debug_print(format_args!("{}", fmt::Char(<builtin>)))'],
    ['{s} {d}', '"a", 3', 'eprint!("a 3")'],
    ['{s:>4}|{x:0>4}', '"a", 255', 'eprint!("   a|00ff")'],
    ['{[b]d} {[a]d}', '.a = 1, .b = 2', 'eprint!("2 1")'],
    ['{d:[1]}', 'number(), 4', 'eprint!("{:4}", fmt::Dec(number()))'],
  ])('%s of %s', (format, args, expected) => {
    expect(printed(format, args)).toBe(expected);
  });

  it('evaluate arguments once and in the order of the list', () => {
    expect(printed('{1d} {0d}', 'number(), signed()')).toBe(
      '{\n    let argument = number();\n    let argument_2 = signed();\n    eprint!("{} {}", argument_2, argument)\n}',
    );
  });

  it('of logs carry level and scope', () => {
    expect(ported('std.log.err("n {d}", .{number()});', declarations)).toBe('eprintln!("error: n {}", number())');
    expect(ported('std.log.scoped(.net).info("n", .{});')).toBe('eprintln!("info(net): n")');
  });
});

describe('assertions', () => {
  const declarations = `
    fn number() u32 { return 1; }
    fn maybe() ?u32 { return 1; }
    fn fails() error{A, B}!u32 { return 1; }
    fn flag() bool { return true; }
    fn text() []const u8 { return ""; }
  `;
  const expectation = (call: string) => ported(`try std.testing.${call};`, declarations);

  it.each([
    ['expect(flag())', 'assert!(flag())'],
    ['expectEqual(1, number())', 'assert_eq!(1u32, number())'],
    ['expectEqual(true, flag())', 'assert!(flag())'],
    ['expectEqual(false, flag())', 'assert!(!flag())'],
    ['expectEqual(null, maybe())', 'assert!(maybe().is_none())'],
    ['expectEqual(1, maybe())', 'assert_eq!(Some(1u32), maybe())'],
    ['expectEqual(number(), maybe())', 'assert_eq!(Some(number()), maybe())'],
    ['expectEqual(1, fails())', 'assert_eq!(Ok(1u32), fails())'],
    ['expectError(error.A, fails())', 'assert_eq!(fails().err(), Some(E::A))'],
    ['expectEqualStrings("a", text())', 'assert_eq!(b"a", text())'],
    ['expectEqualStrings("a", "ab")', 'assert_eq!(b"a"[..], b"ab"[..])'],
    ['expectEqualSlices(u8, text(), text())', 'assert_eq!(text(), text())'],
    ['expectStringStartsWith(text(), "a")', 'assert!(text().starts_with(b"a"))'],
    ['expectFmt("1", "{d}", .{number()})', 'assert_eq!(io::format_bytes(format_args!("{}", number())), b"1")'],
  ])('%s', (call, expected) => {
    expect(expectation(call)).toBe(expected);
  });
});
