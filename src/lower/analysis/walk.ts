/** Walking the typed IR stands beside the IR itself, since sema needs it too. */
export * from '../../parse/ir/walk.js';
