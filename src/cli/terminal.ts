/** Where a command writes: two streams, and whether a person looks at them. Tests give their own. */
import pc from 'picocolors';

export interface Terminal {
  /** Writes to standard output: reports and summaries. */
  readonly out: (text: string) => void;
  /** Writes to standard error: diagnostics and progress. */
  readonly err: (text: string) => void;
  /** True where standard error is a terminal: progress is one line that is rewritten. */
  readonly interactive: boolean;
  readonly colors: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

export function colorsOf(terminal: Terminal): Colors {
  return pc.createColors(terminal.colors);
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
    colors: process.stderr.isTTY === true && pc.isColorSupported,
  };
}

export interface Progress {
  /** Says that one more item is done. */
  step(label: string): void;
  /** Removes the line that is rewritten. */
  end(): void;
}

/** Progress over a known number of items: a rewritten line on a terminal, one line per item in a pipe, none for a single item. */
export function startProgress(terminal: Terminal, total: number): Progress {
  let done = 0;
  if (total <= 1) return { step() {}, end() {} };
  return {
    step(label) {
      done += 1;
      const line = `[${done}/${total}] ${label}`;
      terminal.err(terminal.interactive ? `\r\u001b[2K${line.slice(0, 100)}` : `${line}\n`);
    },
    end() {
      if (terminal.interactive) terminal.err('\r\u001b[2K');
    },
  };
}
