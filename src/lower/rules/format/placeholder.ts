/**
 * One placeholder with its argument: Rust's placeholder and the expression behind it, by Zig's type. The table is `runtime/FMT.md`.
 */

import * as build from '../../../emit/build.js';
import { localName } from '../../../emit/local-name.js';
import type * as rust from '../../../emit/rust-ast.js';
import type { Type } from '../../../parse/ir/types.js';
import type { Value } from '../../../parse/ir/values.js';
import type { RuleHost } from '../define.js';
import { enumPrefix, isPrintedAlike, printsAsBefore } from './before-0-15.js';

/** How an argument is printed. */
export interface Printed {
  readonly expr: rust.Expr;
  /** Whether fill, width and precision apply to what is printed. */
  readonly takesOptions: boolean;
  /** Whether it can print bytes that are no UTF-8: such a print must go through `rt::io`. */
  readonly mayPrintBytes: boolean;
  /** Whether the precision has a meaning: for floats, and for what may hold them. */
  readonly takesPrecision: boolean;
  /** Text that comes before. */
  readonly prefix?: string;
}

export interface PrintedArgument {
  readonly type: Type;
  /** The argument: a place or a value that Rust's macros take by reference; a slice is a `&[T]`. */
  readonly expr: rust.Expr;
  /** Whether the placeholder has a width, a fill or a precision. */
  readonly hasOptions: boolean;
  /** Whether it is known while porting, and is UTF-8. */
  readonly isKnownText: boolean;
  /** Whether it is the name of a tag or an error: a Rust string, of which bytes were made. */
  readonly isName: boolean;
  readonly host: RuleHost;
}

type Printer = (argument: PrintedArgument) => Printed | undefined;

/** What a placeholder prints; undefined where Zig would not compile it or the runtime has nothing for it. */
export function printArgument(specifier: string, argument: PrintedArgument): Printed | undefined {
  const head = specifier.charAt(0);
  if (head === '?') return printOptional(specifier.slice(1), argument);
  if (head === '!') return printErrorUnion(specifier.slice(1), argument);
  return PRINTERS.get(specifier)?.(argument);
}

const PRINTERS: ReadonlyMap<string, Printer> = new Map<string, Printer>([
  ['', printAny],
  ['any', printAny],
  ['d', (argument) => printNumber('Dec', argument)],
  ['x', (argument) => printHex('Hex', 'HexBytes', argument)],
  ['X', (argument) => printHex('HexUpper', 'HexBytesUpper', argument)],
  ['b', (argument) => printNumber('Bin', argument)],
  ['o', (argument) => printNumber('Oct', argument)],
  ['e', (argument) => printNumber('Sci', argument)],
  ['E', (argument) => printNumber('Sci', argument)],
  ['c', (argument) => (isInt(argument.type) ? { ...wrapped('Char', argument), mayPrintBytes: true } : undefined)],
  ['u', (argument) => (isInt(argument.type) ? wrapped('Unicode', argument, unicodeOperand(argument)) : undefined)],
  ['s', printText],
  ['b64', (argument) => (isBytes(argument.type) ? wrapped('Base64', argument, bytesOperand(argument)) : undefined)],
  ['t', printTag],
  ['f', printByMethod],
  ['B', (argument) => (isInt(argument.type) ? wrapped('ByteSize', argument) : undefined)],
  ['Bi', (argument) => (isInt(argument.type) ? wrapped('ByteSizeBinary', argument) : undefined)],
]);

function wrapped(wrapper: string, { expr, host }: PrintedArgument, operand: rust.Expr = expr): Printed {
  const callee = build.path(...host.runtimePath('fmt', wrapper));
  return { expr: build.call(callee, [operand]), takesOptions: true, mayPrintBytes: false, takesPrecision: false };
}

function plain({ expr }: PrintedArgument): Printed {
  return { expr, takesOptions: false, mayPrintBytes: false, takesPrecision: false };
}

/** `{s}`; what is text in Rust already is printed as it is. */
function printText(argument: PrintedArgument): Printed | undefined {
  const { type, expr, hasOptions, isKnownText, isName: isTagName, host } = argument;
  const isName = type.kind === 'enum' || type.kind === 'errorSet' || type.kind === 'inferredErrorSet';
  if ((isName || type.kind === 'anyerror') && printsAsBefore(host.program)) return printTag(argument);
  if (isTerminated(type)) return { ...wrapped('Bytes', argument, host.terminatedBytes(expr)), mayPrintBytes: true };
  if (!isBytes(type)) return undefined;
  if (isTagName && expr.kind === 'methodCall' && expr.method === 'as_bytes') {
    const text = expr.receiver;
    return hasOptions ? wrapped('Text', argument, text) : plain({ ...argument, expr: text });
  }
  return { ...wrapped('Bytes', argument, bytesOperand(argument)), mayPrintBytes: !isKnownText };
}

function printNumber(wrapper: string, argument: PrintedArgument): Printed | undefined {
  const { type, host } = argument;
  switch (type.kind) {
    case 'int':
      return wrapper === 'Dec' && !argument.hasOptions ? plain(argument) : wrapped(wrapper, argument);
    case 'float':
      return type.bits > 64 ? undefined : { ...wrapped(wrapper, argument), takesPrecision: true };
    case 'comptime_float':
      return { ...wrapped(wrapper, argument), takesPrecision: true };
    case 'enum':
      return wrapped(wrapper, argument, host.intFromEnum(argument.expr, type));
    default:
      return undefined;
  }
}

function printHex(wrapper: string, bytesWrapper: string, argument: PrintedArgument): Printed | undefined {
  if (isBytes(argument.type)) return wrapped(bytesWrapper, argument, bytesOperand(argument));
  return printNumber(wrapper, argument);
}

/** `{}` and `{any}`. */
function printAny(argument: PrintedArgument): Printed | undefined {
  const { type, host } = argument;
  if (printsAsBefore(host.program) && !isPrintedAlike(type)) return printAnyAsBefore(argument);
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'comptime_float':
      return printNumber('Dec', argument);
    case 'bool':
      return argument.hasOptions ? anyOf(argument, type) : plain(argument);
    case 'pointer':
      return printPointer(argument, type);
    case 'vector':
      return host.requirePrint(type.child)
        ? anyOf({ ...argument, expr: build.method(argument.expr, 'to_array') }, type)
        : undefined;
    case 'enum':
      return type.isNonExhaustive ? undefined : printName('.', argument);
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return printName('error.', argument);
    case 'errorUnion':
      return printErrorUnion('any', argument);
    case 'type':
    case 'fn':
    case 'unknown':
    case 'noreturn':
    case 'anyopaque':
      return undefined;
    default:
      return host.requirePrint(type) ? anyOf(argument, type) : undefined;
  }
}

function printAnyAsBefore(argument: PrintedArgument): Printed | undefined {
  const { type } = argument;
  if (type.kind === 'float' || type.kind === 'comptime_float') return printNumber('Sci', argument);
  const prefix = enumPrefix(type);
  return prefix === undefined ? undefined : printName(prefix, argument);
}

/** A tag or an error by its name: Zig forbids a width here. */
function printName(prefix: string, argument: PrintedArgument): Printed {
  const expr = argument.host.tagName(argument.expr, argument.type);
  return { ...plain({ ...argument, expr }), prefix };
}

function printPointer(argument: PrintedArgument, type: Extract<Type, { kind: 'pointer' }>): Printed | undefined {
  if (type.size === 'slice' || (type.size === 'one' && PRINTED_THROUGH_POINTERS.has(type.child.kind))) {
    return argument.host.requirePrint(type.child) ? anyOf(argument, type) : undefined;
  }
  return undefined;
}

const PRINTED_THROUGH_POINTERS: ReadonlySet<Type['kind']> = new Set(['array', 'enum', 'union', 'struct', 'tuple']);

function anyOf({ expr, host }: PrintedArgument, type: Type): Printed {
  const callee = build.path(...host.runtimePath('fmt_any', 'Any'));
  const isReference = type.kind === 'pointer' && type.size === 'slice';
  const operand = isReference ? expr : referenceTo(expr);
  return { expr: build.call(callee, [operand]), takesOptions: true, mayPrintBytes: false, takesPrecision: true };
}

/** `{t}`: the name of a tag or an error. */
function printTag(argument: PrintedArgument): Printed | undefined {
  const { type, host, expr } = argument;
  const isNamed =
    type.kind === 'enum' || type.kind === 'union' || type.kind === 'errorSet' || type.kind === 'inferredErrorSet';
  if (!isNamed && type.kind !== 'anyerror') return undefined;
  const name = host.tagName(expr, type);
  return argument.hasOptions ? wrapped('Text', argument, name) : plain({ ...argument, expr: name });
}

/** `{f}`: the type's own `format` method, which prints through a writer. */
function printByMethod(argument: PrintedArgument): Printed | undefined {
  const display = argument.host.display(argument.expr, argument.type);
  return display === undefined ? undefined : { ...plain({ ...argument, expr: display }), mayPrintBytes: true };
}

/** `{?…}`: the inner wrapper is mapped over the optional. */
function printOptional(inner: string, argument: PrintedArgument): Printed | undefined {
  const { type, host } = argument;
  if (type.kind !== 'optional') return undefined;
  const mapped = mapInner(inner, type.child, isNone(argument.expr) ? { ...argument, expr: TYPED_NONE } : argument);
  return mapped === undefined
    ? undefined
    : { ...mapped, expr: build.call(build.path(...host.runtimePath('fmt', 'Opt')), [mapped.expr]) };
}

function isNone(expr: rust.Expr): boolean {
  return localName(expr) === 'None';
}

/** `null` prints alike whatever it is the null of, but Rust wants to know. */
const TYPED_NONE: rust.Expr = build.path({ name: 'None', generics: [{ kind: 'type', type: build.u8Type }] });

/** `{!…}`: the payload by its own specifier, an error by its name. */
function printErrorUnion(inner: string, argument: PrintedArgument): Printed | undefined {
  const { type, host } = argument;
  if (type.kind !== 'errorUnion') return undefined;
  const mapped = mapInner(inner, type.payload, argument);
  if (mapped === undefined) return undefined;
  const errorName = host.tagName(build.path('error'), type.errorSet);
  const name = build.closure(['error'], errorName);
  const named = build.method(mapped.expr, 'map_err', [name]);
  return { ...mapped, expr: build.call(build.path(...host.runtimePath('fmt', 'Res')), [named]) };
}

/** `container.map(Wrapper)`. Scalars and slices are copied out, everything else is looked at through `as_ref`. */
function mapInner(inner: string, type: Type, outer: PrintedArgument): Printed | undefined {
  const value = build.path('value');
  const isCopied = COPIED.has(type.kind);
  const container = isCopied ? outer.expr : build.method(outer.expr, 'as_ref');
  const printed = printArgument(inner, {
    ...outer,
    type,
    expr: isCopied ? value : build.deref(value),
    isKnownText: false,
    isName: false,
  });
  // What is printed inside a wrapper is one expression.
  if (printed === undefined || printed.prefix !== undefined) return undefined;
  if (printed.expr === value) return { ...printed, takesOptions: true, expr: container };
  const wrapper = isCopied ? wrapperOf(printed.expr, value) : undefined;
  const closure = wrapper ?? build.closure(['value'], printed.expr);
  return { ...printed, takesOptions: true, expr: build.method(container, 'map', [closure]) };
}

const COPIED: ReadonlySet<Type['kind']> = new Set(['int', 'float', 'bool', 'pointer', 'void']);

/** `Wrapper` of `Wrapper(value)`. */
function wrapperOf(expr: rust.Expr, value: rust.Expr): rust.Expr | undefined {
  return expr.kind === 'call' && expr.arguments.length === 1 && expr.arguments[0] === value ? expr.callee : undefined;
}

function isInt(type: Type): boolean {
  return type.kind === 'int';
}

/** Strings: slices and arrays of bytes, and pointers to such arrays. */
export function isBytes(type: Type): boolean {
  if (type.kind === 'array') return isByte(type.child);
  if (type.kind !== 'pointer') return false;
  if (type.size === 'slice') return isByte(type.child);
  return type.size === 'one' && type.child.kind === 'array' && isByte(type.child.child);
}

/** Strings of C: pointers to bytes up to a NUL. */
function isTerminated(type: Type): boolean {
  const isMany = type.kind === 'pointer' && (type.size === 'c' || (type.size === 'many' && isZero(type.sentinel)));
  return isMany && isByte(type.child);
}

function isZero(sentinel: Value | undefined): boolean {
  return sentinel?.kind === 'int' && Number(sentinel.int) === 0;
}

function isByte(type: Type): boolean {
  return type.kind === 'int' && type.bits === 8 && !type.signed;
}

function bytesOperand({ type, expr }: PrintedArgument): rust.Expr {
  return type.kind === 'pointer' && type.size === 'slice' ? expr : referenceTo(expr);
}

function unicodeOperand({ type, expr }: PrintedArgument): rust.Expr {
  const isWord = type.kind === 'int' && type.bits > 16 && type.bits <= 32;
  return isWord ? expr : build.call(build.path('u32', 'from'), [expr]);
}

/** `&place`; of what a reference points to, the reference. */
function referenceTo(expr: rust.Expr): rust.Expr {
  return expr.kind === 'deref' ? expr.operand : build.refTo(expr);
}
