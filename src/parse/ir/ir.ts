/**
 * The typed IR of a function body: a tree that keeps the structure the author wrote, in which every implicit operation is explicit.
 *
 * Two sorts of expression: a `Place` denotes storage, an `Expr` denotes a value. Whatever reads storage is a `load` of a place,
 * whatever takes an address is an `addressOf` a place. Auto-deref, a receiver's address, coercions, wrapping in optionals and error
 * unions are nodes of their own. Each node carries its `type`, its comptime-known `value` where there is one (the node stays what
 * the author wrote: `4 * 4` is still a product), and `node`, the syntax it came from, in the file of the enclosing function.
 * Nodes have identity: one analysis of one instance makes each of them once; an unrolled loop makes one body per iteration.
 */
export type * from './ir-base.js';
export type * from './ir-control.js';
export type * from './ir-places.js';
export type * from './ir-statements.js';
export type * from './ir-values.js';
