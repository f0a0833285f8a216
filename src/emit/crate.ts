/** A whole Cargo crate as a map from path to text: manifest, module tree, runtime modules, bindings. */
import { attribute, modItem } from './build.js';
import type { Edition } from './layout/context.js';
import { headerLints, type PortedModule } from './lints.js';
import { elideLiteralSuffixes } from './literals.js';
import { nestLocalItems } from './local-items/nest.js';
import { placeLocalItems } from './local-items/place.js';
import { writeManifest } from './manifest.js';
import { type PrintedModule, printModule } from './print.js';
import type { Item, ModuleContent, ModuleItem, Visibility } from './rust-ast.js';
import { simplify } from './simplify.js';

/** A module of the crate that has a file: `['a', 'b']` is `src/a/b.rs` and `crate::a::b`. */
export interface CrateModule {
  /** Not empty, and not beginning with `rt` or `bindings`. */
  readonly path: readonly string[];
  readonly content: ModuleContent;
  /** By default `pub`, but private directly below the root of a program. */
  readonly visibility?: Visibility | undefined;
}

export interface CrateDescription {
  /** Any name; the package gets the nearest legal one. */
  readonly name: string;
  readonly edition: Edition;
  /** A program has `src/main.rs`, a library `src/lib.rs`. */
  readonly kind: 'bin' | 'lib';
  readonly root: ModuleContent;
  readonly modules: readonly CrateModule[];
  /** The runtime modules that are used: name (`fmt`, `map`) to the text of their file. */
  readonly runtime?: ReadonlyMap<string, string> | undefined;
  /** `crate::bindings::<name>` for each C header. */
  readonly bindings?: ReadonlyMap<string, ModuleContent> | undefined;
}

export interface EmittedCrate {
  /** Path relative to the crate's directory, with `/`, to the text of the file. */
  readonly files: ReadonlyMap<string, string>;
  /** What was printed from Rust AST, with its source map and unsafe sites. */
  readonly printed: ReadonlyMap<string, PrintedModule>;
}

/** The files of a crate. */
export function emitCrate(asLowered: CrateDescription): EmittedCrate {
  const description = simplified(asLowered);
  const { edition } = description;
  const contents = new Map(moduleFiles(description));
  const elided = elideLiteralSuffixes(contents);
  const nested = [...elided].map(([path, content]) => [path, nestLocalItems(content)] as const);
  const printed = new Map(nested.map(([path, content]) => [path, printModule(content, { edition })]));
  const files = new Map<string, string>([['Cargo.toml', writeManifest(description.name, edition)]]);
  for (const [path, { text }] of printed) files.set(path, text);
  for (const [name, text] of description.runtime ?? []) files.set(`src/rt/${name}.rs`, text);
  return { files, printed };
}

function simplified(description: CrateDescription): CrateDescription {
  const contents = [description.root, ...description.modules.map(({ content }) => content)];
  const [root = description.root, ...placed] = placeLocalItems(contents.map(simplify));
  const modules = description.modules.map((module, index) => ({ ...module, content: placed[index] ?? module.content }));
  return { ...description, root, modules };
}

/** A directory of modules; a node without content is a directory without a file of the same name. */
interface ModuleNode {
  readonly name: string;
  readonly visibility: Visibility | undefined;
  readonly content: ModuleContent | undefined;
  readonly children: readonly ModuleNode[];
}

function moduleFiles(description: CrateDescription): readonly (readonly [string, ModuleContent])[] {
  const children = [...moduleTree(description.modules, 0), ...supportModules(description)];
  const rootVisibility: Visibility = description.kind === 'lib' ? 'pub' : 'private';
  const root = withModules(rootContent(description), children, rootVisibility);
  const rootFile = description.kind === 'bin' ? 'src/main.rs' : 'src/lib.rs';
  return [[rootFile, root], ...children.flatMap((child) => filesOf(child, 'src'))];
}

/** Modules grouped by the segment of their path at `depth`. */
function moduleTree(modules: readonly CrateModule[], depth: number): readonly ModuleNode[] {
  const names = [...new Set(modules.map((module) => module.path[depth]))].filter((name) => name !== undefined);
  return names.map((name): ModuleNode => {
    const below = modules.filter((module) => module.path[depth] === name);
    const own = below.find((module) => module.path.length === depth + 1);
    const children = moduleTree(
      below.filter((module) => module.path.length > depth + 1),
      depth + 1,
    );
    return { name, visibility: own?.visibility, content: own?.content, children };
  });
}

/** `rt` and `bindings`, where they are used. */
function supportModules({ runtime, bindings }: CrateDescription): readonly ModuleNode[] {
  const leaf = (name: string, content: ModuleContent | undefined): ModuleNode => ({
    name,
    visibility: 'pub',
    content,
    children: [],
  });
  const nodes: ModuleNode[] = [];
  if (bindings !== undefined && bindings.size > 0) {
    const children = [...bindings].map(([name, content]) => leaf(name, content));
    nodes.push({
      name: 'bindings',
      visibility: 'private',
      content: {
        docs: [' Declarations of C headers.'],
        attributes: [attribute('allow', 'dead_code', 'non_snake_case')],
        items: [],
      },
      children,
    });
  }
  if (runtime !== undefined && runtime.size > 0) {
    const items = [...runtime.keys()].map((name) => modItem(name, undefined, { visibility: 'pub' }));
    nodes.push({
      name: 'rt',
      visibility: 'private',
      content: { docs: [' What Zig has and Rust has not.'], attributes: [attribute('allow', 'dead_code')], items },
      children: [],
    });
  }
  return nodes;
}

/** The root with the lint header, where one is needed. */
function rootContent(description: CrateDescription): ModuleContent {
  const { root } = description;
  const lints = headerLints(portedModules(description));
  if (lints.length === 0) return root;
  return { ...root, attributes: [attribute('allow', ...lints), ...(root.attributes ?? [])] };
}

/** What was ported from Zig: not the runtime, nor the bindings, which allow for themselves what they need. */
function portedModules({ root, modules, kind }: CrateDescription): readonly PortedModule[] {
  const isPublic = kind === 'lib';
  return [
    { content: root, name: undefined, isPublic },
    ...modules.map(({ path, content, visibility }) => ({
      content,
      name: path.at(-1),
      isPublic: isPublic && (visibility ?? 'pub') === 'pub',
    })),
  ];
}

/** The content with the declarations of its child modules in front. */
function withModules(content: ModuleContent, children: readonly ModuleNode[], visibility: Visibility): ModuleContent {
  if (children.length === 0) return content;
  const declarations = children.map(
    (child): ModuleItem => modItem(child.name, undefined, { visibility: child.visibility ?? visibility }),
  );
  const [first, ...rest] = content.items;
  if (first === undefined) return { ...content, items: declarations };
  const apart: Item = { ...first, blankLineBefore: true };
  return { ...content, items: [...declarations, apart, ...rest] };
}

function filesOf(node: ModuleNode, directory: string): readonly (readonly [string, ModuleContent])[] {
  const content = withModules(node.content ?? { items: [] }, node.children, 'pub');
  const below = node.children.flatMap((child) => filesOf(child, `${directory}/${node.name}`));
  return [[`${directory}/${node.name}.rs`, content], ...below];
}
