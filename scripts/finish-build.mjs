// What tsc leaves to do: files that are not TypeScript, and the executable bit that npx needs for a package's own command.
import { chmodSync, cpSync } from 'node:fs';

const root = new URL('../', import.meta.url);
cpSync(new URL('src/project/verify/assets', root), new URL('dist/project/verify/assets', root), { recursive: true });
chmodSync(new URL('dist/cli/main.js', root), 0o755);
