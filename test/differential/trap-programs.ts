/** One operation per safety trap of Zig, with operands that spring it. The suite (`traps.test.ts`) makes three programs of each. */

export interface TrapProgram {
  /** Class of the trap in `src/project/verify/traps.ts`, or the message itself where no class has it. */
  readonly trap: string;
  /** Name, type and value of what the operation works on. */
  readonly operands: readonly (readonly [name: string, type: string, value: string])[];
  /** Statements that trap, given the operands. */
  readonly operation: string;
  /** Container-level declarations that the operation needs. */
  readonly declarations?: string;
}

type Operands = TrapProgram['operands'];

const pair = (type: string, a: string, b: string): Operands => [
  ['a', type, a],
  ['b', type, b],
];
const shown = (expression: string): string => `print("{any}\\n", .{${expression}});`;
const of = (trap: string, operands: Operands, expression: string, declarations = ''): TrapProgram => ({
  trap,
  operands,
  operation: shown(expression),
  declarations,
});

const overflow: Readonly<Record<string, TrapProgram>> = {
  'u8 add': of('overflow', pair('u8', '255', '1'), 'a + b'),
  'u8 subtract': of('overflow', pair('u8', '3', '4'), 'a - b'),
  'i32 multiply': of('overflow', pair('i32', '65536', '32768'), 'a * b'),
  'i64 negate': of('overflow', [['a', 'i64', '-9223372036854775808']], '-a'),
  'u3 add': of('overflow', pair('u3', '7', '1'), 'a + b'),
  'u1 add': of('overflow', pair('u1', '1', '1'), 'a + b'),
  'i1 negate': of('overflow', [['a', 'i1', '-1']], '-a'),
  'i7 subtract': of('overflow', pair('i7', '-64', '1'), 'a - b'),
  'i7 negate': of('overflow', [['a', 'i7', '-64']], '-a'),
  'u65 multiply': of('overflow', pair('u65', '1 << 33', '1 << 32'), 'a * b'),
  'i128 add': of('overflow', pair('i128', '170141183460469231731687303715884105727', '1'), 'a + b'),
  'i8 minInt / -1': of('overflow', pair('i8', '-128', '-1'), '@divTrunc(a, b)'),
  'i8 minInt @divFloor -1': of('overflow', pair('i8', '-128', '-1'), '@divFloor(a, b)'),
  'i8 minInt @divExact -1': of('overflow', pair('i8', '-128', '-1'), '@divExact(a, b)'),
  'i7 minInt @divFloor -1': of('overflow', pair('i7', '-64', '-1'), '@divFloor(a, b)'),
  'u8 add and assign': {
    trap: 'overflow',
    operands: pair('u8', '200', '56'),
    operation: 'var c = a; c += b; print("{d}\\n", .{c});',
  },
  'u21 shift and add in a loop': {
    trap: 'overflow',
    operands: [['a', 'u21', '2097150']],
    operation: 'var c = a; while (true) c += 1;',
  },
  'usize index minus one': of('overflow', [['a', 'usize', '0']], 'a - 1'),
  'u128 power of itself': of('overflow', [['a', 'u128', '1 << 64']], 'a * a'),
};

const casts: Readonly<Record<string, TrapProgram>> = {
  'u32 to u8': of('cast', [['a', 'u32', '256']], '@as(u8, @intCast(a))'),
  'negative to unsigned': of('cast', [['a', 'i32', '-1']], '@as(u32, @intCast(a))'),
  'unsigned to signed of its width': of('cast', [['a', 'u32', '2147483648']], '@as(i32, @intCast(a))'),
  'u8 to u3': of('cast', [['a', 'u8', '8']], '@as(u3, @intCast(a))'),
  'i8 to i7': of('cast', [['a', 'i8', '64']], '@as(i7, @intCast(a))'),
  'i16 to u7': of('cast', [['a', 'i16', '-3']], '@as(u7, @intCast(a))'),
  'u128 to u65': of('cast', [['a', 'u128', '1 << 65']], '@as(u65, @intCast(a))'),
  'usize to u32': of('cast', [['a', 'usize', '1 << 32']], '@as(u32, @intCast(a))'),
  'float too great': of('cast', [['a', 'f64', '256.0']], '@as(u8, @intFromFloat(a))'),
  'float below zero': of('cast', [['a', 'f32', '-1.0']], '@as(u8, @intFromFloat(a))'),
  'float that is infinite': of('cast', [['a', 'f64', 'std.math.inf(f64)']], '@as(i64, @intFromFloat(a))'),
  'float to an odd width': of('cast', [['a', 'f64', '-65.0']], '@as(i7, @intFromFloat(a))'),
  'slice of bytes to words': of(
    'slice cast',
    [['a', '[]align(4) const u8', 'bytes[0..7]']],
    '@as([]const u32, @ptrCast(a)).len',
    'const bytes: [8]u8 align(4) = @splat(1);',
  ),
  'address zero to a pointer': of('null cast', [['a', 'usize', '0']], '@intFromPtr(@as(*const u8, @ptrFromInt(a)))'),
  'C pointer that is null': of('null cast', [['a', '[*c]const u8', 'null']], '@as(*const u8, a).*'),
  'misaligned pointer': of(
    'alignment',
    [['a', '[*]const u8', '&bytes']],
    '@as(*const u32, @ptrCast(@alignCast(a + 1))).*',
    'const bytes: [8]u8 align(4) = @splat(1);',
  ),
  'misaligned address': of('alignment', [['a', 'usize', '4097']], '@intFromPtr(@as(*const u16, @ptrFromInt(a)))'),
};

const divisions: Readonly<Record<string, TrapProgram>> = Object.fromEntries(
  ['u8', 'i32', 'u3', 'i7', 'u65', 'i128'].flatMap((type) =>
    [
      '@divTrunc(a, b)',
      '@divFloor(a, b)',
      '@divExact(a, b)',
      '@rem(a, b)',
      '@mod(a, b)',
      ...(type.startsWith('u') ? ['a / b', 'a % b'] : []),
    ].map((expression) => [`${type} ${expression} by zero`, of('division by zero', pair(type, '3', '0'), expression)]),
  ),
);

const exact: Readonly<Record<string, TrapProgram>> = {
  'u8 @divExact with remainder': of('inexact division', pair('u8', '7', '2'), '@divExact(a, b)'),
  'i7 @divExact with remainder': of('inexact division', pair('i7', '-7', '2'), '@divExact(a, b)'),
  'u8 @shlExact': of(
    'shift',
    [
      ['a', 'u8', '129'],
      ['b', 'u3', '1'],
    ],
    '@shlExact(a, b)',
  ),
  'i8 @shlExact into the sign': of(
    'shift',
    [
      ['a', 'i8', '64'],
      ['b', 'u3', '1'],
    ],
    '@shlExact(a, b)',
  ),
  'u5 @shlExact': of(
    'shift',
    [
      ['a', 'u5', '17'],
      ['b', 'u3', '1'],
    ],
    '@shlExact(a, b)',
  ),
  'u8 @shrExact': of(
    'shift',
    [
      ['a', 'u8', '129'],
      ['b', 'u3', '1'],
    ],
    '@shrExact(a, b)',
  ),
  'i7 @shrExact': of(
    'shift',
    [
      ['a', 'i7', '-63'],
      ['b', 'u3', '1'],
    ],
    '@shrExact(a, b)',
  ),
  'u5 << too far': of(
    'shift',
    [
      ['a', 'u5', '1'],
      ['b', 'u3', '5'],
    ],
    'a << b',
  ),
  'i7 >> too far': of(
    'shift',
    [
      ['a', 'i7', '-1'],
      ['b', 'u3', '7'],
    ],
    'a >> b',
  ),
  'u65 << too far': of(
    'shift',
    [
      ['a', 'u65', '1'],
      ['b', 'u7', '65'],
    ],
    'a << b',
  ),
  'u21 >> too far': of(
    'shift',
    [
      ['a', 'u21', '1'],
      ['b', 'u5', '21'],
    ],
    'a >> b',
  ),
};

const indexes: Readonly<Record<string, TrapProgram>> = {
  'array index': of('out of bounds', [['i', 'usize', '3']], 'array[i]', 'const array = [_]u8{ 1, 2, 3 };'),
  'slice index': of(
    'out of bounds',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '3'],
    ],
    's[i]',
  ),
  'write past an array': {
    trap: 'out of bounds',
    operands: [['i', 'u8', '3']],
    operation: 'var array = [_]u8{ 1, 2, 3 }; array[i] = 4; print("{any}\\n", .{array});',
  },
  'empty slice': of('out of bounds', [['s', '[]const u8', '""']], 's[0]'),
  'slice end': of(
    'out of bounds',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '4'],
    ],
    's[0..i].len',
  ),
  'slice start': of(
    'slice order',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '4'],
    ],
    's[i..].len',
  ),
  'slice start behind its end': of(
    'slice order',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '2'],
      ['j', 'usize', '1'],
    ],
    's[i..j].len',
  ),
  'slice backwards and past the end': of(
    'slice order',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '5'],
      ['j', 'usize', '4'],
    ],
    's[i..j].len',
  ),
  'slice wholly past the end': of(
    'out of bounds',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '5'],
      ['j', 'usize', '6'],
    ],
    's[i..j].len',
  ),
  'array slice end': of('out of bounds', [['i', 'usize', '4']], 'array[0..i].len', 'const array = [_]u8{ 1, 2, 3 };'),
  'array slice backwards': of(
    'slice order',
    [
      ['i', 'usize', '2'],
      ['j', 'usize', '1'],
    ],
    'array[i..j].len',
    'const array = [_]u8{ 1, 2, 3 };',
  ),
  'many-item pointer slice backwards': of(
    'slice order',
    [
      ['p', '[*]const u8', '"abc"'],
      ['i', 'usize', '2'],
      ['j', 'usize', '1'],
    ],
    'p[i..j].len',
  ),
  'fixed length past the end': of(
    'out of bounds',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '1'],
    ],
    's[i..][0..3].len',
  ),
  'sentinel that is not there': of(
    'sentinel',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'usize', '2'],
    ],
    's[0..i :0].len',
  ),
  'slice index of an odd width': of(
    'out of bounds',
    [
      ['s', '[]const u8', '"abc"'],
      ['i', 'u3', '5'],
    ],
    's[i]',
  ),
  'nested array': of(
    'out of bounds',
    [
      ['i', 'usize', '1'],
      ['j', 'usize', '2'],
    ],
    'grid[i][j]',
    'const grid = [2][2]u8{ .{ 1, 2 }, .{ 3, 4 } };',
  ),
};

const loops: Readonly<Record<string, TrapProgram>> = {
  'for over slices of unequal lengths': {
    trap: 'unequal lengths',
    operands: [
      ['s', '[]const u8', '"abc"'],
      ['t', '[]const u8', '"ab"'],
    ],
    operation: 'for (s, t) |x, y| print("{d} {d}\\n", .{ x, y });',
  },
  'for over a slice and a range': {
    trap: 'unequal lengths',
    operands: [
      ['s', '[]const u8', '"abc"'],
      ['n', 'usize', '4'],
    ],
    operation: 'for (s, 0..n) |x, i| print("{d} {d}\\n", .{ x, i });',
  },
  'for range upside down': {
    trap: 'overflow',
    operands: [
      ['i', 'usize', '3'],
      ['j', 'usize', '2'],
    ],
    operation: 'for (i..j) |x| print("{d}\\n", .{x});',
  },
  '@memcpy of unequal lengths': {
    trap: 'unequal lengths',
    operands: [['s', '[]const u8', '"abc"']],
    operation: 'var target: [2]u8 = .{ 0, 0 }; @memcpy(target[0..], s); print("{any}\\n", .{target});',
  },
  '@memcpy onto itself': {
    trap: 'memory alias',
    operands: [['i', 'usize', '1']],
    operation: 'var bytes = [_]u8{ 1, 2, 3, 4 }; @memcpy(bytes[i..][0..2], bytes[0..2]); print("{any}\\n", .{bytes});',
  },
  '@memmove of unequal lengths': {
    trap: 'unequal lengths',
    operands: [['s', '[]const u8', '"abc"']],
    operation: 'var target: [2]u8 = .{ 0, 0 }; @memmove(target[0..], s); print("{any}\\n", .{target});',
  },
};

const unwraps: Readonly<Record<string, TrapProgram>> = {
  'null unwrapped': of('null unwrap', [['a', '?u8', 'null']], 'a.?'),
  'null pointer unwrapped': of('null unwrap', [['a', '?*const u8', 'null']], 'a.?.*'),
  'null slice unwrapped': of('null unwrap', [['a', '?[]const u8', 'null']], 'a.?.len'),
  'null orelse unreachable': of('unreachable', [['a', '?u8', 'null']], 'a orelse unreachable'),
  'null field written': {
    trap: 'null unwrap',
    operands: [['a', 'Pair', '.{ .x = null }']],
    operation: 'var p = a; p.x.? += 1; print("{any}\\n", .{p.x});',
    declarations: 'const Pair = struct { x: ?u8 };',
  },
  'error caught as unreachable': of(
    'error unwrap',
    [['a', 'Fault!u8', 'error.Broken']],
    'a catch unreachable',
    'const Fault = error{ Broken, Torn };',
  ),
  'error in a branch that cannot be': {
    trap: 'error unwrap',
    operands: [['a', 'Fault!u8', 'error.Torn']],
    operation:
      'const n = a catch |e| switch (e) { error.Broken => 1, error.Torn => unreachable }; print("{d}\\n", .{n});',
    declarations: 'const Fault = error{ Broken, Torn };',
  },
  'error in an else that cannot be': {
    trap: 'unreachable',
    operands: [['a', 'Fault!u8', 'error.Torn']],
    operation: 'if (a) |n| print("{d}\\n", .{n}) else |_| unreachable;',
    declarations: 'const Fault = error{ Broken, Torn };',
  },
  'C pointer unwrapped': of('null unwrap', [['a', '[*c]const u8', 'null']], 'a.?.*'),
  'optional pointer cast to one that is not': of(
    'null cast',
    [['a', '?*const u8', 'null']],
    '@as(*const i8, @ptrCast(a)).*',
  ),
  'error cast out of the set': of(
    'error code',
    [['a', 'Fault', 'error.Torn']],
    '@as(error{Broken}, @errorCast(a))',
    'const Fault = error{ Broken, Torn };',
  ),
  'error union cast out of the set': of(
    'error code',
    [['a', 'Fault!u8', 'error.Torn']],
    '@as(error{Broken}!u8, @errorCast(a)) catch 3',
    'const Fault = error{ Broken, Torn };',
  ),
  'inactive field of a tagged union': of(
    'union field',
    [['a', 'Shape', '.{ .side = 3 }']],
    'a.radius',
    'const Shape = union(enum) { side: u32, radius: u8 };',
  ),
  'inactive field of a bare union': of(
    'union field',
    [['a', 'Shape', '.{ .side = 3 }']],
    'a.radius',
    'const Shape = union { side: u32, radius: u8 };',
  ),
  'inactive field written through': {
    trap: 'union field',
    operands: [['a', 'Shape', '.{ .side = 3 }']],
    operation: 'var s = a; s.radius += 1; print("{any}\\n", .{s.radius});',
    declarations: 'const Shape = union(enum) { side: u32, radius: u8 };',
  },
  'pointer to an inactive field': {
    trap: 'union field',
    operands: [['a', 'Shape', '.{ .side = 3 }']],
    operation: 'var s = a; const p = &s.radius; p.* = 1; print("{any}\\n", .{p.*});',
    declarations: 'const Shape = union(enum) { side: u32, radius: u8 };',
  },
};

const enums: Readonly<Record<string, TrapProgram>> = {
  'no such enum value': of(
    'enum value',
    [['a', 'u8', '3']],
    '@as(Color, @enumFromInt(a))',
    'const Color = enum(u8) { red = 1, green = 4 };',
  ),
  'no such value of a small enum': of(
    'enum value',
    [['a', 'u8', '3']],
    '@as(Color, @enumFromInt(a))',
    'const Color = enum { red, green, blue };',
  ),
  'integer beyond the tag type': of(
    'enum value',
    [['a', 'u32', '300']],
    '@intFromEnum(@as(Color, @enumFromInt(a)))',
    'const Color = enum(u8) { red = 1, _ };',
  ),
};

const halts: Readonly<Record<string, TrapProgram>> = {
  unreachable: { trap: 'unreachable', operands: [['a', 'u8', '3']], operation: 'if (a == 3) unreachable;' },
  'unreachable as a value': of('unreachable', [['a', 'u8', '3']], 'if (a == 3) unreachable else a'),
  'unreachable prong': of('unreachable', [['a', 'u8', '3']], 'switch (a) { 1 => @as(u8, 2), else => unreachable }'),
  assert: { trap: 'unreachable', operands: [['a', 'u8', '3']], operation: 'std.debug.assert(a == 4);' },
  '@panic': { trap: 'gave up', operands: [['a', 'u8', '3']], operation: 'if (a == 3) @panic("gave up");' },
  'std.debug.panic': {
    trap: 'gave up at 3',
    operands: [['a', 'u8', '3']],
    operation: 'std.debug.panic("gave up at {d}", .{a});',
  },
  'a defer does not run': {
    trap: 'overflow',
    operands: pair('u8', '255', '1'),
    operation: 'defer print("deferred\\n", .{}); print("{d}\\n", .{a + b});',
  },
  'what came before stays': {
    trap: 'overflow',
    operands: pair('u8', '250', '2'),
    operation: 'var c = a; while (true) { c += b; print("{d}\\n", .{c}); }',
  },
};

export const TRAP_PROGRAMS: Readonly<Record<string, TrapProgram>> = {
  ...overflow,
  ...casts,
  ...divisions,
  ...exact,
  ...indexes,
  ...loops,
  ...unwraps,
  ...enums,
  ...halts,
};
