/** Container-level `const` and `var`: `const`, `static` where an address is taken, `static mut`. */
import { diagnostic } from '../../diagnostics.js';
import * as rust from '../../emit/build.js';
import type { Expr, Item, Type as RustType, Visibility } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Decl } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import { isComptimeNumber } from '../analysis/number-types.js';
import { lowerComptimeNumber } from '../comptime-number.js';
import { constant } from '../constant.js';
import { type Body, type Crate, newFacts, type Scope, Unported } from '../context.js';
import { lowerInto } from '../expr.js';
import { asExpr } from '../lowered.js';
import { LocalNames } from '../names/local-names.js';
import { rustType } from '../type.js';
import { wrapUnsafeExpr } from '../unsafety.js';
import type { ItemTrivia } from './trivia.js';

export interface GlobalOptions {
  readonly visibility: Visibility | undefined;
  readonly trivia: ItemTrivia;
}

/** The item of a global; undefined where it has no existence at run time. */
export function globalItem(decl: Decl, crate: Crate, options: GlobalOptions): Item | undefined {
  const { name, module } = crate.names.global(decl);
  const scope = globalScope(decl, crate);
  if (decl.type === undefined || crate.representation.isErased(decl.type)) return undefined;
  const common = { visibility: options.visibility, ...options.trivia };
  const type = isComptimeNumber(decl.type) ? crate.numberTypes.of(decl) : decl.type;
  if (type === undefined || isMeaningless(type)) return undefined;
  const declared = rustType(type, crate.representation.global(decl), { crate, module });
  const rustOf = crate.names.global(decl).owner === undefined ? withoutStatic(declared) : declared;
  const value = initialiser(decl, type, scope);
  switch (crate.globalStorage(decl)) {
    case 'staticMut':
      return rust.staticItem(name, rustOf, value, { ...common, mutable: true });
    case 'static':
      return rust.staticItem(name, rustOf, value, common);
    case 'const':
      return rust.constItem(name, rustOf, value, common);
  }
}

/** A constant outside of an `impl` has `'static` references without saying so. */
function withoutStatic(type: RustType): RustType {
  switch (type.kind) {
    case 'reference':
      return { ...type, target: withoutStatic(type.target), lifetime: type.lifetime === 'static' ? undefined : type.lifetime };
    case 'array':
    case 'slice':
      return { ...type, element: withoutStatic(type.element) };
    default:
      return type;
  }
}

function isMeaningless(type: Type): boolean {
  return type.kind === 'type' || type.kind === 'fn' || type.kind === 'enum_literal' || type.kind === 'void' || type.kind === 'unknown';
}

function globalScope(decl: Decl, crate: Crate): Scope {
  const { module } = crate.names.global(decl);
  const body: Body = {
    instance: undefined,
    kind: 'global',
    names: new LocalNames(module.values),
    facts: newFacts(),
    known: newFacts(),
    claimed: new Set(),
  };
  return { crate, module, file: decl.container.file, body, frames: undefined };
}

/** The author's expression where Rust can evaluate it as a constant, else its value. */
function initialiser(decl: Decl, type: Type, scope: Scope): Expr {
  const init = scope.crate.representation.init(decl);
  const written = init === undefined ? undefined : initialExpr(init);
  try {
    if (written !== undefined && isConstant(written)) {
      if (isComptimeNumber(written.type) && (type.kind === 'int' || type.kind === 'float')) return lowerComptimeNumber(written, type, scope);
      return wrapUnsafeExpr(asExpr(lowerInto(written, scope.crate.representation.global(decl), scope)));
    }
    if (decl.value === undefined) throw new Unported('a global without a known value', decl.node);
    return constant(decl.value, type, scope, nodeOf(decl), scope.crate.representation.global(decl));
  } catch (error) {
    const reason = error instanceof Unported ? error.reason : 'zig2rust failed on it';
    const span = { file: decl.container.file.path, start: decl.node.start, end: decl.node.end };
    scope.crate.markers.push({ span, function: decl.qualifiedName, reason });
    if (error instanceof Unported) scope.crate.diagnostics.push(diagnostic('not-implemented', span, { what: reason }));
    else scope.crate.diagnostics.push(diagnostic('internal-error', span, { message: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
    return unavailable();
  }
}

function nodeOf(decl: Decl): ir.Expr['node'] | undefined {
  return decl.node.kind === 'varDecl' ? decl.node.value : undefined;
}

/** A constant that traps when it is read would be a compile error: any value of its type will do, nobody can reach it. */
function unavailable(): Expr {
  const zeroed = rust.call(rust.path('core', 'mem', 'zeroed'), []);
  return rust.unsafeBlock('a placeholder for what could not be ported', zeroed);
}

function initialExpr(init: ir.Block): ir.Expr | undefined {
  const last = init.statements.at(-1);
  if (init.statements.length !== 1 || last?.kind !== 'expr') return undefined;
  return last.expr.kind === 'break' ? last.expr.operand : last.expr;
}

const CONSTANT_KINDS: ReadonlySet<ir.ExprKind> = new Set(['constant', 'arithmetic', 'negate', 'coerce', 'structInit', 'sequenceInit', 'repeatInit', 'load', 'unionInit']);

/** Expressions that Rust evaluates in a constant as Zig does. */
function isConstant(expr: ir.Expr): boolean {
  if (!CONSTANT_KINDS.has(expr.kind)) return false;
  switch (expr.kind) {
    case 'arithmetic':
      return isConstant(expr.left) && isConstant(expr.right) && expr.type.kind !== 'vector';
    case 'negate':
    case 'coerce':
      return isConstant(expr.operand);
    case 'structInit':
      return expr.type.layout !== 'packed' && expr.fields.every((field) => isConstant(field.value));
    case 'sequenceInit':
      return expr.elements.every(isConstant);
    case 'repeatInit':
      return isConstant(expr.element);
    case 'unionInit':
      return isConstant(expr.payload);
    case 'load':
      return expr.place.kind === 'global' && expr.place.decl.kind === 'const';
    default:
      return true;
  }
}
