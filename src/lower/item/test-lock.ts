/** Tests that share variables are alone while they run, and run in Zig's order where one may find what another left behind. */
import * as rust from '../../emit/build.js';
import { writeName } from '../../emit/names.js';
import type { Block, Item, Statement } from '../../emit/rust-ast.js';
import type { FnInstance } from '../../parse/ir/program.js';
import type { TestOrder, TestTurns } from '../analysis/shared-variables.js';
import { type Crate, runtimePath, type Scope } from '../context.js';
import type { CrateNames } from '../names/crate-names.js';
import type { Module } from '../names/modules.js';

/** What the statics of the orders are called, each in the module of its tests. */
export type TestOrderNames = ReadonlyMap<TestOrder, { readonly module: Module; readonly name: string }>;

export function nameTestOrders(turns: TestTurns, names: CrateNames): TestOrderNames {
  const orders = new Set([...turns.values()].filter((turn) => turn !== 'alone'));
  return new Map(
    [...orders].flatMap((order) => {
      const [first] = order.tests;
      if (first === undefined) return [];
      const { module } = names.fn(first);
      return [[order, { module, name: module.values.take('IN_ORDER') }]];
    }),
  );
}

/** The body behind `let _alone = test_lock::alone();`, or behind the wait for its turn, where another test touches what this one does. */
export function withTestLock(body: Block, instance: FnInstance, scope: Scope): Block {
  const turn = scope.crate.testTurns.get(instance);
  if (turn === undefined) return body;
  const first = turn === 'alone' ? aloneStatement(scope) : turnStatement(turn, instance, scope);
  return { ...body, statements: [first, ...body.statements] };
}

function aloneStatement(scope: Scope): Statement {
  return rust.let_('_alone', rust.call(rust.path(...runtimePath(scope, 'test_lock', 'alone')), []));
}

/** `let Some(_turn) = IN_ORDER.turn(1) else { return; };` */
function turnStatement(order: TestOrder, instance: FnInstance, scope: Scope): Statement {
  const name = scope.crate.testOrderNames.get(order)?.name ?? '';
  const turn = rust.method(rust.path(name), 'turn', [rust.int(order.tests.indexOf(instance))]);
  const pattern = rust.tupleStructPattern('Some', rust.bind('_turn'));
  return rust.letElse(pattern, turn, rust.block([rust.exprStmt(rust.return_())]));
}

/** `static IN_ORDER: TestOrder = TestOrder::new(&[("tests::first", first), …]);` for each order of the tests of a module. */
export function testOrderItems(module: Module, crate: Crate): readonly Item[] {
  const orders = [...crate.testOrderNames].filter(([, named]) => named.module === module);
  return orders.map(([order, { name }]) => {
    crate.runtime.add('test_order');
    const type = module.imports.use('crate', 'rt', 'test_order', 'TestOrder');
    const tests = order.tests.map((test) => {
      const own = crate.names.fn(test);
      const segments = [...own.module.path, own.name].map((segment) => writeName(segment, crate.edition));
      return rust.tuple(rust.str(segments.join('::')), rust.path(own.name));
    });
    const value = rust.call(rust.path(...type, 'new'), [rust.refTo(rust.arrayLit(tests))]);
    const docs = [' These tests share variables: each finds what those before it left behind.'];
    return rust.staticItem(name, rust.typePath(...type), value, { docs });
  });
}
