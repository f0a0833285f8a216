/**
 * `defer` and `errdefer`. The statements behind one are a labelled block that yields the result; the clean-up stands after it; exits from
 * inside are breaks of that block. What the block yields depends on the exits that lead through it (the rehearsal finds them):
 *
 * - none but its end: nothing, the clean-up just follows;
 * - one exit, the end not reached: that exit's value, and after the clean-up the exit is repeated;
 * - one exit, the end reached too: `ControlFlow::Break(value)` or `ControlFlow::Continue(())`;
 * - several: a small local `enum Exit`.
 *
 * Deferred statements that no exit can leave between share one block; their clean-ups run in reverse order, as in Zig. The result is
 * evaluated before the clean-up. A panic runs none of it, as in Zig.
 */
import * as rust from '../emit/build.js';
import type { Block, Expr, Item, Pattern, Type as RustType, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { walkStatement } from './analysis/walk.js';
import { endOf, lowerStatements } from './block.js';
import { takeTrivia, triviaOf, withStatementTrivia } from './comments.js';
import type { ExitKey, Scope } from './context.js';
import { leaveAgain } from './exits.js';
import { lowerExpr } from './expr.js';
import type { DeferFrame, ExitEncoder } from './frames.js';
import { bindingOf, isUsed } from './local.js';
import { isPlainBlock } from './lowered.js';
import { pascalCase } from './names/case.js';
import { asStatements, lowerStatement } from './statement.js';
import type { Tail } from './tail.js';

type Cleanup = Extract<ir.Statement, { kind: 'defer' | 'errdefer' }>;
type Exits = ReadonlyMap<ExitKey, RustType | undefined>;

/** Lowers statements of which the first is a `defer` or `errdefer`, up to the end of their block. */
export function lowerDeferred(
  statements: readonly ir.Statement[],
  scope: Scope,
  tail: Tail | undefined,
  reachesEnd: boolean,
): Block {
  const { cleanups, between, rest } = split(statements);
  const before: Statement[] = between.flatMap((statement) => lowerStatement(statement, scope));
  const last = cleanups.at(-1);
  if (last === undefined) throw new Error('the first statement is a clean-up');
  const region = new Region(last, scope, tail, reachesEnd && !endsInJump(rest));
  const content = region.lower(rest);
  // The frame is left before the clean-up is lowered: its own exits go further out.
  const after = [...cleanups].reverse().flatMap((cleanup) => lowerCleanup(cleanup, region, scope));
  return region.finish(before, content, after);
}

/** The end is not reached, whatever the type of the block says that a `break` names. */
function endsInJump(statements: readonly ir.Statement[]): boolean {
  const last = statements.findLast((statement) => statement.kind !== 'comptime');
  return last?.kind === 'expr' && last.expr.type.kind === 'noreturn';
}

/** The deferred statements that share a block, the statements between them, and what runs under them. */
function split(statements: readonly ir.Statement[]) {
  const cleanups: Cleanup[] = [];
  let end = 0;
  for (const [index, statement] of statements.entries()) {
    if (statement.kind === 'defer' || statement.kind === 'errdefer') {
      cleanups.push(statement);
      end = index + 1;
    } else if (mayLeave(statement)) break;
  }
  const between = statements
    .slice(0, end)
    .filter((statement) => statement.kind !== 'defer' && statement.kind !== 'errdefer');
  return { cleanups, between, rest: statements.slice(end) };
}

function mayLeave(statement: ir.Statement): boolean {
  let leaves = false;
  walkStatement(statement, (node) => {
    if (node.sort === 'expr') leaves ||= ['return', 'try', 'break', 'continue'].includes(node.expr.kind);
    return !leaves;
  });
  return leaves;
}

/** The block under the deferred statements, and how its result is taken apart. */
class Region {
  readonly exits: Exits;
  private readonly frame: DeferFrame;
  private readonly form: 'end' | 'single' | 'flow' | 'enum';
  /** The variable that holds what the block yields. */
  readonly result: string;
  private readonly enumName: string;
  /** An exit whose value is the construct's own: the function's end in tail position. */
  private readonly innerTail: Tail | undefined;

  constructor(
    statement: ir.Statement,
    private readonly scope: Scope,
    private readonly tail: Tail | undefined,
    private readonly reachesEnd: boolean,
  ) {
    const known = scope.body.known?.exits.get(statement) ?? new Map<ExitKey, RustType | undefined>();
    const tailKey = tailExit(tail);
    // In tail position the end of the block is one more way to take the tail's exit.
    const endIsExit = tailKey !== undefined;
    this.exits = endIsExit ? new Map([[tailKey, known.get(tailKey)], ...known]) : known;
    const fallsThrough = reachesEnd && !endIsExit;
    this.innerTail = this.exits.size <= 1 && endIsExit ? tail : undefined;
    this.form = this.exits.size === 0 ? 'end' : this.exits.size > 1 ? 'enum' : fallsThrough ? 'flow' : 'single';
    this.result = scope.body.names.temporary('result');
    this.enumName = this.form === 'enum' ? scope.body.names.item('Exit') : '';
    this.frame = {
      kind: 'defer',
      statement,
      name: scope.body.names.label('cleanup'),
      encode: this.encoder(),
      used: false,
      outer: scope.frames,
    };
  }

  lower(rest: readonly ir.Statement[]): Block {
    const inner = { ...this.scope, frames: this.frame };
    const content = lowerStatements(rest, inner, this.innerTail, this.reachesEnd);
    if (!this.reachesEnd || content.tail !== undefined) return content;
    if (this.form === 'flow') return { ...content, tail: rust.call(this.flow('Continue'), [rust.unit]) };
    if (this.form !== 'enum') return content;
    const key = tailExit(this.tail);
    if (key === undefined) return { ...content, tail: rust.path(this.enumName, 'End') };
    const end = this.tail?.kind === 'return' ? this.tail.end : undefined;
    return { ...content, tail: this.frame.encode({ key, value: end }) };
  }

  private encoder(): ExitEncoder {
    return ({ key, value }) => {
      switch (this.form) {
        case 'flow':
          return rust.call(this.flow('Break'), [value ?? rust.unit]);
        case 'enum': {
          const variant = rust.path(this.enumName, this.variantOf(key));
          return value === undefined ? variant : rust.call(variant, [value]);
        }
        default:
          return value;
      }
    };
  }

  private flow(variant: 'Break' | 'Continue'): Expr {
    return rust.path(...this.scope.module.imports.use('core', 'ops', 'ControlFlow'), variant);
  }

  private onlyExit(): readonly [ExitKey, RustType | undefined] | undefined {
    return [...this.exits][0];
  }

  /** Whether the block yields a value that has to be kept over the clean-up. */
  private hasResult(): boolean {
    if (this.form === 'flow' || this.form === 'enum') return true;
    if (this.form === 'end') return false;
    return this.onlyExit()?.[1] !== undefined || (this.innerTail !== undefined && !this.innerTail.isUnit);
  }

  /** The pattern that the result matches where an error leaves the function; undefined where none does. */
  errorPattern(error: Pattern): Pattern | undefined {
    if (!this.exits.has('return') || !returnsResult(this.scope)) return undefined;
    const failure = rust.tupleStructPattern('Err', error);
    switch (this.form) {
      case 'end':
        return undefined;
      case 'single':
        return failure;
      case 'flow':
        return rust.tupleStructPattern(
          rust.pathOf(...this.scope.module.imports.use('core', 'ops', 'ControlFlow'), 'Break'),
          failure,
        );
      case 'enum':
        return rust.tupleStructPattern(rust.pathOf(this.enumName, 'Return'), failure);
    }
  }

  finish(before: readonly Statement[], content: Block, after: readonly Statement[]): Block {
    const declared: Statement[] = this.form === 'enum' ? [rust.itemStmt(this.exitEnum())] : [];
    const head = [...before, ...declared];
    if (!this.hasResult()) {
      const body = this.frame.used ? [rust.exprStmt(rust.labeled(this.frame.name, content))] : this.inline(content);
      return this.leave([...head, ...body, ...after], undefined);
    }
    const value = this.frame.used ? rust.labeled(this.frame.name, content) : rust.blockExpr(content);
    const single =
      content.statements.length === 0 && content.tail !== undefined && !this.frame.used ? content.tail : value;
    return this.leave([...head, rust.let_(this.result, single), ...after], rust.path(this.result));
  }

  private inline(content: Block): readonly Statement[] {
    return content.tail === undefined ? content.statements : [...content.statements, rust.exprStmt(content.tail)];
  }

  /** `Break`, `Continue`, `Return`; numbered where several labels are left in one way. */
  private variantOf(key: ExitKey): string {
    const [way = ''] = key.split(' ');
    const alike = [...this.exits.keys()].filter((other) => other.split(' ')[0] === way);
    return `${pascalCase(way)}${alike.length < 2 ? '' : alike.indexOf(key) + 1}`;
  }

  private exitEnum(): Item {
    const variants = [...this.exits].map(([key, type]) => ({
      name: this.variantOf(key),
      fields: type === undefined ? ({ kind: 'unit' } as const) : ({ kind: 'tuple', fields: [{ type }] } as const),
    }));
    const end = { name: 'End', fields: { kind: 'unit' } as const };
    const fallsThrough = this.reachesEnd && tailExit(this.tail) === undefined;
    return rust.enumItem(this.enumName, fallsThrough ? [end, ...variants] : variants);
  }

  /** Goes on after the clean-up. */
  private leave(statements: readonly Statement[], result: Expr | undefined): Block {
    if (this.form === 'enum' && result !== undefined) return { statements, tail: this.dispatch(result) };
    const only = this.onlyExit();
    if (only === undefined) return endOf(statements, this.tail, this.reachesEnd);
    const [key, type] = only;
    if (this.form === 'flow' && result !== undefined) {
      return { statements: [...statements, rust.exprStmt(this.leaveFlow(result, key, type))] };
    }
    if (this.innerTail !== undefined) return result === undefined ? { statements } : { statements, tail: result };
    return { statements: [...statements, rust.exprStmt(leaveAgain(key, result, type, this.scope))] };
  }

  private leaveFlow(result: Expr, key: ExitKey, type: RustType | undefined): Expr {
    const value = type === undefined ? undefined : rust.path(this.result);
    const again = rust.block([rust.exprStmt(leaveAgain(key, value, type, this.scope))]);
    if (type === undefined) return rust.ifElse(rust.method(result, 'is_break'), again);
    const flow = rust.pathOf(...this.scope.module.imports.use('core', 'ops', 'ControlFlow'), 'Break');
    return rust.ifLet(rust.tupleStructPattern(flow, rust.bind(this.result)), result, again);
  }

  private dispatch(result: Expr): Expr {
    const tailKey = tailExit(this.tail);
    const arms = [...this.exits].map(([key, type]) => {
      const path = rust.pathOf(this.enumName, this.variantOf(key));
      const pattern =
        type === undefined ? ({ kind: 'path', path } as const) : rust.tupleStructPattern(path, rust.bind('value'));
      const value = type === undefined ? undefined : rust.path('value');
      const body =
        key === tailKey ? (value ?? rust.blockExpr(rust.emptyBlock)) : leaveAgain(key, value, type, this.scope);
      return rust.arm(pattern, body);
    });
    const fallsThrough = this.reachesEnd && tailKey === undefined;
    const end = rust.arm(rust.pathPattern(this.enumName, 'End'), rust.blockExpr(rust.emptyBlock));
    return rust.match(result, fallsThrough ? [end, ...arms] : arms);
  }
}

/** Whether the Rust function yields a `Result`. */
function returnsResult(scope: Scope): boolean {
  const { instance, kind } = scope.body;
  if (instance === undefined || kind === 'test') return false;
  const type = scope.crate.representation.type(instance.returnType);
  return type.kind === 'errorUnion' && !scope.crate.errorSets.isEmpty(type.errorSet);
}

function tailExit(tail: Tail | undefined): ExitKey | undefined {
  if (tail === undefined) return undefined;
  if (tail.kind === 'return') return 'return';
  return tail.kind === 'break' ? `break ${tail.label.id}` : `continue ${tail.label.id}`;
}

/** The clean-up of one statement: an `errdefer` only where an error leaves. */
function lowerCleanup(cleanup: Cleanup, region: Region, scope: Scope): readonly Statement[] {
  if (scope.crate.representation.vanishes(cleanup)) return [];
  const taken = takeTrivia(cleanup.node, scope);
  const statements =
    cleanup.kind === 'defer' ? deferStatements(cleanup.body, scope) : errdeferStatements(cleanup, region, scope);
  return withStatementTrivia(statements, triviaOf(taken, cleanup.node, scope));
}

function deferStatements(body: ir.Expr, scope: Scope): readonly Statement[] {
  const lowered = lowerExpr(body, scope);
  const isOpen =
    isPlainBlock(lowered.expr) && !lowered.expr.block.statements.some((statement) => statement.kind === 'let');
  if (!isOpen || !isPlainBlock(lowered.expr)) return asStatements(lowered);
  const { statements, tail } = lowered.expr.block;
  return [...lowered.pre, ...statements, ...(tail === undefined ? [] : [rust.exprStmt(tail)])];
}

function errdeferStatements(
  cleanup: Extract<Cleanup, { kind: 'errdefer' }>,
  region: Region,
  scope: Scope,
): readonly Statement[] {
  const { capture } = cleanup;
  const isBound = capture !== undefined && isUsed(capture, scope);
  const pattern = region.errorPattern(isBound ? bindingOf(capture, scope) : rust.wildcard);
  const body = rust.block(deferStatements(cleanup.body, scope));
  if (pattern === undefined) return [];
  const isPlainResult = pattern.kind === 'tupleStruct' && pattern.path.segments[0]?.name === 'Err';
  if (isPlainResult && !isBound)
    return [rust.exprStmt(rust.ifElse(rust.method(rust.path(region.result), 'is_err'), body))];
  return [rust.exprStmt(rust.ifLet(pattern, rust.path(region.result), body))];
}
