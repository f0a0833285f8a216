/** Suffixes in items: bodies, constants, discriminants, lengths in types. */
import type { FunctionItem, ImplItem, Item, Statement } from '../rust-ast.js';
import { deepMapper, mapItemParts } from '../traverse.js';
import { elideBlock, elideExpr, elideType, type Place } from './elide.js';
import type { Environment } from './environment.js';
import { bindName, bindPattern, emptyScope, type Scope } from './scope.js';

/** The function that takes the suffixes out of an item. */
export function itemElider(environment: Environment): (item: Item) => Item {
  const elide = (item: Item, scope: Scope): Item => {
    const place = placeFor(scope);
    switch (item.kind) {
      case 'fn':
        return elideFunction(item, place);
      case 'const':
      case 'static':
        return {
          ...item,
          type: elideType(item.type, place),
          value: item.value && elideExpr(item.value, item.type, place),
        };
      case 'enum':
        return {
          ...item,
          variants: item.variants.map((variant) => ({
            ...variant,
            discriminant: variant.discriminant && elideExpr(variant.discriminant, 'fixed', place),
          })),
        };
      case 'impl':
        return { ...item, items: item.items.map((member) => elide(member, { ...emptyScope, self: selfOf(item) })) };
      default:
        return elideInside(item, place, (inner) => elide(inner, emptyScope));
    }
  };
  const placeFor = (scope: Scope): Place => ({
    environment,
    scope,
    item: (statement): Statement => ({ ...statement, item: elide(statement.item, emptyScope) }),
  });
  return (item) => elide(item, emptyScope);
}

/** `Self`, unless it depends on parameters. */
function selfOf(item: ImplItem): Scope['self'] {
  return (item.generics?.parameters ?? []).length === 0 ? item.type : undefined;
}

function elideInside(item: Item, place: Place, elide: (item: Item) => Item): Item {
  const mapper = deepMapper(() => ({
    expr: (expr) => elideExpr(expr, undefined, place),
    type: (type) => elideType(type, place),
    item: elide,
  }));
  return mapItemParts(item, mapper);
}

function elideFunction(item: FunctionItem, place: Place): FunctionItem {
  let scope = place.scope;
  for (const parameter of item.parameters) {
    scope =
      parameter.kind === 'typed'
        ? bindPattern(scope, parameter.pattern, parameter.type)
        : bindName(scope, 'self', scope.self ?? 'fixed');
  }
  const inside: Place = { ...place, scope: { ...scope, returns: item.result } };
  const parameters = item.parameters.map((parameter) =>
    parameter.kind === 'typed' ? { ...parameter, type: elideType(parameter.type, place) } : parameter,
  );
  return {
    ...item,
    parameters,
    result: item.result && elideType(item.result, place),
    body: item.body && elideBlock(item.body, item.result, inside),
  };
}
