/** Rules for `std.testing` and `std.debug.assert`. */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type * as ir from '../../../parse/ir/ir.js';
import type { Type } from '../../../parse/ir/types.js';
import type { Value } from '../../../parse/ir/values.js';
import { isRawPlace } from '../../unsafe-mark.js';
import type { Applied, CodeRule, CodeRuleCall, Refusal, RuleHost } from '../define.js';
import { defineRule } from '../define-rule.js';
import { isRefusal, printFormat } from '../format/print.js';
import { applied, asSlices, assertEq, assertThat, expectEqual } from './equality.js';

const expectEqualRule = defineRule({
  id: 'testing-expect-equal',
  zig: [
    'std.testing.expectEqual(expected: anytype, actual: anytype) !void',
    'std.testing.expectEqual(expected: anytype, actual: @TypeOf(expected)) !void',
  ],
  errors: [],
  apply: (call) => expectEqual(call, false),
});

const expectEqualDeep = defineRule({
  id: 'testing-expect-equal-deep',
  zig: 'std.testing.expectEqualDeep(expected: anytype, actual: anytype) error{TestExpectedEqual}!void',
  errors: [],
  apply: (call) => expectEqual(call, true),
});

const expectEqualStrings = defineRule({
  id: 'testing-expect-equal-strings',
  zig: 'std.testing.expectEqualStrings(expected: []const u8, actual: []const u8) !void',
  errors: [],
  apply: ({ call, host }) => {
    const [expected, actual] = call.args;
    return expected === undefined || actual === undefined ? MISSING : compareSlices([expected, actual], host);
  },
});

const expectEqualSlices = defineRule({
  id: 'testing-expect-equal-slices',
  zig: 'std.testing.expectEqualSlices(comptime T: type, expected: []const T, actual: []const T) !void',
  errors: [],
  apply: ({ call, host }) => {
    const [element, expected, actual] = call.args;
    if (expected === undefined || actual === undefined) return MISSING;
    if (element?.value?.kind === 'type') host.requireEquality(element.value.type);
    return compareSlices([expected, actual], host);
  },
});

const MISSING: Refusal = { refused: 'an argument is missing' };

function compareSlices(sides: readonly ir.Expr[], host: RuleHost): Applied | Refusal {
  const [expected, actual] = sides;
  if (expected !== undefined && actual !== undefined && isEmptySlice(expected)) return assertEmpty(actual, host);
  const { statements, exprs } = host.lowerArguments(sides.map((expr) => ({ expr, mode: 'read' })));
  const [a, b] = exprs;
  return a === undefined || b === undefined ? MISSING : applied(statements, assertEq(...asSlices(a, b)));
}

/** An empty literal says nothing of its elements to Rust. */
function isEmptySlice({ value }: ir.Expr): boolean {
  return value?.kind === 'slice' && value.length === 0;
}

function assertEmpty(actual: ir.Expr, host: RuleHost): Applied | Refusal {
  const { statements, exprs } = host.lowerArguments([{ expr: actual, mode: 'read' }]);
  const [slice] = exprs;
  if (slice === undefined) return MISSING;
  return applied(
    statements,
    assertThat(build.method(slice.kind === 'ref' && !isRawPlace(slice.operand) ? slice.operand : slice, 'is_empty')),
  );
}

const expectError = defineRule({
  id: 'testing-expect-error',
  zig: 'std.testing.expectError(expected_error: anyerror, actual_error_union: anytype) !void',
  errors: [],
  apply: ({ call, host }) => {
    const [expected, actual] = call.args;
    if (expected === undefined || actual === undefined) return MISSING;
    const type = host.seenType(actual.type);
    const name = expected.value?.kind === 'error' ? expected.value.name : undefined;
    if (type.kind !== 'errorUnion') return { refused: 'its second argument cannot fail' };
    if (name === undefined) return compareErrors(expected, actual, type.errorSet, host);
    host.requireEquality(type.errorSet);
    const error = host.constant({ kind: 'error', name }, type.errorSet);
    // An error that is known already says nothing of the payload's type.
    if (actual.value?.kind === 'error') return applied([], assertEq(host.constant(actual.value, type.errorSet), error));
    const { statements, exprs } = host.lowerArguments([{ expr: actual, mode: 'value' }]);
    const [value] = exprs;
    if (value === undefined) return MISSING;
    return applied(statements, assertEq(build.method(value, 'err'), build.call(build.path('Some'), [error])));
  },
});

/** An error that is known at run time only, perhaps of another set: errors are the same where their names are. */
function compareErrors(expected: ir.Expr, actual: ir.Expr, errorSet: Type, host: RuleHost): Applied | Refusal {
  // The parameter is an `anyerror`; what was given has a type of its own.
  const given = expected.kind === 'coerce' && expected.coercion === 'errorSet' ? expected.operand : expected;
  const givenSet = host.seenType(given.type);
  const { statements, exprs } = host.lowerArguments([
    { expr: given, mode: 'value' },
    { expr: actual, mode: 'value' },
  ]);
  const [wanted, value] = exprs;
  if (wanted === undefined || value === undefined) return MISSING;
  const some = (error: rust.Expr) => build.call(build.path('Some'), [error]);
  const got = build.method(value, 'err');
  if (givenSet === errorSet) {
    host.requireEquality(errorSet);
    return applied(statements, assertEq(got, some(wanted)));
  }
  const name = build.closure(['error'], host.tagName(build.path('error'), errorSet));
  return applied(statements, assertEq(build.method(got, 'map', [name]), some(host.tagName(wanted, givenSet))));
}

const expectFmt = defineRule({
  id: 'testing-expect-fmt',
  zig: 'std.testing.expectFmt(expected: []const u8, comptime template: []const u8, args: anytype) !void',
  errors: [],
  apply: ({ call, host }) => {
    const [expected, template, args] = call.args;
    if (expected === undefined || template === undefined || args === undefined) return MISSING;
    const wanted = host.lowerArguments([{ expr: expected, mode: 'read' }]);
    const printed = printFormat(template, args, host);
    if (isRefusal(printed)) return printed;
    const [text] = wanted.exprs;
    if (text === undefined) return MISSING;
    const bytes = build.call(build.path(...host.runtimePath('io', 'format_bytes')), [
      build.formatMacro('format_args', printed.pieces, printed.args),
    ]);
    return applied([...wanted.statements, ...printed.statements], assertEq(bytes, text));
  },
});

/** `|a - b| <= tolerance`; where neither side is known to be finite the runtime also says that infinities are equal to themselves. */
function approximately(call: CodeRuleCall, runtimeName: string, relative: boolean): Applied | Refusal {
  const { host } = call;
  const [expected, actual, tolerance] = call.call.args;
  if (expected === undefined || actual === undefined || tolerance === undefined) return MISSING;
  const type = [expected.type, actual.type, tolerance.type].find((one) => one.kind === 'float');
  const { statements, exprs } = host.lowerArguments(
    [expected, actual, tolerance].map((expr) => ({ expr, mode: 'value', as: type === expr.type ? undefined : type })),
  );
  const [a, b, limit] = exprs;
  if (a === undefined || b === undefined || limit === undefined) return MISSING;
  if (!relative && (isKnownFinite(expected.value) || isKnownFinite(actual.value))) {
    const distance = build.method(build.binary('-', a, b), 'abs');
    return applied(statements, assertThat(build.binary('<=', distance, limit)));
  }
  return applied(
    statements,
    assertThat(build.call(build.path(...host.runtimePath('math', runtimeName)), [a, b, limit])),
  );
}

function isKnownFinite(value: Value | undefined): boolean {
  return value?.kind === 'int' || (value?.kind === 'float' && Number.isFinite(value.float));
}

const expectApproxEqAbs = defineRule({
  id: 'testing-expect-approx-eq-abs',
  zig: [
    'std.testing.expectApproxEqAbs(expected: anytype, actual: anytype, tolerance: anytype) !void',
    'std.testing.expectApproxEqAbs(expected: anytype, actual: @TypeOf(expected), tolerance: @TypeOf(expected)) !void',
  ],
  errors: [],
  apply: (call) => approximately(call, 'approx_eq_abs', false),
});

const expectApproxEqRel = defineRule({
  id: 'testing-expect-approx-eq-rel',
  zig: [
    'std.testing.expectApproxEqRel(expected: anytype, actual: anytype, tolerance: anytype) !void',
    'std.testing.expectApproxEqRel(expected: anytype, actual: @TypeOf(expected), tolerance: @TypeOf(expected)) !void',
  ],
  errors: [],
  apply: (call) => approximately(call, 'approx_eq_rel', true),
});

/** `refAllDecls` makes sure that everything is analysed, which porting does anyway. */
const refAllDecls = defineRule({
  id: 'testing-ref-all-decls',
  zig: ['std.testing.refAllDecls(comptime T: type) void', 'std.testing.refAllDeclsRecursive(comptime T: type) void'],
  apply: () => applied([], build.unit),
});

/**
 * `checkAllAllocationFailures` runs a function once with all the memory it asks for, then once for each allocation that could fail. Rust's
 * allocations do not fail: the first run is left.
 */
const checkAllAllocationFailures = defineRule({
  id: 'testing-check-all-allocation-failures',
  zig: [
    'std.testing.checkAllAllocationFailures(backing_allocator: std.mem.Allocator, comptime test_fn: anytype, extra_args: CheckAllAllocationFailuresExtraArgs(@TypeOf(test_fn))) !void',
    'std.testing.checkAllAllocationFailures(backing_allocator: std.mem.Allocator, comptime test_fn: anytype, extra_args: anytype) !void',
  ],
  standsFor: (_, [allocator, testFn, extra]) => {
    const instance = testFn?.value?.kind === 'fn' ? testFn.value.instance : undefined;
    const elements = extra === undefined ? undefined : tupleElements(extra);
    if (allocator === undefined || instance === undefined || elements === undefined) return undefined;
    return { instance, args: [allocator, ...elements] };
  },
  apply: () => ({ refused: 'the arguments of the function are not written at the call' }),
});

/** The elements of a tuple that is written out or known. */
function tupleElements(expr: ir.Expr): readonly ir.Expr[] | undefined {
  if (expr.kind === 'sequenceInit') return expr.elements;
  const { type, value, node } = expr;
  if (type.kind !== 'tuple' || value?.kind !== 'aggregate') return undefined;
  return value.elements.map((element, at): ir.Expr => {
    const elementType = type.elements[at]?.type ?? type;
    return { kind: 'constant', value: element, type: elementType, node };
  });
}

/** Every rule of this module. */
export const TESTING_RULES: readonly CodeRule[] = [
  expectEqualRule,
  expectEqualDeep,
  expectEqualStrings,
  expectEqualSlices,
  expectError,
  expectFmt,
  expectApproxEqAbs,
  expectApproxEqRel,
  refAllDecls,
  checkAllAllocationFailures,
];
