/**
 * Whether an expression may look at the storage of a place, or at a part of it. Paths are compared by their fields, through pointers that
 * are read from places; an index may be any. It serves where Rust borrows a variable before an operand that still reads it.
 */
import type * as ir from '../../parse/ir/ir.js';
import { walkExpr } from './walk.js';

interface Path {
  readonly root: ir.Local | ir.GlobalPlace['decl'];
  readonly fields: readonly number[];
  /** The places that make up the path, the whole first. */
  readonly places: readonly ir.Place[];
}

export function mayLookAt(expr: ir.Expr, place: ir.Place): boolean {
  const own = pathOf(place);
  const inside = new Set<ir.Place>();
  let found = false;
  walkExpr(expr, (node) => {
    if (node.sort !== 'place' || inside.has(node.place)) return !found;
    const path = pathOf(node.place);
    for (const part of path?.places ?? []) inside.add(part);
    found ||= path !== undefined && (own === undefined || overlap(path, own));
    return !found;
  });
  return found;
}

function overlap(a: Path, b: Path): boolean {
  const isAlike = (field: number, other: number | undefined): boolean =>
    other === undefined || field === other || field === ANY || other === ANY;
  return a.root === b.root && a.fields.every((field, at) => isAlike(field, b.fields[at]));
}

/** An element: nothing behind it is told apart. */
const ANY = -1;

/** Undefined for what has no variable at its root. */
function pathOf(place: ir.Place): Path | undefined {
  switch (place.kind) {
    case 'local':
      return { root: place.local, fields: [], places: [place] };
    case 'global':
      return { root: place.decl, fields: [], places: [place] };
    case 'deref':
      return through(place, place.pointer.kind === 'load' ? place.pointer.place : undefined, []);
    case 'fieldPlace':
      return through(place, place.base, [place.index]);
    case 'optionalPayload':
    case 'errorPayload':
      return through(place, place.base, []);
    case 'index': {
      const { base } = place;
      if (base.kind === 'array') return through(place, base.place, [ANY]);
      return through(place, base.pointer.kind === 'load' ? base.pointer.place : undefined, [ANY]);
    }
    default:
      return undefined;
  }
}

function through(place: ir.Place, base: ir.Place | undefined, fields: readonly number[]): Path | undefined {
  const path = base === undefined ? undefined : pathOf(base);
  return path && { root: path.root, fields: [...path.fields, ...fields], places: [place, ...path.places] };
}
