/** Container-level `const` and `var`: `const`, `static` where an address is taken, `static mut`. */
import { diagnostic } from '../../diagnostics.js';
import * as rust from '../../emit/build.js';
import type { Attribute, Item, Type as RustType, Visibility } from '../../emit/rust-ast.js';
import type { Decl } from '../../parse/ir/program.js';
import { alignedType, alignedValue } from '../aligned.js';
import { symbolsOf } from '../analysis/symbols.js';
import type { Crate } from '../context.js';
import { isThreadLocal, threadLocalItem } from '../thread-local.js';
import { rustType } from '../type.js';
import { atomicItem } from '../whole-variable.js';
import { exportAttribute } from './export.js';
import { globalValue } from './global-value.js';
import type { ItemTrivia } from './trivia.js';

export interface GlobalOptions {
  readonly visibility: Visibility | undefined;
  readonly trivia: ItemTrivia;
}

/** The item of a global; undefined where it has no existence at run time. */
export function globalItem(decl: Decl, crate: Crate, options: GlobalOptions): Item | undefined {
  const { name, module, owner } = crate.names.global(decl);
  const common = { visibility: options.visibility, attributes: exportAttributes(decl, name, crate), ...options.trivia };
  const made = globalValue(decl, crate);
  if (made.kind === 'failed') return unportedGlobal(decl, made.reason, options.trivia);
  if (made.kind !== 'value') return undefined;
  const site = { crate, module };
  const declared = alignedType(rustType(made.type, crate.representation.global(decl), site), decl, site);
  const value = alignedValue(made.value, decl, site);
  const type = owner === undefined ? withoutStatic(declared) : declared;
  switch (crate.globalStorage(decl)) {
    case 'staticMut':
      if (isThreadLocal(decl)) return threadLocalItem(name, type, value, common, site);
      return rust.staticItem(name, type, value, { ...common, mutable: true });
    case 'atomic':
      return atomicItem(name, decl, value, common, site);
    case 'cell':
      return threadLocalItem(name, type, value, common, site);
    case 'static':
      return rust.staticItem(name, type, value, common);
    case 'const':
      return rust.constItem(name, type, value, common);
  }
}

/** The symbol of an exported variable. Rust gives an item no second one. */
function exportAttributes(decl: Decl, name: string, crate: Crate): readonly Attribute[] {
  const [symbol, ...more] = symbolsOf(decl);
  const span = { file: decl.container.file.path, start: decl.node.start, end: decl.node.end };
  for (const other of more)
    crate.diagnostics.push(
      diagnostic('not-implemented', span, { what: `the further symbol \`${other}\` of a variable` }),
    );
  return symbol === undefined ? [] : [exportAttribute(symbol, name, crate.edition)];
}

/** What mentions it is unported as well; the Zig text says what is missing. */
function unportedGlobal(decl: Decl, reason: string, trivia: ItemTrivia): Item {
  const { text } = decl.container.file.source;
  const [line] = text.slice(decl.node.start, decl.node.end).split('\n');
  return {
    kind: 'comment',
    leading: [...(trivia.leading ?? []), { text: ` TODO(port): ${reason}` }, { text: ` ${line ?? ''}` }],
    blankLineBefore: true,
  };
}

/** A constant outside of an `impl` has `'static` references without saying so. */
function withoutStatic(type: RustType): RustType {
  switch (type.kind) {
    case 'reference':
      return {
        ...type,
        target: withoutStatic(type.target),
        lifetime: type.lifetime === 'static' ? undefined : type.lifetime,
      };
    case 'array':
    case 'slice':
      return { ...type, element: withoutStatic(type.element) };
    default:
      return type;
  }
}
