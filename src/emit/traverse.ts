/** Rebuilding the Rust AST with mapped parts: for passes over it and for the substitution of rule templates. */

import { mapBlockParts, mapExprParts, mapMacroCall, mapStatementParts } from './traverse/expr.js';
import { mapItemParts } from './traverse/item.js';
import type { Mapper } from './traverse/mapper.js';
import { mapGenericArguments, mapPathParts, mapPatternParts, mapTypeParts } from './traverse/path.js';

export type { Mapper };
export {
  mapBlockParts,
  mapExprParts,
  mapGenericArguments,
  mapItemParts,
  mapMacroCall,
  mapPathParts,
  mapPatternParts,
  mapStatementParts,
  mapTypeParts,
};

/**
 * A mapper that goes into everything and changes nothing but what `overrides` change. An override that wants to go
 * deeper calls the `map…Parts` function with the mapper that it is given.
 */
export function deepMapper(overrides: (mapper: Mapper) => Partial<Mapper>): Mapper {
  const mapper: Mapper = {
    expr: (expr) => mapExprParts(expr, mapper),
    exprs: (exprs) => exprs.map((expr) => mapper.expr(expr)),
    type: (type) => mapTypeParts(type, mapper),
    types: (types) => types.map((type) => mapper.type(type)),
    pattern: (pattern) => mapPatternParts(pattern, mapper),
    patterns: (patterns) => patterns.map((pattern) => mapper.pattern(pattern)),
    block: (block) => mapBlockParts(block, mapper),
    statement: (statement) => mapStatementParts(statement, mapper),
    item: (item) => mapItemParts(item, mapper),
    path: (path) => mapPathParts(path, mapper),
    generics: (generics) => mapGenericArguments(generics, mapper),
    name: (name) => name,
  };
  return Object.assign(mapper, overrides(mapper));
}
