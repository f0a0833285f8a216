// tsc writes files without the executable bit; npx runs a package's own command as a program.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
