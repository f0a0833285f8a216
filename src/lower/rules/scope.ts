/** The entities and lexical scopes that the syntactic resolver (`resolve.ts`) walks. */
import type * as ast from '../../parse/syntax/ast.js';

export type ContainerNode = ast.Root | ast.ContainerDecl;

/** A lexical scope: a container, or the body of a function whose parameters are bound. */
export type Scope =
  | {
      readonly kind: 'container';
      readonly file: ast.SourceFile;
      readonly node: ContainerNode;
      readonly parent: Scope | undefined;
    }
  | {
      readonly kind: 'fn';
      readonly file: ast.SourceFile;
      readonly node: ast.FnDecl;
      readonly parent: Scope;
      readonly arguments: ReadonlyMap<string, Entity>;
    };
export type ContainerScope = Extract<Scope, { kind: 'container' }>;
export type FnScope = Extract<Scope, { kind: 'fn' }>;

/** What a path or an argument of a type function denotes, as far as syntax tells. */
export type Entity =
  | { readonly kind: 'container'; readonly scope: ContainerScope }
  | { readonly kind: 'fn'; readonly scope: ContainerScope; readonly node: ast.FnDecl }
  /** A `const` or `var` that is no alias of any of the others. */
  | { readonly kind: 'value'; readonly scope: ContainerScope; readonly node: ast.VarDecl }
  | { readonly kind: 'field'; readonly scope: ContainerScope; readonly node: ast.ContainerField }
  /** `*T`, where `T` is a container. */
  | { readonly kind: 'pointer'; readonly isConst: boolean; readonly child: Entity }
  /** A metavariable of the rule. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A literal or a type built of names (`null`, `80`, `.scalar`, `[]const u8`), with the scope that its names belong to. */
  | { readonly kind: 'expression'; readonly node: ast.Expression; readonly scope: Scope }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Not yet to be told: it leads through a file that the program has not reached. */
  | { readonly kind: 'waiting'; readonly path: string };

export function unknown(reason: string): Entity {
  return { kind: 'unknown', reason };
}

/** The container that a scope stands in, itself included. */
export function enclosingContainer(scope: Scope): ContainerScope {
  let at = scope;
  while (at.kind === 'fn') at = at.parent;
  return at;
}

/** The innermost function around a scope, itself included. */
export function enclosingFn(scope: Scope): FnScope | undefined {
  let at: Scope | undefined = scope;
  while (at !== undefined && at.kind === 'container') at = at.parent;
  return at;
}

type NamedMember = ast.FnDecl | ast.VarDecl | ast.ContainerField;

/** The member of a container with this name. */
export function memberOf(node: ContainerNode, name: string): NamedMember | undefined {
  return node.members.find((member): member is NamedMember => memberName(member) === name);
}

function memberName(member: ast.Member): string | undefined {
  if (member.kind === 'varDecl' || member.kind === 'containerField') return member.name?.text;
  return member.kind === 'fnDecl' ? member.proto.name?.text : undefined;
}

/** Whether two nodes are the same declaration; files are parsed more than once in a process, so places decide, not objects. */
export function sameNode(
  a: { readonly path: string; readonly node: ast.Node },
  b: { readonly path: string; readonly node: ast.Node },
): boolean {
  return a.path === b.path && a.node.start === b.node.start && a.node.kind === b.node.kind;
}
