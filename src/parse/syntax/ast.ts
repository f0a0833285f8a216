/**
 * The syntax tree of a Zig file: plain, readonly data, one node type per construct of the language reference's grammar appendix.
 *
 * Types are expressions in Zig, so there is one `Expression` union for both. Zig 0.11 to 0.16 are one language here: old and new
 * spellings of the same thing give the same node. Offsets count UTF-16 code units of the source text, `end` is exclusive.
 * `main` is the index, in `SourceFile.tokens`, of the node's main token as `std.zig.Ast` defines it.
 */
import type { AsmOperand } from './ast-expressions.js';
import type { Root } from './ast-file.js';
import type { Member } from './ast-members.js';
import type { ForRange, Statement, SwitchProng, SwitchRange } from './ast-statements.js';

export type * from './ast-expressions.js';
export type * from './ast-file.js';
export type * from './ast-members.js';
export type * from './ast-statements.js';
export type * from './ast-types.js';

/** Every node with a `kind` of its own. */
export type Node = Root | Member | Statement | SwitchProng | SwitchRange | ForRange | AsmOperand;

export type NodeKind = Node['kind'];
