import type { Io } from './io.ts';

export interface Progress {
  step(): void;
  /** Takes the bar away for what is written next; the next step draws it again. */
  clear(): void;
}

/** Fewer files are done before anyone would look. */
const worthShowing = 50;
const width = 20;

/** Shown on a terminal only, and only when there is something to wait for; without `total` the files are only counted. */
export function progressBar(total: number | undefined, io: Io): Progress {
  let done = 0;
  let shown = '';
  return {
    step() {
      done++;
      if (!io.interactive || (total ?? done) < worthShowing) return;
      const line = total === undefined ? `已检查 ${done} 份` : barOf(done, total);
      if (line !== shown) io.err(`\r${line}`);
      shown = line;
    },
    clear() {
      if (shown !== '') io.err('\r\u001b[K');
      shown = '';
    },
  };
}

/** `[████████████░░░░░░░░]  60%　共 2000 份`: it changes by whole percents. */
function barOf(done: number, total: number): string {
  const percent = Math.floor((done * 100) / total);
  const filled = Math.floor((done * width) / total);
  return `[${'█'.repeat(filled)}${'░'.repeat(width - filled)}] ${String(percent).padStart(3)}%　共 ${total} 份`;
}
