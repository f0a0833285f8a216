/** Rust templates of the porting rules: parsing, metavariables, substitution. */

export { type Metavariable, metavariables } from './metavariables.js';
export type { ParseResult } from './parse.js';
export {
  parseExprTemplate,
  parseItemTemplate,
  parseModuleText,
  parsePatternTemplate,
  parseStatementsTemplate,
  parseTypeTemplate,
} from './parse.js';
export {
  type Binding,
  type Bindings,
  SubstitutionError,
  substituteBlock,
  substituteExpr,
  substituteItem,
  substitutePattern,
  substituteType,
} from './substitute.js';
