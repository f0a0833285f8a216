/**
 * The printed text is a fixed point of rustfmt. The samples are formatted files: parsed and printed they come out as
 * they are. What is built by hand goes through rustfmt too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as rust from '../../src/emit/build.js';
import type { Edition } from '../../src/emit/layout/context.js';
import { printModule } from '../../src/emit/print.js';
import type { Expr, Item, ModuleContent, Statement } from '../../src/emit/rust-ast.js';
import { parseModuleText } from '../../src/lower/rules/rust-template/index.js';
import { rustfmt, whyNoRustfmt } from './rustfmt.js';

const noRustfmt = whyNoRustfmt();
const editions: readonly Edition[] = ['2021', '2024'];
const samples = new URL('samples/', import.meta.url);

function parsed(text: string): ModuleContent {
  const result = parseModuleText(text);
  if (!result.ok)
    throw new Error(`${result.message} at ${result.offset}: ${text.slice(result.offset, result.offset + 40)}`);
  return result.node;
}

describe('formatted files', () => {
  for (const name of readdirSync(samples)) {
    it(`${name} comes out as it is`, () => {
      const text = readFileSync(new URL(name, samples), 'utf8');
      expect(printModule(parsed(text), { edition: '2024' }).text).toBe(text);
    });

    for (const edition of editions) {
      it.skipIf(noRustfmt)(`${name} is a fixed point of rustfmt ${edition}`, () => {
        const text = readFileSync(new URL(name, samples), 'utf8');
        const printed = printModule(parsed(withoutNewSyntax(text, edition)), { edition }).text;
        expect(rustfmt(printed, edition)).toBe(printed);
      });
    }
  }
});

/** Edition 2021 has no `unsafe extern` with `safe` functions. */
function withoutNewSyntax(text: string, edition: Edition): string {
  return edition === '2024' ? text : text.replace('unsafe extern', 'extern').replace('pub safe fn', 'pub fn');
}

function inFunction(...statements: readonly (Statement | Expr)[]): Item {
  const body = statements.map((entry): Statement => (isStatement(entry) ? entry : rust.exprStmt(entry)));
  return rust.fn('sample', [], undefined, rust.block(body));
}

function isStatement(entry: Statement | Expr): entry is Statement {
  return (
    entry.kind === 'expr' ||
    entry.kind === 'item' ||
    entry.kind === 'comment' ||
    (entry.kind === 'let' && !('scrutinee' in entry))
  );
}

const x = rust.path('x');
const long = (name: string): Expr => rust.path(`a_rather_long_name_for_${name}`);
const some = (name: string) => rust.tupleStructPattern('Some', rust.bind(name));

const built: ReadonlyMap<string, Item> = new Map([
  ['a call that fits', inFunction(rust.call(rust.path('call'), [rust.int(1), rust.str('two')]))],
  [
    'a call that does not',
    inFunction(rust.call(rust.path('call'), [long('one'), long('two'), long('three'), long('four')])),
  ],
  [
    'a nested call',
    inFunction(
      rust.call(rust.path('outer'), [rust.call(rust.path('inner'), [long('one'), long('two'), long('three')])]),
    ),
  ],
  [
    'a closure as the last argument',
    inFunction(
      rust.method(long('list'), 'for_each', [
        rust.closure(
          ['item'],
          rust.blockExpr(rust.block([rust.exprStmt(rust.call(rust.path('use_it'), [rust.path('item')]))])),
        ),
      ]),
    ),
  ],
  [
    'a closure over a condition',
    inFunction(
      rust.method(x, 'map', [
        rust.closure(['a'], rust.ifElse(rust.path('a'), rust.block([], x), rust.block([], long('other')))),
      ]),
    ),
  ],
  [
    'a sum over several lines',
    inFunction(
      rust.let_(
        'sum',
        rust.binary(
          '+',
          rust.binary('+', long('first_term'), long('second_term')),
          rust.binary('*', long('third_term'), long('factor')),
        ),
      ),
    ),
  ],
  [
    'an assignment that goes to the next line',
    inFunction(
      rust.let_('a_name_that_takes_a_lot_of_room', rust.binary('==', long('left_hand_side'), long('right_hand_side'))),
    ),
  ],
  [
    'a chain',
    inFunction(
      rust.let_(
        'chain',
        rust.tryOp(
          rust.method(rust.method(rust.method(long('root'), 'first', [long('argument')]), 'second'), 'third', [x]),
        ),
      ),
    ),
  ],
  [
    'a struct literal',
    inFunction(
      rust.let_(
        'p',
        rust.structLit('Point', [
          ['x', x],
          ['y', rust.int(2)],
          ['name', rust.str('origin')],
        ]),
      ),
    ),
  ],
  [
    'a struct literal in a condition',
    inFunction(rust.ifElse(rust.binary('==', x, rust.structLit('P', [['x', x]])), rust.emptyBlock)),
  ],
  ['let else', inFunction(rust.letElse(some('value'), rust.method(x, 'next'), rust.block([], rust.return_())))],
  [
    'let else over several lines',
    inFunction(
      rust.letElse(
        some('value'),
        rust.method(long('iterator'), 'a_method', [long('argument')]),
        rust.block([rust.exprStmt(rust.return_(rust.path('None')))]),
      ),
    ),
  ],
  [
    'let else with a value that ends in a brace',
    inFunction(
      rust.letElse(some('value'), rust.match(x, [rust.arm(rust.wildcard, x)]), rust.block([], rust.return_())),
    ),
  ],
  [
    'match arms',
    inFunction(
      rust.match(x, [
        rust.arm(rust.orPattern(rust.pathPattern('Kind', 'A'), rust.pathPattern('Kind', 'B')), rust.int(1)),
        rust.arm(some('v'), rust.blockExpr(rust.block([], rust.path('v'))), rust.path('guard')),
        rust.arm(rust.bind('other'), rust.blockExpr(rust.block([rust.let_('y', rust.path('other'))], rust.path('y')))),
        rust.arm(rust.wildcard, rust.return_(long('result'))),
      ]),
    ),
  ],
  [
    'an unsafe block with its reason',
    inFunction(
      rust.let_('y', rust.unsafeBlock('x points to a live value', rust.deref(x))),
      rust.exprStmt(rust.unsafeBlock('see above', rust.assign(rust.deref(x), rust.int(1)))),
    ),
  ],
  [
    'format macros',
    inFunction(
      rust.formatMacro(
        'println',
        [rust.text('a {brace} and '), rust.hole('?'), rust.text(' and much more text to make it long')],
        [long('value')],
      ),
      rust.formatMacro('assert', [rust.text('no')], [], [rust.binary('==', long('left'), long('right'))]),
    ),
  ],
  [
    'vectors',
    inFunction(
      rust.let_('v', rust.vecLit([long('one'), long('two'), long('three')])),
      rust.let_('w', rust.vecRepeat(rust.int(0, 'u8'), x)),
    ),
  ],
  [
    'a labelled block',
    inFunction(rust.let_('v', rust.labeled('found', rust.block([rust.exprStmt(rust.breakWith(x, 'found'))])))),
  ],
  [
    'loops',
    inFunction(
      rust.whileLet(some('y'), rust.method(x, 'pop'), rust.block([rust.exprStmt(rust.continue_())])),
      rust.loop(rust.block([rust.exprStmt(rust.break_())]), 'outer'),
    ),
  ],
  [
    'a byte string that is too long',
    inFunction(
      rust.call(rust.path('write'), [
        rust.byteStr(
          'a byte string that is so long that no layout whatever can make it fit on a page of a hundred columns',
        ),
      ]),
    ),
  ],
  [
    'many short numbers',
    inFunction(rust.let_('table', rust.arrayLit(Array.from({ length: 60 }, (_, index) => rust.int(index * 7))))),
  ],
  [
    'statements that begin with a block',
    inFunction(
      rust.binary('+', rust.match(x, []), rust.int(1)),
      rust.method(rust.unsafeBlock(undefined, x), 'run'),
      rust.index(rust.blockExpr(rust.block([], x)), x),
    ),
  ],
  [
    'keywords as names',
    inFunction(
      rust.let_('match', rust.field(x, 'type')),
      rust.call(rust.path('loop'), [rust.path('self'), rust.path('gen')]),
    ),
  ],
  [
    'a function with many parameters',
    rust.fn(
      'many',
      Array.from({ length: 6 }, (_, index) =>
        rust.param(`parameter_number_${index}`, rust.refType(rust.sliceType(rust.u8Type))),
      ),
      rust.resultType(rust.unitType, rust.typePath('Error')),
      rust.emptyBlock,
    ),
  ],
  [
    'a long result',
    rust.fn(
      'convert',
      [rust.param('value', rust.u8Type)],
      rust.resultType(
        rust.genericType(
          'HashMap',
          rust.genericType('Vec', rust.u8Type),
          rust.genericType('Vec', rust.genericType('Option', rust.u8Type)),
        ),
        rust.typePath('Error'),
      ),
      rust.emptyBlock,
    ),
  ],
  [
    'a where clause',
    rust.fn('f', [], undefined, rust.block([], x), {
      generics: rust.generics(
        [{ kind: 'type', name: 'T', bounds: [] }],
        [
          {
            kind: 'type',
            type: rust.typePath('T'),
            bounds: [rust.traitBound('Clone'), rust.callableBound('Fn', [rust.u8Type], rust.u8Type)],
          },
        ],
      ),
    }),
  ],
  [
    'an enum with values',
    rust.enumItem(
      'E',
      [
        { name: 'A', fields: { kind: 'unit' }, discriminant: rust.int(1) },
        { name: 'B', fields: { kind: 'tuple', fields: [{ type: rust.u8Type }] } },
      ],
      {
        attributes: [rust.attribute('repr', 'u8'), rust.attribute('derive', 'Clone'), rust.attribute('derive', 'Copy')],
      },
    ),
  ],
  [
    'use lists',
    rust.useItem(
      rust.useTree(
        ['a'],
        [
          rust.useTree([], 'z10'),
          rust.useTree([], 'z9'),
          rust.useTree([], 'self'),
          rust.useTree(['b'], [rust.useTree([], 'only')]),
          rust.useTree([], 'C'),
          rust.useTree([], '_d'),
        ],
      ),
    ),
  ],
  [
    'a const table',
    rust.constItem(
      'TABLE',
      rust.arrayType(rust.u8Type, rust.int(3)),
      rust.arrayLit([rust.byte(0x61), rust.byte(0x27), rust.byte(0)]),
    ),
  ],
]);

/** All items of a module in one run of rustfmt: each under a comment with its name. */
function formattedParts(edition: Edition): {
  readonly printed: readonly string[];
  readonly formatted: readonly string[];
} {
  const items = [...built].map(
    ([name, item]): Item => ({ ...item, leading: [{ text: `@ ${name}` }], blankLineBefore: true }),
  );
  const { text } = printModule({ items }, { edition });
  return { printed: text.split('//@ '), formatted: rustfmt(text, edition).split('//@ ') };
}

describe.skipIf(noRustfmt)(`built by hand${noRustfmt === undefined ? '' : ` (${noRustfmt})`}`, () => {
  for (const edition of editions) {
    const parts = noRustfmt === undefined ? formattedParts(edition) : { printed: [], formatted: [] };
    it(`every part is there, edition ${edition}`, () => {
      expect(parts.printed).toHaveLength(built.size + 1);
    });
    for (const [index, name] of [...built.keys()].entries()) {
      it(`${name}, edition ${edition}`, () => {
        expect(parts.formatted[index + 1]).toBe(parts.printed[index + 1]);
      });
    }
  }
});
