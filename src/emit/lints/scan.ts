/** Looks through a crate for what its header must allow. */
import type { Expr, Item } from '../rust-ast.js';
import {
  deepMapper,
  type Mapper,
  mapBlockParts,
  mapExprParts,
  mapItemParts,
  mapPatternParts,
  mapStatementParts,
  mapTypeParts,
} from '../traverse.js';
import type { AllowedLint, Globals, PortedModule } from './lint.js';
import { itemsOf } from './naming.js';

function globalsOf(modules: readonly PortedModule[]): Globals {
  const constants = new Map<string, Expr | undefined>();
  const statics = new Set<string>();
  const add = (item: Item): void => {
    if (item.kind === 'impl') item.items.forEach(add);
    if (item.kind === 'const') constants.set(item.name, constants.has(item.name) ? undefined : item.value);
    if (item.kind === 'static') statics.add(item.name);
  };
  for (const { content } of modules) itemsOf(content).forEach(add);
  return { constants, statics };
}

function isTest({ attributes = [] }: Item): boolean {
  return attributes.some((one) => one.kind === 'word' && one.path.segments.at(-1)?.name === 'test');
}

/** Those of the lints that would warn somewhere in the modules, in their order. */
export function neededLints(lints: readonly AllowedLint[], modules: readonly PortedModule[]): readonly string[] {
  const needed = new Set(lints.filter(({ crate }) => crate?.(modules) === true));
  const tests = {
    expr: lints.filter(({ expr }) => expr !== undefined),
    block: lints.filter(({ block }) => block !== undefined),
    statement: lints.filter(({ statement }) => statement !== undefined),
    item: lints.filter(({ item }) => item !== undefined),
    type: lints.filter(({ type }) => type !== undefined),
    pattern: lints.filter(({ pattern }) => pattern !== undefined),
  };
  let isInTest = false;
  const ask = (some: readonly AllowedLint[], matches: (lint: AllowedLint) => boolean | undefined): void => {
    for (const lint of some) {
      const isSpared = isInTest && lint.sparesTests === true;
      if (!needed.has(lint) && !isSpared && matches(lint) === true) needed.add(lint);
    }
  };
  const globals = globalsOf(modules);
  const mapper: Mapper = deepMapper((self) => ({
    expr: (expr) => {
      ask(tests.expr, (lint) => lint.expr?.(expr, globals.constants));
      return mapExprParts(expr, self);
    },
    block: (block) => {
      ask(tests.block, (lint) => lint.block?.(block));
      return mapBlockParts(block, self);
    },
    statement: (statement) => {
      ask(tests.statement, (lint) => lint.statement?.(statement));
      return mapStatementParts(statement, self);
    },
    item: (item: Item) => {
      ask(tests.item, (lint) => lint.item?.(item, globals));
      const wasInTest = isInTest;
      isInTest ||= item.kind === 'fn' && isTest(item);
      const mapped = mapItemParts(item, self);
      isInTest = wasInTest;
      return mapped;
    },
    type: (type) => {
      ask(tests.type, (lint) => lint.type?.(type));
      return mapTypeParts(type, self);
    },
    pattern: (pattern) => {
      ask(tests.pattern, (lint) => lint.pattern?.(pattern));
      return mapPatternParts(pattern, self);
    },
  }));
  for (const { content } of modules) for (const item of content.items) mapper.item(item);
  return lints.filter((lint) => needed.has(lint)).map(({ name }) => name);
}
