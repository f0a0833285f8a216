/**
 * What is known about pointers before any code is looked at: kinds of pointer that Rust's references cannot be, storage that nobody
 * proves anything about, and signatures that others fix.
 */
import type { CallExpr } from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type { PointerType, StructType, Type, UnionType } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { walkBlock } from '../analysis/walk.js';
import { isOver, promisesAlignment } from '../unaligned.js';
import type { Mappings, Reason } from './contract.js';
import type { PointerGraph } from './graph.js';
import { functionsOf } from './reachable.js';
import { eachNode, eachOwnNode, type Shape, type SlotListener } from './shape.js';

function because(message: string): Reason {
  return { message, node: undefined, instance: undefined };
}

/** Why a pointer of this type is no reference in any program. */
function unfit(type: PointerType): string | undefined {
  if (type.size === 'many' || type.size === 'c') return 'is a many-item pointer';
  if (type.isVolatile) return 'is volatile';
  if (type.isAllowzero) return 'may be zero';
  if (!promisesAlignment(type)) return 'may not be aligned';
  if (type.size === 'slice' && isOver(type)) return 'has more alignment than an owner of its elements frees';
  if (type.hostSize !== 0) return 'points into a packed struct';
  if (type.child.kind === 'anyopaque' || type.child.kind === 'opaque') return 'points to something opaque';
  if (type.child.kind === 'fn') return 'points to a function';
  return undefined;
}

/** Whether a type is or holds a generic's own parameter. */
function isOpen(type: Type): boolean {
  switch (type.kind) {
    case 'skolem':
      return true;
    case 'pointer':
    case 'optional':
    case 'array':
    case 'vector':
      return isOpen(type.child);
    case 'errorUnion':
      return isOpen(type.payload);
    case 'struct':
    case 'union':
      return type.container.captures.some(({ value }) => value.kind === 'type' && isOpen(value.type));
    default:
      return false;
  }
}

/** Sets the facts of new nodes and slots. */
export function startFacts(graph: PointerGraph, mappings: Mappings): SlotListener {
  const keep = (shape: Shape): void => {
    eachOwnNode(shape, (node) => {
      graph.markKeeper(node);
    });
  };
  const demoteAll = (shape: Shape, message: string): void => {
    eachNode(shape, (node) => {
      graph.demote(node, because(message));
    });
  };
  return {
    node(node) {
      const reason = unfit(node.type);
      if (reason !== undefined) graph.demote(node, because(reason));
      // A type parameter's values need not live for ever.
      if (isOpen(node.type.child)) graph.markBorrowed(node);
    },
    // A parameter is written for any caller, also where all callers of today pass literals.
    param: (shape) => {
      eachNode(shape, (node) => {
        graph.markBorrowed(node);
      });
    },
    result: keep,
    typeArgument: keep,
    field(type, index, shape) {
      keep(shape);
      const name = type.fields?.[index]?.name ?? '';
      if (mappings.type(type)?.borrows === true && shape.kind === 'pointer') {
        graph.markBorrowed(shape.node);
        return;
      }
      if (mappings.type(type)?.ownership === 'owner' && shape.kind === 'pointer') {
        // The elements of a mapped list belong to it.
        if (mappings.field(type, name)?.kind === 'borrow') graph.markOwned(shape.node);
        return;
      }
      const reason = fixedLayout(type);
      if (reason !== undefined) demoteAll(shape, `is field '${name}' of ${reason}`);
    },
    global(decl, shape) {
      eachOwnNode(shape, (node) => {
        graph.requireStatic(node, because(`is held by the global '${decl.name}'`));
        if (decl.kind === 'var' && !node.type.isConst)
          graph.demote(node, because(`is held by the global variable '${decl.name}'`));
      });
    },
  };
}

function fixedLayout(type: StructType | UnionType): string | undefined {
  return type.layout === 'auto' ? undefined : `a type with ${type.layout} layout`;
}

/** Functions whose callers are not all known: exported, with a foreign calling convention, or used as values. */
export function openSignatures(program: Program, mappings: Mappings): ReadonlySet<FnInstance> {
  const open = new Set<FnInstance>();
  for (const instance of program.functions) {
    if (instance.isExport || instance.isExtern || isForeign(instance.callconv)) open.add(instance);
    if (instance.body === undefined) continue;
    walkBlock(instance.body, (node) => {
      if (node.sort !== 'expr') return undefined;
      const { expr } = node;
      if (expr.kind === 'call') addEntries(expr, mappings, open);
      if (expr.kind === 'functionRef') open.add(expr.instance);
      // A function as a comptime argument is called under its own name; everywhere else its pointer is what is called.
      if (expr.kind === 'coerce' && expr.coercion === 'functionPointer') addFunctions(expr.operand.value, open);
      if (expr.type.kind !== 'fn') addFunctions(expr.value, open);
      return undefined;
    });
  }
  for (const decl of program.globals) addFunctions(decl.value, open);
  return open;
}

/** Functions that a rule hands to code that is not known here: another thread calls them. */
function addEntries({ callee, args }: CallExpr, mappings: Mappings, open: Set<FnInstance>): void {
  const uses = callee.kind === 'pointer' ? undefined : mappings.fn(callee.instance)?.args;
  uses?.forEach(({ kind }, index) => {
    if (kind === 'entry') addFunctions(args[index]?.value, open);
  });
}

function isForeign(callconv: string): boolean {
  return callconv !== 'auto' && callconv !== 'inline';
}

function addFunctions(value: Value | undefined, open: Set<FnInstance>): void {
  for (const instance of functionsOf(value)) open.add(instance);
}
