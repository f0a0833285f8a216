/** Builders of Rust AST, one import for lowering: `import * as rust from '../emit/build.js'`. */
export * from './build/control.js';
export * from './build/expressions.js';
export * from './build/items.js';
export * from './build/literals.js';
export * from './build/macros.js';
export * from './build/paths.js';
export * from './build/patterns.js';
export * from './build/types.js';
