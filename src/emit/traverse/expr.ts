/** Rebuilding expressions, blocks and statements with mapped parts. */
import type {
  Block,
  ElseBranch,
  Expr,
  ExprKind,
  ExprOf,
  IfExpr,
  MacroArgument,
  MacroCall,
  Statement,
  StatementKind,
} from '../rust-ast.js';
import { type Mapper, optional } from './mapper.js';

type PartsMapper<K extends ExprKind> = (expr: ExprOf<K>, mapper: Mapper) => ExprOf<K>;

/** The expression with its direct parts mapped. */
export function mapExprParts(expr: Expr, mapper: Mapper): Expr {
  // The table's entry for a kind takes the expression of that kind; TypeScript cannot correlate the two.
  const map = partsMappers[expr.kind] as PartsMapper<ExprKind>;
  return map(expr, mapper);
}

const withOperand = <N extends { readonly operand: Expr }>(expr: N, mapper: Mapper): N => ({
  ...expr,
  operand: mapper.expr(expr.operand),
});

const partsMappers: { readonly [K in ExprKind]: PartsMapper<K> } = {
  path: (expr, mapper) => ({ ...expr, path: mapper.path(expr.path) }),
  literal: (expr) => expr,
  unary: withOperand,
  deref: withOperand,
  ref: withOperand,
  rawRef: withOperand,
  binary: (expr, mapper) => ({ ...expr, left: mapper.expr(expr.left), right: mapper.expr(expr.right) }),
  assign: (expr, mapper) => ({ ...expr, target: mapper.expr(expr.target), value: mapper.expr(expr.value) }),
  cast: (expr, mapper) => ({ ...expr, operand: mapper.expr(expr.operand), type: mapper.type(expr.type) }),
  field: (expr, mapper) => ({ ...expr, operand: mapper.expr(expr.operand), name: mapper.name(expr.name) }),
  tupleField: withOperand,
  index: (expr, mapper) => ({ ...expr, operand: mapper.expr(expr.operand), index: mapper.expr(expr.index) }),
  call: (expr, mapper) => ({ ...expr, callee: mapper.expr(expr.callee), arguments: mapper.exprs(expr.arguments) }),
  methodCall: (expr, mapper) => ({
    ...expr,
    receiver: mapper.expr(expr.receiver),
    method: mapper.name(expr.method),
    generics: optional(expr.generics, mapper.generics),
    arguments: mapper.exprs(expr.arguments),
  }),
  macro: (expr, mapper) => ({ ...expr, call: mapMacroCall(expr.call, mapper) }),
  try: withOperand,
  range: (expr, mapper) => ({
    ...expr,
    start: optional(expr.start, mapper.expr),
    end: optional(expr.end, mapper.expr),
  }),
  block: (expr, mapper) => ({ ...expr, block: mapper.block(expr.block) }),
  unsafe: (expr, mapper) => ({ ...expr, block: mapper.block(expr.block) }),
  if: mapIf,
  let: (expr, mapper) => ({ ...expr, pattern: mapper.pattern(expr.pattern), scrutinee: mapper.expr(expr.scrutinee) }),
  match: (expr, mapper) => ({
    ...expr,
    scrutinee: mapper.expr(expr.scrutinee),
    arms: expr.arms.map((arm) => ({
      ...arm,
      pattern: mapper.pattern(arm.pattern),
      guard: optional(arm.guard, mapper.expr),
      body: mapper.expr(arm.body),
    })),
  }),
  loop: (expr, mapper) => ({ ...expr, body: mapper.block(expr.body) }),
  while: (expr, mapper) => ({ ...expr, condition: mapper.expr(expr.condition), body: mapper.block(expr.body) }),
  for: (expr, mapper) => ({
    ...expr,
    pattern: mapper.pattern(expr.pattern),
    iterable: mapper.expr(expr.iterable),
    body: mapper.block(expr.body),
  }),
  break: (expr, mapper) => ({ ...expr, value: optional(expr.value, mapper.expr) }),
  continue: (expr) => expr,
  return: (expr, mapper) => ({ ...expr, value: optional(expr.value, mapper.expr) }),
  closure: (expr, mapper) => ({
    ...expr,
    parameters: expr.parameters.map((parameter) => ({
      pattern: mapper.pattern(parameter.pattern),
      type: optional(parameter.type, mapper.type),
    })),
    result: optional(expr.result, mapper.type),
    body: mapper.expr(expr.body),
  }),
  struct: (expr, mapper) => ({
    ...expr,
    path: mapper.path(expr.path),
    fields: expr.fields.map((field) => ({
      ...field,
      name: typeof field.name === 'number' ? field.name : mapper.name(field.name),
      value: mapper.expr(field.value),
    })),
    base: optional(expr.base, mapper.expr),
  }),
  array: (expr, mapper) => ({ ...expr, elements: mapper.exprs(expr.elements) }),
  arrayRepeat: (expr, mapper) => ({ ...expr, value: mapper.expr(expr.value), length: mapper.expr(expr.length) }),
  tuple: (expr, mapper) => ({ ...expr, elements: mapper.exprs(expr.elements) }),
  paren: withOperand,
  underscore: (expr) => expr,
  meta: (expr) => expr,
};

function mapIf(expr: IfExpr, mapper: Mapper): IfExpr {
  return {
    ...expr,
    condition: mapper.expr(expr.condition),
    then: mapper.block(expr.then),
    else: optional(expr.else, (branch) => mapElse(branch, mapper)),
  };
}

function mapElse(branch: ElseBranch, mapper: Mapper): ElseBranch {
  if (branch.kind === 'block') return { kind: 'block', block: mapper.block(branch.block) };
  const mapped = mapper.expr(branch);
  return mapped.kind === 'if' ? mapped : { kind: 'block', block: { statements: [], tail: mapped } };
}

export function mapMacroCall(call: MacroCall, mapper: Mapper): MacroCall {
  const path = mapper.path(call.path);
  const { input } = call;
  switch (input.kind) {
    case 'items':
      return { ...call, path, input: { ...input, items: input.items.map(mapper.item) } };
    case 'repeat':
      return { ...call, path, input: { ...input, value: mapper.expr(input.value), length: mapper.expr(input.length) } };
    case 'arguments':
      return {
        ...call,
        path,
        input: { ...input, arguments: input.arguments.flatMap((argument) => mapMacroArgument(argument, mapper)) },
      };
  }
}

function mapMacroArgument(argument: MacroArgument, mapper: Mapper): readonly MacroArgument[] {
  switch (argument.kind) {
    case 'expr':
      return mapper.exprs([argument.expr]).map((expr) => ({ ...argument, expr }));
    case 'named':
      return [{ ...argument, expr: mapper.expr(argument.expr) }];
    case 'asmOperand':
      return [{ ...argument, expr: mapper.expr(argument.expr), output: optional(argument.output, mapper.expr) }];
    case 'type':
      return [{ ...argument, type: mapper.type(argument.type) }];
    case 'pattern':
      return [{ ...argument, pattern: mapper.pattern(argument.pattern), guard: optional(argument.guard, mapper.expr) }];
    case 'format':
      return [argument];
  }
}

/** The block with its statements and tail mapped. */
export function mapBlockParts(block: Block, mapper: Mapper): Block {
  return { ...block, statements: block.statements.map(mapper.statement), tail: optional(block.tail, mapper.expr) };
}

type StatementMapper<K extends StatementKind> = (
  statement: Extract<Statement, { readonly kind: K }>,
  mapper: Mapper,
) => Statement;

/** The statement with its direct parts mapped. */
export function mapStatementParts(statement: Statement, mapper: Mapper): Statement {
  // The table's entry for a kind takes the statement of that kind; TypeScript cannot correlate the two.
  const map = statementMappers[statement.kind] as StatementMapper<StatementKind>;
  return map(statement, mapper);
}

const statementMappers: { readonly [K in StatementKind]: StatementMapper<K> } = {
  let: (statement, mapper) => ({
    ...statement,
    pattern: mapper.pattern(statement.pattern),
    type: optional(statement.type, mapper.type),
    value: optional(statement.value, mapper.expr),
    else: optional(statement.else, mapper.block),
  }),
  expr: (statement, mapper) => ({ ...statement, expr: mapper.expr(statement.expr) }),
  item: (statement, mapper) => ({ ...statement, item: mapper.item(statement.item) }),
  comment: (statement) => statement,
  meta: (statement) => statement,
};
