/**
 * Receivers by value that a mapped function gives a pointer into: `map.getPtr(key)` takes the map itself in Zig, where a copy of it points
 * to the same memory, and a borrow of it in Rust. The argument becomes the address of the place, so that what is borrowed is seen. So it
 * does where an element is copied (`map.get(key)`): a copy may turn out to be a borrow.
 */
import type { Block, CallExpr, Expr } from '../../parse/ir/ir.js';
import type { Pool } from '../../parse/sema/pool.js';
import type { Mappings } from './contract.js';
import { type Rewriter, rebuildBlock, rebuildExpr, rebuildPlace, rebuildStatement } from './rebuild.js';

/** The rewriting of bodies. */
export function createLending(mappings: Mappings, pool: Pool): (block: Block) => Block {
  const rewriter: Rewriter = {
    expr: (expr) => {
      const rebuilt = rebuildExpr(expr, rewriter);
      return rebuilt.kind === 'call' ? lend(rebuilt, mappings, pool) : rebuilt;
    },
    place: (place) => rebuildPlace(place, rewriter),
    statement: (statement) => rebuildStatement(statement, rewriter),
  };
  return (block) => rebuildBlock(block, rewriter);
}

function lend(call: CallExpr, mappings: Mappings, pool: Pool): CallExpr {
  const mapped = call.callee.kind === 'instance' ? mappings.fn(call.callee.instance, call) : undefined;
  if (mapped?.result.kind !== 'borrows' && mapped?.result.kind !== 'element') return call;
  const { argument } = mapped.result;
  const given = call.args[argument];
  const use = mapped.args[argument];
  if (given?.kind !== 'load' || !('container' in given.type) || (use?.kind !== 'read' && use?.kind !== 'write'))
    return call;
  const type = pool.pointer(given.type, { size: 'one', isConst: use.kind === 'read' });
  const address: Expr = { kind: 'addressOf', place: given.place, implicit: true, type, node: given.node };
  return { ...call, args: call.args.map((arg, index) => (index === argument ? address : arg)) };
}
