/**
 * Puts Rust AST in the place of a template's metavariables.
 *
 * Besides `$name` a template may say `$Result` (the type of the result, without its error union), `error::Name` (an error of the
 * result's set) and `undefined::<$T>()` (what undefined memory of a type becomes).
 */
import type * as rust from '../../emit/rust-ast.js';
import { bareName, isMetaName, isRecord } from './metavariables.js';

/** What metavariables stand for, and where the runtime's items are found. */
export interface Substitution {
  readonly exprs: Pick<ReadonlyMap<string, rust.Expr>, 'get'>;
  readonly types: Pick<ReadonlyMap<string, rust.Type>, 'get'>;
  /** Names whose expressions are references to slices. */
  readonly slices: ReadonlySet<string>;
  /** `$name...`. */
  readonly lists: ReadonlyMap<string, readonly rust.Expr[]>;
  /** The path that the crate writes for `rt::module::item`. */
  runtimePath(module: string, item: string): readonly string[];
  /** The value of `error::name`. */
  errorValue(name: string): rust.Expr;
  /** The value of `undefined::<$name>()`. */
  undefinedValue(variable: string): rust.Expr;
}

/** The template with every metavariable replaced. */
export function substitute<Node extends object>(node: Node, substitution: Substitution): Node {
  return replace(node, substitution) as Node;
}

function replace(node: unknown, substitution: Substitution): unknown {
  if (Array.isArray(node)) return node.flatMap((element) => replaceElement(element, substitution));
  if (!isRecord(node)) return node;
  if (node.kind === 'meta' && typeof node.name === 'string') return boundTo(bareName(node.name), substitution);
  const slice = borrowedSlice(node, substitution);
  if (slice !== undefined) return slice;
  const special = specialExpr(node, substitution);
  if (special !== undefined) return special;
  const replaced = Object.entries(node).map(([key, value]) => [key, replace(value, substitution)] as const);
  const result = Object.fromEntries(replaced);
  if (isPath(result)) return replacePath(result, substitution);
  return withoutNeedlessBorrow(node, result);
}

/** `&$key` of a slice is the slice: it is a reference already. */
function borrowedSlice(
  node: Readonly<Record<string, unknown>>,
  { exprs, slices }: Substitution,
): rust.Expr | undefined {
  if (node.kind !== 'ref' || !isRecord(node.operand) || node.operand.kind !== 'meta') return undefined;
  const name = bareName(String(node.operand.name));
  return slices.has(name) ? exprs.get(name) : undefined;
}

/** Where a template has a receiver: Rust borrows and dereferences it by itself. */
const RECEIVERS: Readonly<Record<string, string>> = {
  methodCall: 'receiver',
  field: 'operand',
  tupleField: 'operand',
  index: 'operand',
};

/** `(&x).len()` and `(*x).len()` are `x.len()` where `$x` is what the method is called on. */
function withoutNeedlessBorrow(
  template: Readonly<Record<string, unknown>>,
  result: Readonly<Record<string, unknown>>,
): unknown {
  const key = RECEIVERS[String(template.kind)];
  const before = key === undefined ? undefined : template[key];
  const after = key === undefined ? undefined : result[key];
  if (key === undefined || !isRecord(before) || before.kind !== 'meta' || !isRecord(after)) return result;
  const isBorrow = after.kind === 'deref' || after.kind === 'ref';
  const receiver = isBorrow && !isRawBorrow(after) ? after.operand : after;
  return { ...result, [key]: withoutFullRange(receiver) };
}

/** `x[..].len()` is `x.len()`: a `Vec` has the methods of its slice. */
function withoutFullRange(receiver: unknown): unknown {
  if (!isRecord(receiver) || receiver.kind !== 'index' || !isRecord(receiver.index)) return receiver;
  const { index } = receiver;
  return index.kind === 'range' && index.start === undefined && index.end === undefined ? receiver.operand : receiver;
}

/** A borrow of what a raw pointer points to has to be written: Rust refuses to make it by itself. */
function isRawBorrow(node: Readonly<Record<string, unknown>>): boolean {
  const operand = isRecord(node.operand) ? node.operand : undefined;
  return node.kind === 'ref' && operand !== undefined && (isRawOperand(operand) || isRawBorrow(operand));
}

/** What a raw pointer points to, or a part of it. */
function isRawOperand(node: Readonly<Record<string, unknown>>): boolean {
  if (node.kind === 'unsafe') return true;
  const isPart = node.kind === 'field' || node.kind === 'tupleField' || node.kind === 'index';
  return isPart && isRecord(node.operand) && isRawOperand(node.operand);
}

/** `error::Name` and `undefined::<$T>()`. */
function specialExpr(node: Readonly<Record<string, unknown>>, substitution: Substitution): rust.Expr | undefined {
  const path = node.kind === 'path' ? pathNames(node) : node.kind === 'call' ? pathNames(node.callee) : undefined;
  const [first, second] = path?.segments ?? [];
  if (node.kind === 'path' && first?.name === 'error' && second !== undefined)
    return substitution.errorValue(second.name);
  if (node.kind !== 'call' || first?.name !== 'undefined') return undefined;
  const [argument] = first.generics ?? [];
  const type = argument?.kind === 'type' ? argument.type : undefined;
  return type?.kind === 'meta' ? substitution.undefinedValue(bareName(type.name)) : undefined;
}

function pathNames(node: unknown): rust.Path | undefined {
  const path = isRecord(node) && node.kind === 'path' ? node.path : undefined;
  return isRecord(path) && isPath(path) ? path : undefined;
}

/** An element of a list: `$args...` becomes as many elements. */
function replaceElement(element: unknown, substitution: Substitution): readonly unknown[] {
  const list = variadicName(element);
  if (list === undefined) return [replace(element, substitution)];
  const exprs = substitution.lists.get(list) ?? [];
  return isRecord(element) && element.kind === 'expr' ? exprs.map((expr) => ({ ...element, expr })) : exprs;
}

/** The name of `$name...`, alone or as a macro argument. */
function variadicName(element: unknown): string | undefined {
  if (!isRecord(element)) return undefined;
  const meta = element.kind === 'expr' ? element.expr : element;
  const isVariadic = isRecord(meta) && meta.kind === 'meta' && meta.variadic === true;
  return isVariadic && typeof meta.name === 'string' ? bareName(meta.name) : undefined;
}

function boundTo(name: string, { exprs, types }: Substitution): rust.Expr | rust.Type {
  const bound = types.get(name) ?? exprs.get(name);
  if (bound === undefined) throw new Error(`$${name} is not bound`);
  return bound;
}

function isPath(node: object): node is rust.Path {
  return 'segments' in node && Array.isArray(node.segments);
}

/** `$T::MAX` takes the type's own path, or `<[u8]>::MAX`; `rt::module::item` the path that the crate writes. */
function replacePath(path: rust.Path, substitution: Substitution): rust.Path {
  const [first, second, third] = path.segments;
  if (first === undefined) return path;
  if (isMetaName(first.name)) {
    const type = substitution.types.get(bareName(first.name));
    if (type === undefined) throw new Error(`${first.name} is no type`);
    const rest = path.segments.slice(1);
    if (type.kind === 'path') return { ...type.path, segments: [...type.path.segments, ...rest] };
    return { qualifiedSelf: { type }, segments: rest };
  }
  if (first.name !== 'rt' || second === undefined || third === undefined) return path;
  const names = substitution.runtimePath(second.name, third.name);
  const segments = names.map((name): rust.PathSegment => ({ name }));
  const last = segments.pop();
  return { ...path, segments: [...segments, { ...third, name: last?.name ?? third.name }, ...path.segments.slice(3)] };
}
