/**
 * A Zig print (`fmt`, `args`) as the arguments of a Rust format macro: text and placeholders, expressions behind them, and the
 * statements that bind arguments whose evaluation would otherwise be repeated or reordered.
 */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type * as ir from '../../../parse/ir/ir.js';
import { compareFloats, convertFloat, floatOfLiteral, negateFloat } from '../../../parse/sema/float.js';
import { T } from '../../../parse/sema/pool.js';
import { typeName } from '../../../parse/sema/print-type.js';
import { isRepeatable } from '../bindings-order.js';
import type { Refusal, RuleHost } from '../define.js';
import type { UsedMethod } from '../rule-set.js';
import { constantBytes, textOf } from './bytes.js';
import { foldInteger, pad } from './fold.js';
import { type BoundPart, type BoundPlaceholder, bindArguments, type Extent, parseFormat } from './format-string.js';
import { isBytes, printArgument } from './placeholder.js';

/** What stands in a format macro. */
export interface PrintedFormat {
  readonly statements: readonly rust.Statement[];
  readonly pieces: readonly rust.FormatPiece[];
  readonly args: readonly rust.Expr[];
  /** True: every byte printed is UTF-8, so `print!` and `format!` may be used; false: it has to go through `rt::io`. */
  readonly isUtf8: boolean;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** Ports a print whose format string is known. */
export function printFormat(format: ir.Expr, args: ir.Expr, host: RuleHost): PrintedFormat | Refusal {
  const bytes = constantBytes(format);
  if (bytes === undefined) return { refused: 'its format string is not known while porting' };
  const elements = elementsOf(args);
  if (elements === undefined) return { refused: 'its arguments are not written as a list at the call' };
  const text = textOf(bytes);
  const parsed = parseFormat(text.text);
  if ('fault' in parsed) return { refused: parsed.fault };
  const bound = bindArguments(
    parsed.parts,
    elements.map((element) => element.name),
  );
  if ('fault' in bound) return { refused: bound.fault };
  return assemble(bound.parts, elements, host, { isUtf8: text.isUtf8, isFirst: host.isFirst(args) });
}

interface Circumstances {
  /** The format string is UTF-8. */
  readonly isUtf8: boolean;
  /** The arguments are evaluated before what is printed to is borrowed. */
  readonly isFirst: boolean;
}

/** Types whose own `format` method a print calls: those of the arguments under `{f}`. */
export function formatMethods(format: ir.Expr | undefined, args: ir.Expr | undefined): readonly UsedMethod[] {
  const bytes = format === undefined ? undefined : constantBytes(format);
  const elements = args === undefined ? undefined : elementsOf(args);
  const parsed = bytes === undefined ? undefined : parseFormat(textOf(bytes).text);
  if (elements === undefined || parsed === undefined || 'fault' in parsed) return [];
  const names = elements.map((element) => element.name);
  const bound = bindArguments(parsed.parts, names);
  if ('fault' in bound) return [];
  return bound.parts.flatMap((part) => {
    const type = part.kind === 'text' || part.specifier !== 'f' ? undefined : elements[part.argument]?.expr.type;
    const printed = type?.kind === 'pointer' ? type.child : type;
    return printed !== undefined && 'container' in printed ? [{ type: printed, name: 'format' }] : [];
  });
}

export interface Element {
  readonly name: string;
  readonly expr: ir.Expr;
}

/** The elements of `.{ a, b }` or `.{ .name = a }`, in the order in which they are evaluated. */
function elementsOf(args: ir.Expr): readonly Element[] | undefined {
  return listedElements(args)?.map(({ name, expr }) => ({ name, expr: doubleOf(expr) ?? expr }));
}

/** A `comptime_float`, which Zig prints as an `f128`, as the double with the same digits; undefined where there is none. */
function doubleOf({ type, value, node }: ir.Expr): ir.Expr | undefined {
  if (type.kind !== 'comptime_float' || value?.kind !== 'float') return undefined;
  const double = convertFloat(value, 64);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(double.float)) ?? [];
  if (whole === '') return undefined;
  const shown = floatOfLiteral(BigInt(whole + fraction), 10, Number(exponent) - fraction.length, 128);
  const isSame = compareFloats(sign === '' ? shown : negateFloat(shown), value) === 0;
  return isSame ? { kind: 'constant', type: T.f64, value: double, node } : undefined;
}

/** The elements as they are written. */
export function listedElements(args: ir.Expr): readonly Element[] | undefined {
  switch (args.kind) {
    case 'sequenceInit':
      return args.elements.map((expr, index) => ({ name: String(index), expr }));
    case 'structInit': {
      const { fields } = args.type;
      return args.fields.map((field) => ({ name: fields?.[field.index]?.name ?? '', expr: field.value }));
    }
    case 'coerce':
      return listedElements(args.operand);
    case 'constant':
      return constantElements(args);
    case 'load':
      return loadedElements(args);
    default:
      return undefined;
  }
}

/** The elements of a list that was handed on: `args` of a function that prints what it is given. */
function loadedElements({ place, type, node }: ir.Load): readonly Element[] | undefined {
  if (type.kind !== 'tuple') return undefined;
  return type.elements.map((element, index): Element => {
    const name = String(index);
    if (element.value !== undefined)
      return { name, expr: { kind: 'constant', node, type: element.type, value: element.value } };
    const part: ir.FieldPlace = {
      kind: 'fieldPlace',
      base: place,
      container: type,
      index,
      name,
      type: element.type,
      node: place.node,
    };
    return { name, expr: { kind: 'load', place: part, type: element.type, node } };
  });
}

/** A list of constants only arrives as one constant. */
function constantElements(args: ir.Constant): readonly Element[] | undefined {
  const { type, value } = args;
  if (value.kind === 'void') return [];
  const types =
    type.kind === 'tuple'
      ? type.elements.map((element, index) => ({ name: String(index), ...element }))
      : type.kind === 'struct'
        ? type.fields
        : undefined;
  if (types === undefined || value.kind !== 'aggregate') return types?.length === 0 ? [] : undefined;
  return types.map((element, index): Element => {
    const elementValue = value.elements[index] ?? { kind: 'undefined' };
    return { name: element.name, expr: { kind: 'constant', node: args.node, type: element.type, value: elementValue } };
  });
}

function assemble(
  parts: readonly BoundPart[],
  elements: readonly Element[],
  host: RuleHost,
  { isUtf8: isTextUtf8, isFirst }: Circumstances,
): PrintedFormat | Refusal {
  const folded = parts.map((part) => fold(part, elements));
  const printed = new Set(folded.flatMap((part) => (part.kind === 'text' ? [] : argumentsOf(part))));
  const byMethod = new Set(
    folded.flatMap((part) => (part.kind === 'text' || part.specifier !== 'f' ? [] : [part.argument])),
  );
  const uses = { printed, byMethod, isInOrder: usesInOrder(folded) };
  const lowered = lowerElements(elements, uses, isFirst, host);
  const pieces: rust.FormatPiece[] = [];
  const args: rust.Expr[] = [];
  let isUtf8 = isTextUtf8;
  for (const part of folded) {
    if (part.kind === 'text') {
      pushText(pieces, part.text);
      isUtf8 &&= !CARRIED.test(part.text);
      continue;
    }
    const one = printPlaceholder(part, elements, lowered.exprs, args, host);
    if (one === undefined) return { refused: `{${part.specifier}} cannot print a ${kindOf(elements[part.argument])}` };
    pushText(pieces, one.prefix);
    pieces.push(one.piece);
    isUtf8 &&= !one.mayPrintBytes;
  }
  return { statements: lowered.statements, pieces: withoutNeedlessPositions(pieces, args.length), args, isUtf8 };
}

/** Placeholders that take every argument once and in order need no positions. */
function withoutNeedlessPositions(pieces: readonly rust.FormatPiece[], count: number): readonly rust.FormatPiece[] {
  if (pieces.filter((piece) => piece.kind === 'argument').length !== count) return pieces;
  return pieces.map((piece) => (piece.kind === 'argument' ? build.hole(piece.specification) : piece));
}

const CARRIED = /[\u{10ff80}-\u{10ffff}]/u;

function kindOf(element: Element | undefined): string {
  return element?.expr.type.kind ?? 'missing argument';
}

function pushText(pieces: rust.FormatPiece[], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + text };
  else if (text !== '') pieces.push({ kind: 'text', text });
}

/** Prints what is known while porting. */
function fold(part: BoundPart, elements: readonly Element[]): BoundPart {
  if (part.kind === 'text') return part;
  const known = { ...part, width: knownExtent(part.width, elements), precision: knownExtent(part.precision, elements) };
  const text = foldedText(known, elements);
  return text === undefined ? known : { kind: 'text', text };
}

function knownExtent(extent: Extent, elements: readonly Element[]): Extent {
  const value = extent.kind === 'argument' ? elements[extent.index]?.expr.value : undefined;
  return value?.kind === 'int' ? { kind: 'number', number: Number(value.int) } : extent;
}

function foldedText(part: BoundPlaceholder, elements: readonly Element[]): string | undefined {
  const expr = elements[part.argument]?.expr;
  if (expr === undefined || part.width.kind === 'argument') return undefined;
  const width = part.width.kind === 'number' ? part.width.number : 0;
  const options = { fill: part.fill, alignment: part.alignment, width };
  const { value, type } = expr;
  if (type.kind === 'comptime_int' && value?.kind === 'int') return foldInteger(part.specifier, value.int, options);
  const isPlain = part.specifier === '' || part.specifier === 'any';
  if (isPlain && type.kind === 'bool' && value?.kind === 'bool' && expr.kind !== 'load')
    return pad(String(value.bool), options);
  if (part.specifier.startsWith('?') && value?.kind === 'null') return pad('null', options);
  if (part.specifier === 't' && type.kind === 'enum_literal' && value?.kind === 'enumLiteral')
    return pad(value.name, options);
  if (type.kind === 'type' && value?.kind === 'type' && isPlain) return pad(typeName(value.type), options);
  const isUnnamed = expr.node.kind === 'stringLiteral' || expr.kind === 'constant';
  const isLiteral = part.specifier === 's' && isBytes(type) && isUnnamed;
  const bytes = isLiteral ? constantBytes(expr) : undefined;
  return bytes === undefined ? undefined : pad(textOf(bytes).text, options);
}

function argumentsOf(part: BoundPlaceholder): readonly number[] {
  return [
    part.argument,
    ...[part.width, part.precision].flatMap((one) => (one.kind === 'argument' ? [one.index] : [])),
  ];
}

/** Whether the placeholders take the arguments once each, from first to last. */
function usesInOrder(parts: readonly BoundPart[]): boolean {
  const uses = parts.flatMap((part) => (part.kind === 'text' ? [] : argumentsOf(part)));
  return uses.every((use, at) => at === 0 || use > (uses[at - 1] ?? -1));
}

/** How the placeholders use the arguments. */
interface Uses {
  readonly printed: ReadonlySet<number>;
  /** Printed by a method of their own, which is called in a closure. */
  readonly byMethod: ReadonlySet<number>;
  /** Each once, from first to last. */
  readonly isInOrder: boolean;
}

function lowerElements(
  elements: readonly Element[],
  { printed, byMethod, isInOrder }: Uses,
  isFirst: boolean,
  host: RuleHost,
): { readonly statements: readonly rust.Statement[]; readonly exprs: readonly (rust.Expr | undefined)[] } {
  const lowered = host.lowerArguments(
    elements.map(({ expr }, index) => ({ expr, mode: printed.has(index) ? 'read' : 'drop' })),
  );
  // What a method prints is made before; and so is what stands in front of it.
  const isMade = (expr: rust.Expr | undefined, index: number) =>
    expr !== undefined && byMethod.has(index) && !isRepeatable(expr) && !PLACES.has(expr.kind);
  const lastMade = lowered.exprs.findLastIndex(isMade);
  const isAllBound = !isInOrder || isFirst;
  if (!isAllBound && lastMade < 0) return lowered;
  const statements = [...lowered.statements];
  const exprs = lowered.exprs.map((expr, index) => {
    const isRead =
      isScalar(elements[index]?.expr.type) &&
      ((isFirst && expr?.kind === 'field') || (index < lastMade && isChanging(elements[index]?.expr)));
    if (expr === undefined || (isRepeatable(expr) && !isRead)) return expr;
    if (!isAllBound && index > lastMade) return expr;
    const name = host.temporary('argument');
    statements.push(build.let_(name, expr));
    return build.path(name);
  });
  return { statements, exprs };
}

/** A read of what may be changed: of anything but a constant. */
function isChanging(expr: ir.Expr | undefined): boolean {
  return expr?.kind === 'load' && !(expr.place.kind === 'local' && expr.place.local.role !== 'var');
}

/** Places are borrowed by the closure that prints them. */
const PLACES: ReadonlySet<rust.Expr['kind']> = new Set(['path', 'field', 'tupleField', 'index', 'deref', 'ref']);

/** Of these a copy prints the same. */
function isScalar(type: ir.Expr['type'] | undefined): boolean {
  return type?.kind === 'int' || type?.kind === 'float' || type?.kind === 'bool' || type?.kind === 'enum';
}

function printPlaceholder(
  part: BoundPlaceholder,
  elements: readonly Element[],
  exprs: readonly (rust.Expr | undefined)[],
  args: rust.Expr[],
  host: RuleHost,
): { readonly prefix: string; readonly piece: rust.FormatPiece; readonly mayPrintBytes: boolean } | undefined {
  const type = elements[part.argument]?.expr.type;
  const expr = exprs[part.argument];
  if (type === undefined || expr === undefined) return undefined;
  const hasOptions = part.width.kind !== 'none' || part.precision.kind !== 'none';
  const isKnownText = isUtf8Text(elements[part.argument]?.expr);
  const isName = isNameOfTag(elements[part.argument]?.expr);
  const printed = printArgument(part.specifier, { type, expr, hasOptions, isKnownText, isName, host });
  if (printed === undefined) return undefined;
  args.push(printed.expr);
  const position = args.length - 1;
  const specification = printed.takesOptions ? specificationOf(part, exprs, args, printed.takesPrecision) : '';
  return {
    prefix: printed.prefix ?? '',
    piece: build.hole(specification === '' ? undefined : specification, position),
    mayPrintBytes: printed.mayPrintBytes,
  };
}

/** `@tagName(x)`, `@errorName(x)`: text in Rust, which its lowering has made bytes of. */
function isNameOfTag(expr: ir.Expr | undefined): boolean {
  if (expr?.kind === 'coerce') return isNameOfTag(expr.operand);
  return expr?.kind === 'builtin' && (expr.name === 'tagName' || expr.name === 'errorName');
}

function isUtf8Text(expr: ir.Expr | undefined): boolean {
  const bytes = expr === undefined || !isBytes(expr.type) ? undefined : constantBytes(expr);
  return bytes !== undefined && textOf(bytes).isUtf8;
}

const ALIGNMENT_SIGNS = { left: '<', center: '^', right: '>' } as const;

/** What follows the colon. Zig's zero fill knows nothing of signs, so it is never Rust's `0` flag. */
function specificationOf(
  part: BoundPlaceholder,
  exprs: readonly (rust.Expr | undefined)[],
  args: rust.Expr[],
  takesPrecision: boolean,
): string {
  const width = extentText(part.width, exprs, args);
  const isAligned = part.alignment !== undefined || part.fill !== undefined;
  const alignment = width !== '' && isAligned ? (part.fill ?? '') + ALIGNMENT_SIGNS[part.alignment ?? 'right'] : '';
  const precision = takesPrecision ? extentText(part.precision, exprs, args) : '';
  return alignment + width + (precision === '' ? '' : `.${precision}`);
}

/** A number, or `name$` of an argument. */
function extentText(extent: Extent, exprs: readonly (rust.Expr | undefined)[], args: rust.Expr[]): string {
  if (extent.kind === 'none') return '';
  if (extent.kind === 'number') return String(extent.number);
  const expr = exprs[extent.index];
  if (expr === undefined) return '';
  args.push(expr);
  return `${args.length - 1}$`;
}
