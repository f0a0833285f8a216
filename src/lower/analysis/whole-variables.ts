/**
 * Container-level variables that are only read and stored as wholes: nobody holds a pointer to one, so Rust can keep it in an atomic, or
 * for each thread in a `Cell`, and nothing about it is unsafe.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { Decl, Program } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import { isAligned } from '../aligned.js';
import { nativeInt } from '../integer.js';
import type { Representation } from '../representation/contract.js';
import { isThreadLocal } from '../thread-local.js';
import { isExportedGlobal, isExternGlobal } from './symbols.js';
import { type IrNode, isPlace, walkBlock } from './walk.js';

/** How such a variable is kept. */
export type WholeStorage = 'atomic' | 'cell';

/** The storage of the variables that are only read and stored as wholes. */
export function solveWholeVariables(program: Program, representation: Representation): ReadonlyMap<Decl, WholeStorage> {
  const uses = new Map<Decl, number>();
  for (const instance of program.functions) {
    const body = representation.body(instance);
    if (body !== undefined) walkBlock(body, (node) => noteUse(node, uses));
  }
  return new Map(
    program.globals.flatMap((decl) => {
      const storage = (uses.get(decl) ?? 0) === 0 ? storageOf(decl) : undefined;
      return storage === undefined ? [] : [[decl, storage] as const];
    }),
  );
}

/** Counts the mentions of a variable that are no reads and stores. */
function noteUse(node: IrNode, uses: Map<Decl, number>): true {
  const add = (place: ir.Place | undefined, count: number): void => {
    if (place?.kind === 'global') uses.set(place.decl, (uses.get(place.decl) ?? 0) + count);
  };
  switch (node.sort) {
    case 'place':
      add(node.place, 1);
      break;
    case 'expr':
      if (node.expr.kind === 'load') add(node.expr.place, -1);
      else if (node.expr.kind === 'switch') add(matchedByValue(node.expr), -1);
      break;
    case 'statement':
      if (node.statement.kind === 'assign') add(node.statement.place, -1);
      break;
  }
  return true;
}

function matchedByValue({ operand, prongs }: ir.Switch): ir.Place | undefined {
  return isPlace(operand) && prongs.every((prong) => !prong.captureByPointer) ? operand : undefined;
}

function storageOf(decl: Decl): WholeStorage | undefined {
  const { node, type } = decl;
  if (decl.kind !== 'var' || node.kind !== 'varDecl' || type === undefined || decl.isAddressTaken) return undefined;
  if (isExternGlobal(decl) || isExportedGlobal(decl) || isAligned(decl)) return undefined;
  if (node.section !== undefined || node.addrspace !== undefined) return undefined;
  if (isThreadLocal(decl)) return isScalar(type) ? 'cell' : undefined;
  return atomicOf(type) === undefined ? undefined : 'atomic';
}

function isScalar({ kind }: Type): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'enum';
}

/** Rust's atomic for a number or `bool`: `AtomicU32`. */
export function atomicOf(type: Type): string | undefined {
  if (type.kind === 'bool') return 'AtomicBool';
  const native = type.kind === 'int' ? nativeInt(type) : undefined;
  if (native === undefined || native.name.endsWith('128')) return undefined;
  return `Atomic${native.name.charAt(0).toUpperCase()}${native.name.slice(1)}`;
}
