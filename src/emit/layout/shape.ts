/**
 * The room that a construct has. rustfmt does not choose line breaks as prettier's printer does (groups that fit or
 * break): it hands every construct a *shape*, lets it fail, and compares what came out of several shapes. To be a
 * fixed point of rustfmt the layouts of this directory decide in the same way, and produce documents in which every
 * break is already decided.
 */
export interface Shape {
  /** Columns left on the line, from the current position. */
  readonly width: number;
  /** Column at which lines of the current block start. */
  readonly indent: number;
  /** Columns already used on the line, counted from `indent`. */
  readonly offset: number;
  /** Width of the whole page. */
  readonly page: number;
}

export const pageWidth = 100;
export const tabWidth = 4;
/** A page without right edge, for what fits in no way and rustfmt leaves as it is. */
export const unlimitedPage = 8192;

/** The widths beyond which rustfmt goes vertical although the line would have room. */
export const widthLimits = {
  call: 60,
  attribute: 70,
  structLiteral: 18,
  structVariant: 35,
  array: 60,
  chain: 60,
  singleLineIfElse: 50,
  singleLineLetElse: 50,
  shortArrayElement: 10,
} as const;

/** The shape of a line that starts at `indent`. */
export function lineShape(indent: number, page: number = pageWidth): Shape {
  return { width: Math.max(0, page - indent), indent, offset: 0, page };
}

/** A line of a page without right edge: for statements that fit in no way, which rustfmt leaves as they are. */
export function unlimitedLine(indent: number): Shape {
  return lineShape(indent, unlimitedPage);
}

/** The same place with room for anything on this line. */
export function unlimited(shape: Shape): Shape {
  return { ...shape, width: unlimitedPage };
}

/** Reserves `columns` at the end of the line. */
export function narrow(shape: Shape, columns: number): Shape | undefined {
  return shape.width < columns ? undefined : { ...shape, width: shape.width - columns };
}

export function narrowOrZero(shape: Shape, columns: number): Shape {
  return { ...shape, width: Math.max(0, shape.width - columns) };
}

/** Moves the current position to the right. */
export function advance(shape: Shape, columns: number): Shape | undefined {
  if (shape.width < columns) return undefined;
  return { ...shape, width: shape.width - columns, offset: shape.offset + columns };
}

/** The next block level; the width stays what it was. */
export function nestBlock(shape: Shape, columns: number = tabWidth): Shape {
  return { ...shape, indent: shape.indent + columns, offset: 0 };
}

/** The whole line of the shape's block, without the right-hand reservations. */
export function fullLine(shape: Shape): Shape {
  return { ...shape, width: budget(shape, shape.indent) };
}

/** A line of the next block level. */
export function nestedLine(shape: Shape): Shape {
  return lineShape(shape.indent + tabWidth, shape.page);
}

export function usedWidth(shape: Shape): number {
  return shape.indent + shape.offset;
}

/** What must follow on the last line (`;`, `)`, …) and is reserved already. */
export function rightOverhead(shape: Shape): number {
  return Math.max(0, shape.page - (usedWidth(shape) + shape.width));
}

/** Columns left on a line of which `used` are taken. */
export function budget(shape: Shape, used: number): number {
  return Math.max(0, shape.page - used);
}
