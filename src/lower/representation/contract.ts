/**
 * What lowering asks the representation pass: how each pointer, slice and owned value of the Zig program is held in Rust.
 *
 * The unit of decision is the *position*: a slot of the program that holds values of one Zig type (a local, a parameter, a result, a
 * field, a global, the result of one expression), together with a path into that type where it nests pointers. The answer for a
 * slot is a `TypeRepr`, a tree parallel to the Zig type that carries one `PointerMode` per pointer of the type. Lowering prints a
 * Rust type from the pair (Zig type, `TypeRepr`), and where a value of one tree flows into a slot of another it converts the
 * *outermost* pointer only (`convertible` says which ways); the inner ones are equal by construction.
 *
 * The base line `rawRepresentation` answers `raw` and `plain` everywhere. It owes the borrow checker nothing.
 */

import type { Diagnostic } from '../../diagnostics.js';
import type { Block, CallExpr, Expr, For, Load, Local, Place, Statement } from '../../parse/ir/ir.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType, StructType, Type, UnionType } from '../../parse/ir/types.js';
import type { Sentinels } from './sentinels.js';

/**
 * How one pointer or slice is held. For `*T` / `[]T`:
 * - `static`: `&'static T` / `&'static [T]`; `ref`: `&T` / `&[T]`; `refMut`: `&mut T` / `&mut [T]`;
 * - `owned`: `Box<T>` / `Vec<T>`;
 * - `raw`: `NonNull<T>`, `*mut T`, `*const T`, the runtime's raw slice: whatever lowering's base line is for the type.
 */
export type PointerMode = 'static' | 'ref' | 'refMut' | 'owned' | 'raw';

/** A lifetime's name without its tick; undefined: elided (in a signature) or inferred (in a body). */
export type Lifetime = string | undefined;

/** A tree parallel to a Zig type. */
export type TypeRepr =
  /** Holds no pointer that could be decided: scalars, error sets, function pointers (what those pass on is raw). */
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'pointer';
      readonly mode: PointerMode;
      /** Of `ref` and `refMut`; a `static` says `'static'` by its mode. */
      readonly lifetime: Lifetime;
      readonly child: TypeRepr;
    }
  /** Optional, array, vector, error union (its payload): one child at the same place. */
  | { readonly kind: 'wrapper'; readonly child: TypeRepr }
  | { readonly kind: 'tuple'; readonly elements: readonly TypeRepr[] }
  /**
   * Struct, union, enum, opaque. `lifetimes`: the arguments for the type's own lifetime parameters (`NominalRepr.lifetimes`), in order.
   * `typeArguments`: for a type that a rule maps (`ArrayList(T)` to `Vec<T>`) the trees of its comptime type arguments, in order of capture.
   */
  | { readonly kind: 'nominal'; readonly lifetimes: readonly Lifetime[]; readonly typeArguments: readonly TypeRepr[] };

export interface NominalRepr {
  /** `plain`: derives `Clone, Copy`, a copy is a copy. `owner`: has or contains a destructor, values move. */
  readonly ownership: 'plain' | 'owner';
  /** The lifetime parameters that the Rust type declares, in order (`['a']` for `Tokenizer<'a>`); empty: it borrows nothing. */
  readonly lifetimes: readonly string[];
  /** False for a plain type that must not derive `Copy`, since it holds a `&mut` (its values still own nothing). */
  readonly isCopy: boolean;
}

export interface SignatureRepr {
  /** The lifetime parameters that the function itself declares: `fn f<'a>(…)`; those of its `impl` are not among them. */
  readonly lifetimes: readonly string[];
}

/**
 * What the read of a place becomes.
 * - `copy`: the value is `Copy` (or a reference that is reborrowed where it is handed on);
 * - `move`: the last use of an owner; the place is dead afterwards;
 * - `borrow` / `borrowMut`: an owner that the consumer only looks at or changes in place: `&place` / `&mut place`, or the place
 *   itself where Rust takes a place expression (a field access, a method receiver, an index);
 * - `lend`: an optional whose payload is only looked at: `place.as_ref()`;
 * - `lendOwner` / `lendOwnerMut`: an owning pointer that stays in its place, and whose pointee the consumer looks at or changes;
 * - `take`: the owner is copied out, changed and stored back: `core::mem::take(&mut place)`.
 */
export type LoadUse = 'copy' | 'move' | 'borrow' | 'borrowMut' | 'lend' | 'lendOwner' | 'lendOwnerMut' | 'take';

/** Whether the program can tell that an allocation failed, or which allocator served it. */
export interface AllocationFacts {
  /** True: allocators and `error.OutOfMemory` stay in the Rust. False: they are dropped and narrowed away. */
  readonly isObserved: boolean;
  /** What observes them, for a note to the user; empty when nothing does. */
  readonly reasons: readonly Reason[];
}

/** One step of an explanation: what happened where. */
export interface Reason {
  readonly message: string;
  readonly node: import('../../parse/syntax/ast.js').Node | undefined;
  /** The function in whose file `node` stands. */
  readonly instance: FnInstance | undefined;
}

/** A slot that `why` can explain; `path` leads to a pointer inside its type (outermost pointer: empty). */
export type Slot =
  | { readonly kind: 'local'; readonly local: Local }
  | { readonly kind: 'param'; readonly instance: FnInstance; readonly index: number }
  | { readonly kind: 'result'; readonly instance: FnInstance }
  | { readonly kind: 'field'; readonly type: StructType | UnionType; readonly index: number }
  | { readonly kind: 'global'; readonly decl: Decl }
  | { readonly kind: 'expr'; readonly expr: Expr };

export interface Representation {
  /** A local variable, parameter or capture, as the body sees it. */
  local(local: Local): TypeRepr;
  /** A parameter of the declaration by index; the same tree as its local's. */
  param(instance: FnInstance, index: number): TypeRepr;
  result(instance: FnInstance): TypeRepr;
  field(type: StructType | UnionType, index: number): TypeRepr;
  global(decl: Decl): TypeRepr;
  /**
   * What the lowered expression yields. For `addressOf` and `slice` it says which borrow to write: `ref` is `&place`, `refMut` is
   * `&mut place`, `raw` is `&raw mut place` (or const). For a load it is the tree of what lies in the place.
   */
  expr(expr: Expr): TypeRepr;
  /** What lies in the place. */
  place(place: Place): TypeRepr;
  nominal(type: NominalType): NominalRepr;
  signature(instance: FnInstance): SignatureRepr;
  use(load: Load): LoadUse;

  /**
   * When an operand among several (arguments of a call; parts of a struct, tuple or array) is evaluated. `first`: bound to a temporary
   * before the expression, since it touches what a borrow beside it takes. `late`: a borrow of a place, taken in the expression
   * itself and never bound beforehand, whatever the others do. `inOrder`: as Zig has it.
   */
  evaluation(operand: Expr): 'first' | 'late' | 'inOrder';
  /** How a loop over a sequence walks it: `iterator`, or `index` where the body touches the sequence. */
  loopStyle(loop: For): 'iterator' | 'index';

  /** The statement has no Rust: it only releases what Rust drops, or sets up an allocator that the Rust has not. */
  vanishes(statement: Statement): boolean;
  /** The function has no Rust: its whole body only releases what `Drop` releases. The statements that call it vanish. */
  isReleaseFunction(instance: FnInstance): boolean;
  /**
   * How a local takes what it is read from. `ref`, `refMut`: nothing takes the value out of its place, and it cannot be copied, so the
   * local is a reference to the place. A `const` is initialised with the borrow (`LoadUse`), a parameter by value has the type
   * `&T` and is given `&value`, a capture's pattern binds by `ref` or `ref mut`. What stands behind the local is reached as ever.
   */
  binding(local: Local): 'value' | 'ref' | 'refMut';
  /** Says of an expression that lowering made that it is held as another one: a variable into which that was put. */
  standsFor(made: Expr, original: Expr): void;
  /**
   * What a mapped call that copies an element out of its container gives instead, where elements cannot be copied: a reference to the
   * element in the container. `owner`: the reference is to a pointer that the container owns.
   */
  lends(call: CallExpr): 'element' | 'owner' | undefined;
  /** Whether the read of a list's elements gives the list up for them, since nobody frees it: `list.leak()`. */
  leaks(load: Load): boolean;
  /** Whether what a local is initialised with, or bound to, is a reference already. */
  isLent(local: Local): boolean;
  /** Why a function cannot be ported soundly; undefined for one that can. */
  refusal(instance: FnInstance): Reason | undefined;
  /** The lifetime of the reference by which a parameter by value comes, where the signature has to name it. */
  borrow(instance: FnInstance, index: number): Lifetime;
  /** What memory made by the call gets as its value right away (the assignment vanishes): `Box::new(value)`. */
  initialValue(call: CallExpr): Expr | undefined;
  /** What a mapped container holds the operand as, where the call puts it into one; the operand has to be converted into that. */
  stored(operand: Expr): TypeRepr | undefined;
  /** Values of the type do not exist in the Rust: parameters, fields, arguments, locals and initialisers of it are left out. */
  isErased(type: Type): boolean;
  /** Parameters that do not exist in the Rust, though values of their type do: receivers that are taken for their allocator. */
  readonly erasedParams: ReadonlySet<Local>;
  readonly allocation: AllocationFacts;

  /**
   * The body to lower, in place of `instance.body`: where `error.OutOfMemory` is not observed its nodes are rewritten (a `try` that
   * cannot fail is its operand). All other answers speak about the nodes of this body. Stable: the same object at each call.
   */
  body(instance: FnInstance): Block | undefined;
  /** Likewise in place of `decl.init`. */
  init(decl: Decl): Block | undefined;
  /**
   * The type as the Rust sees it: error sets without what cannot occur, an error union that cannot fail as its payload, a sentinel that
   * lies in memory as its array's last element. Idempotent.
   */
  type(type: Type): Type;
  /** Known constants of bodies whose address outlives them: items of the function. */
  readonly promoted: ReadonlySet<Local>;
  /** Which sentinels lie in memory. */
  readonly sentinels: Sentinels;

  /** Why a pointer is not held in a better way: the reasons in order, the cause first. Empty when nothing demoted it. */
  why(slot: Slot, path?: readonly number[]): readonly Reason[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether lowering can turn a value held as `from` into one held as `to`. Equal modes always convert. */
export function convertible(from: PointerMode, to: PointerMode): boolean {
  return from === to || CONVERSIONS[from].includes(to);
}

/** `owned` to a borrow is a deref (`&v`), `refMut` to `ref` a reborrow; everything can be made raw by taking its address. */
const CONVERSIONS: { readonly [Mode in PointerMode]: readonly PointerMode[] } = {
  static: ['ref', 'raw'],
  ref: ['raw'],
  refMut: ['ref', 'raw'],
  owned: ['ref', 'refMut', 'raw'],
  raw: [],
};

// ---------------------------------------------------------------- what the rules tell this pass

/** How a mapped function's Rust uses one argument. */
export type ArgumentUse =
  /** The value itself: copied, or moved if it is an owner. It ends with the call, or in the result. */
  | { readonly kind: 'value' }
  /** The pointee is borrowed for the call. */
  | { readonly kind: 'read' }
  | { readonly kind: 'write' }
  /** Kept beyond the call, inside what argument `into` points to, as its type argument `typeArgument` (`list.append(item)`: 0 and 0). */
  | { readonly kind: 'stored'; readonly into: number; readonly typeArgument: number }
  /** Kept for ever by code that is not known here: another thread. */
  | { readonly kind: 'shared' }
  /** A function, known while porting, that such code calls. */
  | { readonly kind: 'entry' }
  /** Not in the Rust: allocators, comptime types. */
  | { readonly kind: 'dropped' };

/** Where a mapped function's result comes from. */
export type ResultOrigin =
  /** A value that points nowhere new. */
  | { readonly kind: 'value' }
  /** Points into what argument `argument` points to. */
  | { readonly kind: 'borrows'; readonly argument: number; readonly isMutable: boolean }
  /** A fresh owner: the caller has to release it. */
  | { readonly kind: 'owned' }
  /**
   * A type argument's value held in argument `argument`: taken out of it (`list.pop()`), or a copy of what stays there
   * (`map.get(key)`), which is a borrow where such values cannot be copied.
   */
  | {
      readonly kind: 'element';
      readonly argument: number;
      readonly typeArgument: number;
      readonly isTaken: boolean;
    };

export interface MappedFunction {
  /** One per parameter of the Zig declaration. */
  readonly args: readonly ArgumentUse[];
  readonly result: ResultOrigin;
  /** The Rust cannot fail with OutOfMemory. */
  readonly isInfallible: boolean;
  /** The call only releases what its first argument owns: `deinit`, `free`, `destroy`. */
  readonly isRelease: boolean;
  /** Two places exchange their values: `std.mem.swap`. */
  readonly isExchange?: boolean;
}

export interface MappedType {
  /** The Rust type frees what it holds. */
  readonly ownership: 'plain' | 'owner';
  /** The declaration's comptime type arguments that appear in the Rust type. */
  readonly typeArguments: readonly Type[];
  /** An allocator: values of the type exist only while allocation is observed. */
  readonly isAllocator: boolean;
  /** The Rust type has a lifetime of its own: an iterator over a list, an entry of a map. */
  readonly borrows?: boolean;
}

/** What a field of a mapped type means: `list.items` borrows the list, its elements are type argument 0. */
export interface MappedField {
  readonly kind: 'borrow' | 'value';
  readonly typeArgument: number | undefined;
}

/** The rules' side of the contract: undefined where no rule maps the declaration. */
export interface Mappings {
  /** `call`: where one call is meant, since what a rule does may depend on how its result is used. */
  fn(instance: FnInstance, call?: CallExpr): MappedFunction | undefined;
  type(type: NominalType): MappedType | undefined;
  field(type: NominalType, name: string): MappedField | undefined;
}

/** No rule maps anything. */
export const NO_MAPPINGS: Mappings = { fn: () => undefined, type: () => undefined, field: () => undefined };
