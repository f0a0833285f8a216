/**
 * The initial values of globals, made once: by the item, or by the first mention of one. A global whose value cannot be ported has no
 * item; what mentions it is unported too.
 */
import { diagnostic } from '../../diagnostics.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Decl } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { isComptimeNumber } from '../analysis/number-types.js';
import { isExternGlobal } from '../analysis/symbols.js';
import { buildQuestion } from '../build-question.js';
import { lowerComptimeNumber } from '../comptime-number.js';
import { constant } from '../constant.js';
import { type Body, type Crate, newFacts, type Scope, Unported } from '../context.js';
import { lowerInto } from '../expr.js';
import { isNativeFloat } from '../float.js';
import { nativeInt } from '../integer.js';
import { asExpr } from '../lowered.js';
import { LocalNames } from '../names/local-names.js';
import type { TypeRepr } from '../representation/contract.js';
import { wrapUnsafeExpr } from '../unsafety.js';
import { isWide } from '../wide.js';

export type GlobalValue =
  /** It is being made: it mentions itself, by its address. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'value'; readonly type: Type; readonly value: Expr }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Somebody else has it. */
  | { readonly kind: 'extern' }
  /** It does not exist at run time. */
  | { readonly kind: 'none' };

/** The initial value of a global. */
export function globalValue(decl: Decl, crate: Crate): GlobalValue {
  const known = crate.globalValues.get(decl);
  if (known !== undefined) return known;
  crate.globalValues.set(decl, { kind: 'pending' });
  const made = makeValue(decl, crate);
  crate.globalValues.set(decl, made);
  return made;
}

function makeValue(decl: Decl, crate: Crate): GlobalValue {
  if (decl.type === undefined || crate.representation.isErased(decl.type)) return { kind: 'none' };
  const type = isComptimeNumber(decl.type) ? crate.numberTypes.of(decl) : decl.type;
  if (type === undefined || isMeaningless(type)) return { kind: 'none' };
  if (type.kind === 'void' && crate.globalStorage(decl) === 'const') return { kind: 'none' };
  if (isExternGlobal(decl)) return { kind: 'extern' };
  try {
    return { kind: 'value', type, value: initialiser(decl, type, globalScope(decl, crate)) };
  } catch (error) {
    return { kind: 'failed', reason: reportFailure(error, decl, crate) };
  }
}

function reportFailure(error: unknown, decl: Decl, crate: Crate): string {
  const reason = error instanceof Unported ? error.reason : 'zig2rust failed on it';
  const span = { file: decl.container.file.path, start: decl.node.start, end: decl.node.end };
  crate.markers.push({ span, function: decl.qualifiedName, reason });
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  crate.diagnostics.push(
    error instanceof Unported
      ? diagnostic('not-implemented', span, { what: reason })
      : diagnostic('internal-error', span, { message }),
  );
  return reason;
}

function isMeaningless(type: Type): boolean {
  return type.kind === 'type' || type.kind === 'fn' || type.kind === 'enum_literal' || type.kind === 'unknown';
}

/** Where the initial value of a container's declaration is made. */
export function globalScope(decl: Decl, crate: Crate): Scope {
  const module = decl.kind === 'comptime' ? crate.names.moduleOf(decl.container) : crate.names.global(decl).module;
  const body: Body = {
    instance: undefined,
    kind: 'global',
    names: new LocalNames(module.values),
    isRehearsal: false,
    facts: newFacts(),
    known: newFacts(),
    claimed: new Set(),
    inPlace: new Map(),
  };
  return { crate, module, file: decl.container.file, body, frames: undefined, capturedErrors: new Map() };
}

/** The author's expression where Rust can evaluate it as a constant, else its value. */
function initialiser(decl: Decl, type: Type, scope: Scope): Expr {
  const init = scope.crate.representation.init(decl);
  const written = init === undefined ? undefined : initialExpr(init);
  const slot = scope.crate.representation.global(decl);
  if (written !== undefined && isConstant(written)) return writtenConstant(written, type, slot, scope);
  if (decl.value === undefined) throw new Unported('a global without a known value', decl.node);
  return wrapUnsafeExpr(constant(decl.value, type, scope, nodeOf(decl), slot));
}

function writtenConstant(written: ir.Expr, type: Type, slot: TypeRepr, scope: Scope): Expr {
  if (isComptimeNumber(written.type) && (type.kind === 'int' || type.kind === 'float'))
    return lowerComptimeNumber(written, type, scope);
  return wrapUnsafeExpr(asExpr(lowerInto(written, slot, scope)));
}

/** The initial value of a constant of a body that becomes an item. */
export function promotedValue({ init, local }: LetOf, value: Value, slot: TypeRepr, scope: Scope): Expr {
  const site: Scope = { ...scope, body: { ...scope.body, kind: 'global' } };
  if (isConstant(init, scope.crate.representation.promoted)) return writtenConstant(init, local.type, slot, site);
  return wrapUnsafeExpr(constant(value, local.type, site, init.node, slot));
}

type LetOf = Extract<ir.Statement, { readonly kind: 'let' }>;

function nodeOf(decl: Decl): ir.Expr['node'] | undefined {
  return decl.node.kind === 'varDecl' ? decl.node.value : undefined;
}

function initialExpr(init: ir.Block): ir.Expr | undefined {
  const last = init.statements.at(-1);
  if (init.statements.length !== 1 || last?.kind !== 'expr') return undefined;
  return last.expr.kind === 'break' ? last.expr.operand : last.expr;
}

const NOTHING_PROMOTED: ReadonlySet<ir.Local> = new Set();

const CONSTANT_KINDS: ReadonlySet<ir.ExprKind> = new Set([
  'constant',
  'arithmetic',
  'negate',
  'coerce',
  'structInit',
  'sequenceInit',
  'repeatInit',
  'load',
  'unionInit',
  'compare',
  'logical',
  'not',
]);

const CONSTANT_OPERATORS: ReadonlySet<ir.ArithmeticOperator> = new Set([
  ...['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>'],
] as const);

/** Whether it is one of Rust's operators, at one of Rust's types. */
function isRustArithmetic({ operator, type }: ir.Arithmetic): boolean {
  if (isComptimeNumber(type)) return true;
  if (type.kind === 'float') return isNativeFloat(type) && (operator === '+' || operator === '-' || operator === '*');
  return type.kind === 'int' && nativeInt(type)?.isExact === true && CONSTANT_OPERATORS.has(operator);
}

function isNumeric({ kind }: Type): boolean {
  return kind === 'int' || kind === 'float';
}

/** Expressions that Rust evaluates in a constant as Zig does. */
function isConstant(expr: ir.Expr, promoted: ReadonlySet<ir.Local> = NOTHING_PROMOTED): boolean {
  const inner = (part: ir.Expr): boolean => isConstant(part, promoted);
  if (expr.kind === 'addressOf') return expr.place.kind === 'local' && promoted.has(expr.place.local);
  if (!CONSTANT_KINDS.has(expr.kind) || isWide(expr.type)) return false;
  switch (expr.kind) {
    case 'arithmetic':
      return inner(expr.left) && inner(expr.right) && isRustArithmetic(expr);
    case 'negate':
      return inner(expr.operand);
    case 'coerce':
      // From one type of numbers to another there is only `From`, which is no constant.
      return inner(expr.operand) && (!isNumeric(expr.operand.type) || isComptimeNumber(expr.operand.type));
    case 'structInit':
      return expr.type.layout !== 'packed' && expr.fields.every((field) => inner(field.value));
    case 'sequenceInit':
      return expr.elements.every(inner);
    case 'repeatInit':
      return inner(expr.element);
    case 'unionInit':
      return inner(expr.payload);
    case 'compare':
      return buildQuestion(expr) !== undefined;
    case 'logical':
      return inner(expr.left) && inner(expr.right);
    case 'not':
      return inner(expr.operand);
    case 'load':
      return expr.place.kind === 'global' && expr.place.decl.kind === 'const';
    default:
      return true;
  }
}
