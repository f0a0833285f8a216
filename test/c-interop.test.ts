import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { transpileProject } from '../src/project/transpile.js';
import { haveTools } from './support/toolchain.js';

const article = fileURLToPath(new URL('../snapshots/article', import.meta.url));

/** Stands for the C library: answers with the context it got, so that a caller sees that arguments arrive. */
const STUB = `
#include "JavaScriptCore.h"
JSValueRef *JSEvaluateScript(JSContextRef *ctx, const unsigned char *script, const void *this_object,
                             const JSStringRef *source_url, int line, JSValueRef **exception) {
  return script[0] == 'o' && !this_object && !source_url && line == 0 && !exception ? (JSValueRef *)ctx : 0;
}
`;
const CALLER = `
fn main() {
    let context = 16 as *mut bindings::JavaScriptCore::JSContextRef;
    assert_eq!(evaluate_script(context, b"ok\\0".as_ptr()) as usize, 16);
    assert!(evaluate_script(context, b"no\\0".as_ptr()).is_null());
    println!("called");
}
`;

describe.runIf(haveTools('zig', 'rustc'))("the article's C interop", () => {
  test.each(['2021', '2024'] as const)('links with C and is called, edition %s', (edition) => {
    const directory = mkdtempSync(join(tmpdir(), 'zig2rust-c-'));
    const includeDirs = [join(article, 'include')];
    const { files } = transpileProject(join(article, 'c-interop.zig'), { edition, includeDirs });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), path === 'src/lib.rs' ? text + CALLER : text);
    }
    writeFileSync(join(directory, 'stub.c'), STUB);
    const run = (program: string, ...args: string[]) =>
      execFileSync(program, args, { cwd: directory, encoding: 'utf8' });
    run('cc', '-c', '-I', join(article, 'include'), 'stub.c', '-o', 'stub.o');
    run('rustc', '--edition', edition, 'src/lib.rs', '--crate-type', 'bin', '-C', 'link-arg=stub.o', '-o', 'caller');
    expect(run('./caller')).toBe('called\n');
  });
});
