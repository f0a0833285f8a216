/** What every node of the IR has, and what nodes share: locals, labels, blocks. */
import type * as ast from '../syntax/ast.js';
import type { Type } from './types.js';
import type { Value } from './values.js';

/** A variable of a function: parameter, `const`, `var`, or capture. Its reads are `load` of a `local` place. */
export interface Local {
  readonly id: number;
  readonly name: string;
  readonly type: Type;
  /** Declared `var`, or captured by pointer (then `type` is the pointer's). */
  readonly isMutable: boolean;
  readonly role: 'param' | 'const' | 'var' | 'capture' | 'temporary';
  readonly node: ast.Node | ast.Name | ast.Param | undefined;
  /** Explicit alignment in bytes, 0 for none. */
  readonly align: number;
  /** Of a `const` that is known at comptime: Zig puts it into static memory, so that its address outlives the call. */
  readonly value?: Value | undefined;
}

export interface NodeBase {
  readonly type: Type;
  readonly node: ast.Node;
}

export interface ExprBase extends NodeBase {
  /** Known at comptime; the expression still says how the author wrote it. */
  readonly value?: Value | undefined;
}
