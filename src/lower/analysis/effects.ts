/**
 * What the evaluation of an expression may do, as far as order of evaluation is concerned.
 *
 * Zig evaluates operands left to right and the operands of an assigned place before the value; Rust evaluates the value of an
 * assignment first. Two neighbours may be exchanged when neither writes what the other reads: `commutes` answers that. The
 * summary is coarse on purpose (any call writes any storage), since the price of a wrong `yes` is a silent difference and the price of a
 * wrong `no` is one temporary.
 */
import type * as ir from '../../parse/ir/ir.js';
import { type IrNode, walkExpr, walkPlace } from './walk.js';

export interface Effects {
  /** Reads storage that somebody could change: a `var`, a global, anything behind a pointer. */
  readonly reads: boolean;
  /** Writes storage, calls, or does something else that is observable. */
  readonly writes: boolean;
  /** May leave the expression in another way than by its value: `return`, `break`, `try`. */
  readonly leaves: boolean;
}

const NONE: Effects = { reads: false, writes: false, leaves: false };

function merge(a: Effects, b: Effects): Effects {
  return { reads: a.reads || b.reads, writes: a.writes || b.writes, leaves: a.leaves || b.leaves };
}

const WRITING_BUILTINS: ReadonlySet<string> = new Set([
  'memcpy',
  'memset',
  'memmove',
  'atomicStore',
  'atomicRmw',
  'cmpxchgStrong',
  'cmpxchgWeak',
  'panic',
  'trap',
  'breakpoint',
  'setRuntimeSafety',
  'prefetch',
  'call',
]);

function ofNode(node: IrNode): Effects {
  if (node.sort === 'statement') {
    const { kind } = node.statement;
    return kind === 'assign' || kind === 'destructure' ? { ...NONE, writes: true } : NONE;
  }
  if (node.sort === 'place') {
    const { place } = node;
    if (place.kind === 'local') return { ...NONE, reads: place.local.role === 'var' };
    if (place.kind === 'global') return { ...NONE, reads: place.decl.kind === 'var' };
    return place.kind === 'deref' || (place.kind === 'index' && place.base.kind === 'pointer')
      ? { ...NONE, reads: true }
      : NONE;
  }
  return ofExpr(node.expr);
}

function ofExpr(expr: ir.Expr): Effects {
  switch (expr.kind) {
    case 'call':
    case 'asm':
      return { ...NONE, reads: true, writes: true };
    case 'builtin':
      return WRITING_BUILTINS.has(expr.name) ? { ...NONE, reads: true, writes: true } : NONE;
    case 'try':
    case 'break':
    case 'continue':
    case 'return':
      return { ...NONE, leaves: true };
    default:
      return NONE;
  }
}

/** The effects of evaluating an expression. */
export function effectsOf(expr: ir.Expr): Effects {
  let effects = NONE;
  walkExpr(expr, (node) => {
    // A known value is written as it is, whatever storage it came from; but a block of a known value may write.
    if (node.sort === 'expr' && node.expr !== expr && node.expr.value !== undefined) {
      effects = merge(effects, effectsOf(node.expr));
      return false;
    }
    effects = merge(effects, ofNode(node));
    return true;
  });
  return expr.value === undefined ? effects : { ...effects, reads: false };
}

/** The effects of evaluating the operands of a place (not of reading what lies there). */
export function operandEffectsOf(place: ir.Place): Effects {
  let effects = NONE;
  walkPlace(place, (node) => {
    if (node.sort !== 'place' || node.place !== place) effects = merge(effects, ofNode(node));
    return true;
  });
  return effects;
}

/** Whether `first` and `second`, written in this order, may as well be evaluated the other way round. */
export function commutes(first: Effects, second: Effects): boolean {
  if (first.leaves || second.leaves) return !(first.writes || second.writes) && !(first.leaves && second.leaves);
  return !(first.writes && (second.reads || second.writes)) && !(second.writes && first.reads);
}
