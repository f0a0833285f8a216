/**
 * Whether a program changes what the pointer fields of a type point to: `entry.value_ptr.* += 1`. Every read of such a field has to be
 * the pointer of a dereference that is itself only read; a pointer that goes anywhere else may be written through there.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { Program } from '../../parse/ir/program.js';
import type { NominalType } from '../../parse/ir/types.js';
import { walkBlock } from '../../parse/ir/walk.js';

/** Answers per program and type, since every call of a method asks. */
const known = new WeakMap<Program, Map<NominalType, boolean>>();

export function isWrittenThrough(type: NominalType, program: Program): boolean {
  const answers = known.get(program) ?? new Map<NominalType, boolean>();
  known.set(program, answers);
  const answer = answers.get(type) ?? findWrites(type, program);
  answers.set(type, answer);
  return answer;
}

function findWrites(type: NominalType, program: Program): boolean {
  if (program.functions.some((instance) => instance.params.some((param) => param.type === type))) return true;
  let uses = 0;
  let reads = 0;
  for (const { body } of program.functions) {
    if (body === undefined) continue;
    walkBlock(body, (node) => {
      if (node.sort !== 'expr' || node.expr.kind !== 'load') return undefined;
      const { place } = node.expr;
      if (isPointerField(place, type)) uses += 1;
      if (isReadThrough(place, type)) reads += 1;
      return undefined;
    });
  }
  return uses !== reads;
}

/** `entry.value_ptr`. */
function isPointerField(place: ir.Place, type: NominalType): boolean {
  return place.kind === 'fieldPlace' && place.container === type && place.type.kind === 'pointer';
}

/** `entry.value_ptr.*`, `entry.value_ptr.field`, `entry.value_ptr.items[i]`. */
function isReadThrough(place: ir.Place, type: NominalType): boolean {
  switch (place.kind) {
    case 'deref':
      return place.pointer.kind === 'load' && isPointerField(place.pointer.place, type);
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return isReadThrough(place.base, type);
    case 'index':
      return place.base.kind === 'array' && isReadThrough(place.base.place, type);
    default:
      return false;
  }
}
