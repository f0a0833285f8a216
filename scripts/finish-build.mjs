// What tsc leaves to do: files that are not TypeScript, the executable bit of the command, and its link among the installed commands.
// Without the link `npx zig2rust` in this repository would install the package into npm's cache first, building it once more.
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';

const root = new URL('../', import.meta.url);
cpSync(new URL('src/project/verify/assets', root), new URL('dist/project/verify/assets', root), { recursive: true });
chmodSync(new URL('dist/cli/main.js', root), 0o755);
if (process.platform !== 'win32') {
  const link = new URL('node_modules/.bin/zig2rust', root);
  mkdirSync(new URL('.', link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../dist/cli/main.js', link);
}
