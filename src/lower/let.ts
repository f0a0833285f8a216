/** Declarations of locals. */
import * as rust from '../emit/build.js';
import type { Type as RustType, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { alignedType, alignedValue, isAligned } from './aligned.js';
import { effectsOf } from './analysis/effects.js';
import { isSync } from './analysis/global-storage.js';
import { lowerComptimeNumber } from './comptime-number.js';
import { type Scope, unported } from './context.js';
import { lowerExpr, lowerInto } from './expr.js';
import { promotedValue } from './item/global-value.js';
import { keptEffects } from './kept-effects.js';
import { lowerLetElse } from './let-else.js';
import { bindingOf, isComptimeOnly, isUsed, isVoid } from './local.js';
import { screamingSnakeCase } from './names/case.js';
import { outermostPointer } from './representation/type-repr.js';
import { isTypedByUse } from './rules/mapped.js';
import { asStatements } from './statement.js';
import { rustType } from './type.js';

export function lowerLet(statement: Extract<ir.Statement, { kind: 'let' }>, scope: Scope): readonly Statement[] {
  const { local, init } = statement;
  if (scope.crate.representation.isErased(local.type) && !effectsOf(init).writes) return [];
  if (isComptimeOnly(local.type)) return lowerNumber(statement, scope);
  // What only the port itself had to know is not in the Rust.
  if (local.role === 'const' && init.value !== undefined && !isUsed(local, scope) && !effectsOf(init).writes)
    return keptEffects(init, scope);
  if (isVoid(local.type)) return asStatements(lowerExpr(init, scope));
  if (scope.crate.representation.promoted.has(local)) return lowerPromoted(statement, scope);
  const shortcut = isAligned(local) ? undefined : lowerLetElse(statement, scope);
  if (shortcut !== undefined) return shortcut;
  const slot = scope.crate.representation.local(local);
  const value = lowerInto(init, slot, scope);
  if (!isUsed(local, scope) && isUnitType(rustType(local.type, slot, scope))) return asStatements(value);
  const type = needsType(statement, scope) ? alignedType(rustType(local.type, slot, scope), local, scope) : undefined;
  return [...value.pre, rust.let_(bindingOf(local, scope), alignedValue(value.expr, local, scope), type)];
}

function isUnitType(type: RustType): boolean {
  return type.kind === 'tuple' && type.elements.length === 0;
}

/**
 * A constant whose address outlives the block. As a `static` it has one address; where Rust does not share such values between threads,
 * a `const`, which is promoted wherever its address is taken.
 */
function lowerPromoted(statement: Extract<ir.Statement, { kind: 'let' }>, scope: Scope): readonly Statement[] {
  const { local, init } = statement;
  const { representation } = scope.crate;
  if (local.value === undefined) return unported('a constant without a known value', init.node);
  const slot = representation.local(local);
  const name = scope.body.names.item(screamingSnakeCase(local.name));
  scope.body.names.fix(local, name);
  const type = alignedType(rustType(local.type, slot, scope), local, scope);
  const value = alignedValue(promotedValue(statement, local.value, slot, scope), local, scope);
  const item = isSync(local.type, slot, representation) ? rust.staticItem : rust.constItem;
  return [rust.itemStmt(item(name, type, value))];
}

/** A named comptime number is a Rust variable of the type that its uses agree on; nothing where it has no use at run time. */
function lowerNumber(statement: Extract<ir.Statement, { kind: 'let' }>, scope: Scope): readonly Statement[] {
  const { local, init } = statement;
  const target = scope.crate.numberTypes.of(local);
  const kept = keptEffects(init, scope);
  if (target === undefined || local.role !== 'const' || !isUsed(local, scope)) return kept;
  const type: RustType = rustType(target, { kind: 'plain' }, scope);
  return [...kept, rust.let_(bindingOf(local, scope), lowerComptimeNumber(init, target, scope), type)];
}

/** Initialisers whose own Rust type may be another one than the variable's, until the context coerces it. */
const COERCED: ReadonlySet<ir.ExprKind> = new Set([
  'coerce',
  'constant',
  'addressOf',
  'slice',
  'if',
  'switch',
  'block',
  'orelse',
  'catch',
  'while',
  'for',
  'load',
  'sequenceInit',
  'repeatInit',
]);

/** The author wrote the type, or Rust would not find the same one. */
function needsType(statement: Extract<ir.Statement, { kind: 'let' }>, scope: Scope): boolean {
  const { node, init, local } = statement;
  if (node.kind === 'varDecl' && node.type !== undefined) return true;
  // The variable was declared, without a value, before.
  if (node.kind !== 'varDecl' && local.role === 'var') return true;
  if ((local.type.kind === 'array' || local.type.kind === 'vector') && local.type.length === 0) return true;
  if (init.kind === 'coerce' && init.coercion === 'undefined') return true;
  if (isTypedByUse(local.type, init, scope)) return true;
  if (init.kind === 'load') {
    const repr = scope.crate.representation.expr(init);
    // With its type a `&mut` is reborrowed; without, it would be moved.
    return repr.kind === 'pointer' && (init.place.kind !== 'local' || repr.mode === 'refMut');
  }
  return isOpen(init, local.type) || isOpenMemory(init, local.type, scope);
}

/** New memory behind a raw pointer, whose methods Rust only calls where it knows all of the type: of `vec![None; n]` it does not. */
function isOpenMemory(init: ir.Expr, type: ir.Expr['type'], scope: Scope): boolean {
  if (init.kind !== 'call' || init.callee.kind !== 'instance' || type.kind !== 'pointer' || !mayDiffer(type.child))
    return false;
  const isRaw = outermostPointer(scope.crate.representation.expr(init))?.mode === 'raw';
  return isRaw && scope.crate.rules?.cutAtSignature(init.callee.instance) !== undefined;
}

/** Whether Rust may not find the type of `init` without being told: `None`, `Ok(x)`, `&[]`. */
export function isOpen(init: ir.Expr, type: ir.Expr['type']): boolean {
  return (COERCED.has(init.kind) || init.value?.kind === 'null') && mayDiffer(type);
}

/** Whether Rust may give a literal of the type another one, until its context says the type. */
export function mayDiffer(type: ir.Local['type']): boolean {
  switch (type.kind) {
    case 'pointer':
    case 'optional':
    case 'errorUnion':
    case 'fn':
      return true;
    case 'array':
      return type.length === 0 || mayDiffer(type.child);
    case 'tuple':
      return type.elements.some((element) => mayDiffer(element.type));
    default:
      return false;
  }
}
