import type {
  AssignOperator,
  BinaryOperator,
  Block,
  ClosureParameter,
  Expr,
  FieldValue,
  GenericArgument,
  Path,
  PathSegment,
  Pattern,
  Type,
  UnaryOperator,
} from '../rust-ast.js';
import { genericArgument, pathOf, singleName } from './paths.js';

/** A name or path as an expression: `path('std', 'mem', 'swap')`, `path('x')`. */
export function path(...names: readonly (string | PathSegment)[]): Expr {
  return { kind: 'path', path: pathOf(...names) };
}
export function exprOfPath(value: Path): Expr {
  return { kind: 'path', path: value };
}
export function unary(operator: UnaryOperator, operand: Expr): Expr {
  return { kind: 'unary', operator, operand };
}
export function not(operand: Expr): Expr {
  return unary('!', operand);
}
export function deref(operand: Expr): Expr {
  return { kind: 'deref', operand };
}
export function refTo(operand: Expr): Expr {
  return { kind: 'ref', mutable: false, operand };
}
export function refMut(operand: Expr): Expr {
  return { kind: 'ref', mutable: true, operand };
}
export function rawRefConst(operand: Expr): Expr {
  return { kind: 'rawRef', mutable: false, operand };
}
export function rawRefMut(operand: Expr): Expr {
  return { kind: 'rawRef', mutable: true, operand };
}
export function binary(operator: BinaryOperator, left: Expr, right: Expr): Expr {
  return { kind: 'binary', operator, left, right };
}
export function assign(target: Expr, value: Expr, operator: AssignOperator = '='): Expr {
  return { kind: 'assign', operator, target, value };
}
/** `operand as type`. */
export function cast(operand: Expr, type: Type): Expr {
  return { kind: 'cast', operand, type };
}
export function field(operand: Expr, name: string): Expr {
  return { kind: 'field', operand, name };
}
export function tupleField(operand: Expr, fieldIndex: number): Expr {
  return { kind: 'tupleField', operand, index: fieldIndex };
}
export function index(operand: Expr, subscript: Expr): Expr {
  return { kind: 'index', operand, index: subscript };
}
export function call(callee: Expr, args: readonly Expr[], parameterTypes?: readonly (Type | undefined)[]): Expr {
  return { kind: 'call', callee, arguments: args, parameterTypes };
}
/** `receiver.method::<generics>(args)`. */
export function method(
  receiver: Expr,
  name: string,
  args: readonly Expr[] = [],
  generics?: readonly (Type | GenericArgument)[],
  parameterTypes?: readonly (Type | undefined)[],
): Expr {
  const typeArguments = generics?.map(genericArgument);
  return { kind: 'methodCall', receiver, method: name, generics: typeArguments, arguments: args, parameterTypes };
}
/** `operand?`. */
export function tryOp(operand: Expr): Expr {
  return { kind: 'try', operand };
}
/** `start..end`; either side may be absent. */
export function range(start: Expr | undefined, end: Expr | undefined, inclusive = false): Expr {
  return { kind: 'range', start, end, inclusive };
}
export function breakWith(value?: Expr, label?: string): Expr {
  return { kind: 'break', label, value };
}
export function break_(label?: string): Expr {
  return { kind: 'break', label };
}
export function continue_(label?: string): Expr {
  return { kind: 'continue', label };
}
export function return_(value?: Expr): Expr {
  return { kind: 'return', value };
}
/** `|a, b| body`. Names stand for untyped parameters. */
export function closure(
  parameters: readonly (string | Pattern | ClosureParameter)[],
  body: Expr,
  options: { readonly move?: boolean; readonly result?: Type } = {},
): Expr {
  const normalised = parameters.map(closureParameter);
  return { kind: 'closure', move: options.move ?? false, parameters: normalised, result: options.result, body };
}
/** `|parameter| body`; the function itself where the body only calls one with the parameter. */
export function mapping(parameter: string, body: Expr): Expr {
  const [argument, more] = body.kind === 'call' ? body.arguments : [];
  const isPlain = argument?.kind === 'path' && more === undefined && singleName(argument.path) === parameter;
  return isPlain && body.kind === 'call' && body.callee.kind === 'path' ? body.callee : closure([parameter], body);
}
/** `Path { name: value, … }`, fields as pairs or as nodes with comments. */
export function structLit(
  structPath: Path | string,
  fields: readonly (readonly [string, Expr] | FieldValue)[],
  base?: Expr,
): Expr {
  const values = fields.map((entry): FieldValue => ('value' in entry ? entry : { name: entry[0], value: entry[1] }));
  return {
    kind: 'struct',
    path: typeof structPath === 'string' ? pathOf(structPath) : structPath,
    fields: values,
    base,
  };
}
export function arrayLit(elements: readonly Expr[]): Expr {
  return { kind: 'array', elements };
}
export function arrayRepeat(value: Expr, length: Expr): Expr {
  return { kind: 'arrayRepeat', value, length };
}
export function tuple(...elements: readonly Expr[]): Expr {
  return { kind: 'tuple', elements };
}
export const unit: Expr = tuple();
export const underscore: Expr = { kind: 'underscore' };

/** A block as an expression: `{ … }`. */
export function blockExpr(block: Block): Expr {
  return { kind: 'block', block };
}
/** `const { … }`. */
export function constBlock(block: Block): Expr {
  return { kind: 'block', const: true, block };
}
/** `'label: { … }`. */
export function labeled(label: string, block: Block): Expr {
  return { kind: 'block', label, block };
}
/** `unsafe { … }` with the reason that stands above it and in the list of unsafe sites. */
export function unsafeBlock(reason: string | undefined, content: Block | Expr): Expr {
  const block: Block = 'statements' in content ? content : { statements: [], tail: content };
  return { kind: 'unsafe', reason, block };
}

function closureParameter(parameter: string | Pattern | ClosureParameter): ClosureParameter {
  if (typeof parameter === 'string')
    return { pattern: { kind: 'binding', byRef: false, mutable: false, name: parameter } };
  return 'kind' in parameter ? { pattern: parameter } : parameter;
}
