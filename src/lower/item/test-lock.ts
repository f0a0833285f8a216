/** Tests that share variables are alone while they run. */
import * as rust from '../../emit/build.js';
import type { Block } from '../../emit/rust-ast.js';
import type { FnInstance } from '../../parse/ir/program.js';
import { runtimePath, type Scope } from '../context.js';

/** The body behind `let _alone = test_lock::alone();`, where another test touches what this one does. */
export function withTestLock(body: Block, instance: FnInstance, scope: Scope): Block {
  if (!scope.crate.lockedTests.has(instance)) return body;
  const guard = rust.call(rust.path(...runtimePath(scope, 'test_lock', 'alone')), []);
  return { ...body, statements: [rust.let_('_alone', guard), ...body.statements] };
}
