/** Which metavariables a template has, for the rule's loader. */
import type { Block, Expr, Item, Pattern, Type } from '../../../emit/rust-ast.js';
import {
  deepMapper,
  type Mapper,
  mapExprParts,
  mapPatternParts,
  mapStatementParts,
  mapTypeParts,
} from '../../../emit/traverse.js';

export interface Metavariable {
  readonly name: string;
  /** Written `$name...`. */
  readonly variadic: boolean;
  /** How often it stands in the template: an expression that stands there twice is evaluated twice. */
  readonly count: number;
}

type Template =
  | { readonly kind: 'expr'; readonly node: Expr }
  | { readonly kind: 'type'; readonly node: Type }
  | { readonly kind: 'pattern'; readonly node: Pattern }
  | { readonly kind: 'block'; readonly node: Block }
  | { readonly kind: 'item'; readonly node: Item };

/** The metavariables of a template in the order in which they first appear. */
export function metavariables(template: Template): readonly Metavariable[] {
  const found = new Map<string, Metavariable>();
  const add = (name: string, variadic: boolean) => {
    const known = found.get(name);
    found.set(name, { name, variadic: variadic || known?.variadic === true, count: (known?.count ?? 0) + 1 });
  };
  visit(template, collector(add));
  return [...found.values()];
}

function visit(template: Template, mapper: Mapper): void {
  switch (template.kind) {
    case 'expr':
      mapper.expr(template.node);
      break;
    case 'type':
      mapper.type(template.node);
      break;
    case 'pattern':
      mapper.pattern(template.node);
      break;
    case 'block':
      mapper.block(template.node);
      break;
    case 'item':
      mapper.item(template.node);
      break;
  }
}

function collector(add: (name: string, variadic: boolean) => void): Mapper {
  return deepMapper((mapper) => ({
    expr: (expr) => {
      if (expr.kind === 'meta') add(expr.name, expr.variadic);
      return mapExprParts(expr, mapper);
    },
    type: (type) => {
      if (type.kind === 'meta') add(type.name, type.variadic);
      return mapTypeParts(type, mapper);
    },
    pattern: (pattern) => {
      if (pattern.kind === 'meta') add(pattern.name, pattern.variadic);
      return mapPatternParts(pattern, mapper);
    },
    statement: (statement) => {
      if (statement.kind === 'meta') add(statement.name, true);
      return mapStatementParts(statement, mapper);
    },
    name: (name) => {
      if (name.startsWith('$')) add(name.slice(1), false);
      return name;
    },
  }));
}
