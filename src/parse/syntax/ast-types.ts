/** Type constructors. */
import type { Expression } from './ast-expressions.js';
import type { Name, NodeBase } from './ast-file.js';
import type { Member } from './ast-members.js';

/** `anyframe` or `anyframe->T`. */
export interface AnyFrameType extends NodeBase {
  readonly kind: 'anyFrameType';
  readonly child: Expression | undefined;
}

/** `[N]T`, `[N:s]T`; `[_]T` has `length` undefined. */
export interface ArrayType extends NodeBase {
  readonly kind: 'arrayType';
  readonly length: Expression | undefined;
  readonly sentinel: Expression | undefined;
  readonly child: Expression;
}

export type PointerSize = 'one' | 'many' | 'slice' | 'c';

/** `*T`, `[*]T`, `[]T`, `[*c]T` with their modifiers. */
export interface PointerType extends NodeBase {
  readonly kind: 'pointerType';
  readonly size: PointerSize;
  readonly isConst: boolean;
  readonly isVolatile: boolean;
  readonly isAllowzero: boolean;
  readonly sentinel: Expression | undefined;
  readonly align: Expression | undefined;
  readonly bitOffset: Expression | undefined;
  readonly hostSize: Expression | undefined;
  readonly addrspace: Expression | undefined;
  readonly child: Expression;
}

export interface ErrorSetDecl extends NodeBase {
  readonly kind: 'errorSetDecl';
  readonly names: readonly Name[];
}

export type ContainerKeyword = 'struct' | 'enum' | 'union' | 'opaque';

export interface ContainerDecl extends NodeBase {
  readonly kind: 'containerDecl';
  readonly keyword: ContainerKeyword;
  readonly layout: 'auto' | 'extern' | 'packed';
  /** `union(enum)` and `union(enum(T))`. */
  readonly taggedByEnum: boolean;
  /** `enum(T)`, `packed struct(T)`, `union(T)`, the T of `union(enum(T))`. */
  readonly argument: Expression | undefined;
  readonly members: readonly Member[];
}
