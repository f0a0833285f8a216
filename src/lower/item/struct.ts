/** Structs: `struct`, `#[repr(C)] struct`, and for a packed one the newtype with its getters and setters. */
import { diagnostic } from '../../diagnostics.js';
import * as rust from '../../emit/build.js';
import type { Attribute, Expr, Item, NamedField } from '../../emit/rust-ast.js';
import type { StructType } from '../../parse/ir/types.js';
import { constant } from '../constant.js';
import type { Site } from '../context.js';
import { isDerivedDefault } from '../default.js';
import { typeGenerics } from '../generics/parameters.js';
import { rustType } from '../type.js';
import { externLayout } from '../unaligned.js';
import { wrapUnsafe } from '../unsafety.js';
import { deriveAttributes } from './derive.js';
import { implOf } from './impl.js';
import { memberNodes } from './members.js';
import { packedItems } from './packed.js';
import type { ContainerPlan } from './plan.js';
import type { ItemTrivia } from './trivia.js';
import { itemTrivia } from './trivia.js';

export function structItems(type: StructType, plan: ContainerPlan): readonly Item[] {
  const { crate, name, visibility, trivia } = plan;
  if (type.layout === 'packed') return packedItems(type, plan);
  const attributes: Attribute[] = [
    ...deriveAttributes(type, crate),
    ...(type.layout === 'extern' ? [rust.attribute('repr', ...layoutOf(type, plan))] : []),
  ];
  const fields = fieldsOf(type, plan);
  const generics = typeGenerics(type, crate, plan.site, false);
  const shape = fields.length === 0 ? ({ kind: 'unit' } as const) : ({ kind: 'named', fields } as const);
  const item = rust.structItem(name, shape, {
    visibility,
    attributes,
    ...trivia,
    ...(generics === undefined ? {} : { generics }),
  });
  return crate.requests.defaults.has(type) && !isDerivedDefault(type, crate) ? [item, defaultImpl(type, plan)] : [item];
}

/** `impl Default`. */
function defaultImpl(type: StructType, { crate, site }: ContainerPlan): Item {
  const fields = (type.fields ?? []).flatMap((field): (readonly [string, Expr])[] => {
    if (field.isComptime || field.defaultValue === undefined || crate.representation.isErased(field.type)) return [];
    const held = crate.representation.field(type, field.index);
    const value = constant(field.defaultValue, field.type, site, field.defaultNode, held);
    return [[crate.names.field(type, field.index), value]];
  });
  const body = wrapUnsafe(rust.block([], rust.structLit(rust.pathOf('Self'), fields)));
  const made = rust.fn('default', [], rust.selfType, body);
  return { ...implOf(type, [made], site), trait: rust.pathOf('Default') };
}

function layoutOf(type: StructType, { crate }: ContainerPlan): readonly string[] {
  const layout = externLayout(type);
  if (layout !== undefined) return layout;
  const { file, node } = type.container;
  const span = { file: file.path, start: node?.start ?? 0, end: node?.end ?? 0 };
  const what = 'the layout of a C struct with these alignments of its fields';
  const isKnown = crate.diagnostics.some((one) => one.span.file === span.file && one.span.start === span.start);
  if (!isKnown) crate.diagnostics.push(diagnostic('not-implemented', span, { what }));
  return ['C'];
}

function fieldsOf(type: StructType, plan: ContainerPlan): readonly NamedField[] {
  const { crate, visibility } = plan;
  const site: Site = plan.site;
  const nodes = memberNodes(type.container);
  return (type.fields ?? []).flatMap((field): NamedField[] => {
    if (field.isComptime || crate.representation.isErased(field.type)) return [];
    const node = nodes.get(field.name);
    const trivia: ItemTrivia = node === undefined ? {} : itemTrivia(type.container.file, node, plan.claimed);
    const { blankLineBefore: _blank, ...kept } = trivia;
    return [
      {
        ...kept,
        ...(trivia.blankLineBefore === true && field.index > 0 ? { blankLineBefore: true } : {}),
        visibility,
        name: crate.names.field(type, field.index),
        type: rustType(field.type, crate.representation.field(type, field.index), site),
      },
    ];
  });
}
