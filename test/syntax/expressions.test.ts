/** Association: Zig's precedence table, and the places where the public grammar nests otherwise. */
import { describe, expect, test } from 'vitest';
import { shapeOf } from './shape.js';

function describeShapes(title: string, shapes: Readonly<Record<string, string>>): void {
  describe(title, () => {
    for (const [text, shape] of Object.entries(shapes)) {
      test(text, () => {
        expect(shapeOf(text)).toBe(shape);
      });
    }
  });
}

describeShapes("operators bind by Zig's table", {
  'a + b * c': '(a + (b * c))',
  'a * b + c': '((a * b) + c)',
  'a - b - c': '((a - b) - c)',
  'a << b + c': '(a << (b + c))',
  'a & b == c': '((a & b) == c)',
  'a == b and c != d or e': '(((a == b) and (c != d)) or e)',
  'a orelse b == c': '((a orelse b) == c)',
  'a orelse b catch c': '((a orelse b) catch c)',
  'a catch |e| b orelse c': '((a catch |e| b) orelse c)',
  'a ++ b ** c': '(a ++ (b ** c))',
  'A || B || C': '((A || B) || C)',
  '!a == b': '((! a) == b)',
  '-a * b': '((- a) * b)',
  '-%a +% b': '((-% a) +% b)',
  '~a | b': '((~ a) | b)',
});

describeShapes('the grammar takes too much: try, and the operand of a prefix', {
  'try f() + 1': '((try (f)()) + 1)',
  'try f() catch x': '((try (f)()) catch x)',
  '&a.b[0]': '(& ((a).b)[0])',
  '&a.b.*': '(& ((a).b).*)',
  'comptime a + b': '(comptime (a + b))',
  'return a orelse b': '(return (a orelse b))',
});

describeShapes('the grammar swallows what follows a prefix type', {
  '[]const a.b.c': '([]const ((a).b).c)',
  '?a.b': '(? (a).b)',
  '*a.b': '(* (a).b)',
  '*const a.b(c)': '(*const ((a).b)(c))',
  'E!a.b': '(E ! (a).b)',
  'a.E!b.c': '((a).E ! (b).c)',
  '?E!T': '(? (E ! T))',
  'E!?*T': '(E ! (? (* T)))',
  '[2]a.b{ c, d }': '(([2] (a).b){ c, d })',
  '[_]u8{1}': '(([_] u8){ 1 })',
  '[_:0]u8{ 1, 2 }': '(([_:0] u8){ 1, 2 })',
  'fn () !a.b(c)': '(fn !((a).b)(c))',
  '**T': '(* (* T))',
  '[*c]?T': '([*c] (? T))',
});

describeShapes('suffixes', {
  'x.*.y.?.z': '((((x).*).y).?).z',
  'a[i + 1 .. j]': '(a)[(i + 1) .. j]',
  'a[0..]': '(a)[0 .. ]',
  'a[0..n :0]': '(a)[0 .. n : 0]',
  'f(a)(b)[c]': '(((f)(a))(b))[c]',
});

describeShapes('initialisers', {
  '.{ .x = 1, .y = a + b }': '(.{ .x = 1, .y = (a + b) })',
  '.{ a, b }': '(.{ a, b })',
  'T{}': '(T{  })',
  'a.T{ .x = 1 }': '((a).T{ .x = 1 })',
  'T{ .x = 1 }.y': "(T{ .x = 1 }) [found '.', expected ';' after the declaration]",
  'if (a) T{} else .{}': '(if a then (T{  }) else (.{  }))',
});

describeShapes('what Zig refuses', {
  'a == b == c': "unreadable [found '==', expected no second comparison (comparison operators cannot be chained)]",
  'a +b': "(a + b) [found '+' with white space on one side only, expected white space on both sides or on neither]",
  'a &&b': "(a & (& b)) [found '&&', expected 'and' for the logical operation, ' & &' for the bitwise one]",
  '[2]const T':
    "unreadable [found 'const', expected a type without pointer modifiers (they are not allowed on the child of an array)]",
  '*const const T': "(*const T) [found 'const', expected no second 'const']",
});

describeShapes('async and await: operators before an operand, names elsewhere', {
  'async f(a)': '(async (f)(a))',
  'await frame': '(await frame)',
  'await &frame': '(await (& frame))',
  'async + await': '(async + await)',
  'await(x)': '(await)(x)',
  'await & frame': '(await & frame)',
});
