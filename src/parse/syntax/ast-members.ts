/** Members of containers and of the file. */
import type { Expression, StringLiteral } from './ast-expressions.js';
import type { Name, NodeBase } from './ast-file.js';
import type { Block } from './ast-statements.js';

export type Member = ContainerField | VarDecl | FnDecl | TestDecl | ComptimeDecl | UsingNamespace | ErrorNode;

/** `name: T align(a) = default`; a tuple field has no name. */
export interface ContainerField extends NodeBase {
  readonly kind: 'containerField';
  readonly isComptime: boolean;
  readonly name: Name | undefined;
  readonly type: Expression | undefined;
  readonly align: Expression | undefined;
  readonly value: Expression | undefined;
}

/** `const`/`var`, in a container or in a block. */
export interface VarDecl extends NodeBase {
  readonly kind: 'varDecl';
  readonly mutable: boolean;
  readonly isPub: boolean;
  readonly isExport: boolean;
  readonly isExtern: boolean;
  /** The string of `extern "lib"`, unquoted. */
  readonly lib: StringLiteral | undefined;
  readonly isThreadlocal: boolean;
  readonly isComptime: boolean;
  readonly name: Name;
  readonly type: Expression | undefined;
  readonly align: Expression | undefined;
  readonly addrspace: Expression | undefined;
  readonly section: Expression | undefined;
  readonly value: Expression | undefined;
}

/** A function with a body, or (`body` undefined) a prototype as a container member. */
export interface FnDecl extends NodeBase {
  readonly kind: 'fnDecl';
  readonly isPub: boolean;
  readonly isExport: boolean;
  readonly isExtern: boolean;
  readonly lib: StringLiteral | undefined;
  readonly inline: 'inline' | 'noinline' | undefined;
  readonly proto: FnProto;
  readonly body: Block | undefined;
}

/** A function type, or the head of a declaration. */
export interface FnProto extends NodeBase {
  readonly kind: 'fnProto';
  readonly name: Name | undefined;
  readonly params: readonly Param[];
  /** `...` after the last parameter. */
  readonly varargs: boolean;
  readonly align: Expression | undefined;
  readonly addrspace: Expression | undefined;
  readonly section: Expression | undefined;
  readonly callconv: Expression | undefined;
  /** The `!` before the return type: an inferred error set. */
  readonly inferredErrors: boolean;
  readonly returnType: Expression | undefined;
}

export interface Param {
  readonly start: number;
  readonly end: number;
  readonly name: Name | undefined;
  readonly isComptime: boolean;
  readonly isNoalias: boolean;
  /** Undefined for `anytype`. */
  readonly type: Expression | undefined;
}

export interface TestDecl extends NodeBase {
  readonly kind: 'testDecl';
  /** `test "text"`. */
  readonly label: StringLiteral | undefined;
  /** `test someDeclaration`. */
  readonly decl: Name | undefined;
  readonly body: Block;
}

export interface ComptimeDecl extends NodeBase {
  readonly kind: 'comptimeDecl';
  readonly body: Expression;
}

export interface UsingNamespace extends NodeBase {
  readonly kind: 'usingNamespace';
  readonly isPub: boolean;
  readonly value: Expression;
}

/** A stretch of text that could not be parsed; its tokens are owned by it. */
export interface ErrorNode extends NodeBase {
  readonly kind: 'error';
}
