/**
 * From the path of a rule's signature to the declaration it names, by syntax alone.
 *
 * A path is walked as Zig's scoping would: modules start at their root file; a member that is an alias (`pub const eql = other.eql`,
 * `pub const mem = @import("mem.zig")`) is followed; a type function is entered with its parameters bound to the arguments of the
 * path, and the container that its body returns is taken: `std.ArrayList(T)` ends at the struct inside `array_list.Aligned`, with
 * `T` bound to the rule's metavariable and `alignment` to `null`. No types are needed, and nothing is analysed: the walk reads the
 * files on the way and no others. What would need evaluation (a member behind an `if`) is an `unknown` with its reason, which the
 * rules' `--trace` shows.
 */
import { posix } from 'node:path';
import type * as ast from '../../parse/syntax/ast.js';
import type { Signature } from './rule.js';
import { type ContainerScope, type Entity, enclosingContainer, memberOf, type Scope, unknown } from './scope.js';

/** Where sources come from: sema's own memo, so that a file is parsed once. */
export interface RuleSources {
  /** The parsed file; undefined where there is none. */
  source(path: string): ast.SourceFile | undefined;
  /**
   * Whether the program has reached the file. Whoever met a declaration has reached the files on the way to it, so a path that leads
   * through an unreached file can wait, and files that only rules speak of are never parsed.
   */
  isReached(path: string): boolean;
  /** Root files of modules by name: `std`, `root` for the project's own, and named modules. */
  readonly modules: ReadonlyMap<string, string>;
}

export interface Resolver {
  /** What the signature's path denotes. */
  resolve(signature: Signature): Entity;
}

const MAX_DEPTH = 64;

export function createResolver(sources: RuleSources): Resolver {
  const walker = new Walker(sources);
  return { resolve: (signature) => walker.path(signature) };
}

class Walker {
  /** Depth of nested alias walks; a cycle of aliases ends in `unknown`. */
  private depth = 0;

  constructor(private readonly sources: RuleSources) {}

  path(signature: Signature): Entity {
    let at = this.module(signature.module);
    for (const step of signature.steps) {
      if (step.kind === 'member') at = this.member(at, step.name);
      else
        at = this.call(
          at,
          step.args.map((arg) => this.pathArgument(arg, signature)),
        );
    }
    return at;
  }

  private module(name: string): Entity {
    const path = this.sources.modules.get(name);
    return path === undefined ? unknown(`there is no module ${name}`) : this.file(path);
  }

  private file(path: string): Entity {
    if (!this.sources.isReached(path)) return { kind: 'waiting', path };
    const file = this.sources.source(path);
    if (file === undefined) return unknown(`there is no file ${path}`);
    return { kind: 'container', scope: { kind: 'container', file, node: file.root, parent: undefined } };
  }

  /** An argument on a rule's path: a metavariable, a path that starts with a module, or a literal. */
  private pathArgument(node: ast.Expression, signature: Signature): Entity {
    if (node.kind === 'identifier' && signature.pathVariables.includes(node.name.text)) {
      return { kind: 'variable', name: node.name.text };
    }
    if (node.kind === 'fieldAccess') return this.member(this.pathArgument(node.object, signature), node.name.text);
    if (node.kind === 'call') {
      const args = node.args.map((arg) => this.pathArgument(arg, signature));
      return this.call(this.pathArgument(node.callee, signature), args);
    }
    if (node.kind === 'identifier' && this.sources.modules.has(node.name.text)) return this.module(node.name.text);
    if (node.kind === 'pointerType') return pointerTo(node, this.pathArgument(node.child, signature), PATH_SCOPE);
    return { kind: 'expression', node, scope: PATH_SCOPE };
  }

  private member(object: Entity, name: string): Entity {
    if (object.kind === 'unknown' || object.kind === 'waiting') return object;
    if (object.kind !== 'container') return unknown(`${name} of what is no container`);
    const member = memberOf(object.scope.node, name);
    if (member === undefined) return this.usedMember(object.scope, name);
    return this.declared(object.scope, member);
  }

  /** `usingnamespace` of Zig before 0.15. */
  private usedMember(scope: ContainerScope, name: string): Entity {
    for (const member of scope.node.members) {
      if (member.kind !== 'usingNamespace') continue;
      const used = this.guarded(() => this.evaluate(member.value, scope));
      if (used.kind !== 'container') continue;
      const found = this.member(used, name);
      if (found.kind !== 'unknown') return found;
    }
    return unknown(`there is no ${name} in ${scope.file.path}`);
  }

  private declared(scope: ContainerScope, member: ast.FnDecl | ast.VarDecl | ast.ContainerField): Entity {
    if (member.kind === 'fnDecl') return { kind: 'fn', scope, node: member };
    if (member.kind === 'containerField') return { kind: 'field', scope, node: member };
    const value = member.value;
    if (value === undefined || member.mutable) return { kind: 'value', scope, node: member };
    const denoted = this.guarded(() => this.evaluate(value, scope));
    const isAlias = denoted.kind === 'container' || denoted.kind === 'fn' || denoted.kind === 'waiting';
    return isAlias ? denoted : { kind: 'value', scope, node: member };
  }

  private guarded(walk: () => Entity): Entity {
    if (this.depth >= MAX_DEPTH) return unknown('its aliases form a cycle');
    this.depth += 1;
    try {
      return walk();
    } finally {
      this.depth -= 1;
    }
  }

  private evaluate(node: ast.Expression, scope: Scope): Entity {
    switch (node.kind) {
      case 'identifier':
        return this.name(node, scope);
      case 'fieldAccess':
        return this.member(
          this.guarded(() => this.evaluate(node.object, scope)),
          node.name.text,
        );
      case 'call':
        return this.call(
          this.evaluate(node.callee, scope),
          node.args.map((arg) => this.evaluate(arg, scope)),
        );
      case 'containerDecl':
        return { kind: 'container', scope: { kind: 'container', file: scope.file, node, parent: scope } };
      case 'builtinCall':
        return this.builtin(node, scope);
      case 'pointerType':
        return pointerTo(node, this.evaluate(node.child, scope), scope);
      case 'if':
        return this.conditional(node, scope);
      case 'grouped':
      case 'comptime':
        return this.evaluate(node.child, scope);
      default:
        return { kind: 'expression', node, scope };
    }
  }

  /** `if (T != u8) @compileError("…") else X` can only be `X`. */
  private conditional(node: ast.If, scope: Scope): Entity {
    const isOnlyElse = node.then.kind === 'builtinCall' && node.then.name === 'compileError';
    return isOnlyElse && node.else !== undefined
      ? this.evaluate(node.else, scope)
      : { kind: 'expression', node, scope };
  }

  /** A name in a scope: a parameter, a local of a function's body, a member of a container, outwards. */
  private name(node: ast.Identifier, scope: Scope): Entity {
    const name = node.name.text;
    for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
      if (at.kind === 'container') {
        const member = memberOf(at.node, name);
        if (member !== undefined && member.kind !== 'containerField') return this.declared(at, member);
        continue;
      }
      const bound = at.arguments.get(name);
      if (bound !== undefined) return bound;
      const local = at.node.body?.statements.find((one) => one.kind === 'varDecl' && one.name.text === name);
      if (local?.kind === 'varDecl' && local.value !== undefined) {
        const [value, inner] = [local.value, at];
        return this.guarded(() => this.evaluate(value, inner));
      }
    }
    return { kind: 'expression', node, scope };
  }

  private builtin(node: ast.BuiltinCall, scope: Scope): Entity {
    if (node.name === 'This') return { kind: 'container', scope: enclosingContainer(scope) };
    const argument = node.args[0];
    if (node.name !== 'import' || argument?.kind !== 'stringLiteral') return { kind: 'expression', node, scope };
    if (!argument.text.endsWith('.zig')) return this.module(argument.text);
    return this.file(posix.join(posix.dirname(scope.file.path), argument.text));
  }

  /** A call of a type function: the container that its body returns. */
  private call(callee: Entity, args: readonly Entity[]): Entity {
    if (callee.kind === 'unknown' || callee.kind === 'waiting') return callee;
    if (callee.kind !== 'fn') return unknown('a call of what is no function');
    const { node, scope } = callee;
    const bound = new Map<string, Entity>();
    for (const [index, param] of node.proto.params.entries()) {
      const argument = args[index];
      if (param.name !== undefined && argument !== undefined) bound.set(param.name.text, argument);
    }
    if (args.length !== node.proto.params.length) return unknown(`${node.proto.name?.text} takes other arguments`);
    const result = returnedExpression(node);
    if (result === undefined) return unknown(`the body of ${node.proto.name?.text} does not end in a return`);
    return this.guarded(() =>
      this.evaluate(result, { kind: 'fn', file: scope.file, node, parent: scope, arguments: bound }),
    );
  }
}

/** A plain pointer to one container; any other pointer type is compared as it is written. */
function pointerTo(node: ast.PointerType, child: Entity, scope: Scope): Entity {
  const isPlain = node.size === 'one' && child.kind === 'container';
  return isPlain ? { kind: 'pointer', isConst: node.isConst, child } : { kind: 'expression', node, scope };
}

/** Arguments of a rule's path stand outside of every file: their names are primitive types. */
const PATH_SCOPE: Scope = {
  kind: 'container',
  file: {
    path: '',
    text: '',
    root: { kind: 'root', members: [], start: 0, end: 0, main: 0 },
    tokens: { length: 0, starts: new Uint32Array(1), ends: new Uint32Array(1), kinds: new Uint8Array(1) },
    comments: [],
    faults: [],
    spellings: [],
  },
  node: { kind: 'root', members: [], start: 0, end: 0, main: 0 },
  parent: undefined,
};

/** The operand of the last statement, if it is a `return`: returns before it treat special cases. */
function returnedExpression(node: ast.FnDecl): ast.Expression | undefined {
  const last = node.body?.statements.at(-1);
  return last?.kind === 'return' ? last.value : undefined;
}
