/** What the commands need of the machine; tests give their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether stderr is a terminal: only then is progress shown. */
  readonly interactive: boolean;
  /** Whether stdout may carry colour. */
  readonly colour: boolean;
  readonly stdin: () => Promise<Uint8Array>;
  /** Standard input piece by piece. */
  readonly stdinChunks: () => AsyncIterable<Uint8Array>;
  readonly cwd: string;
  /** This program's own file, which can be run as a worker; tests have none. */
  readonly script?: string;
}

/** Exit status: nothing wrong, errors found, bad usage or an unreadable file. */
export const exit = { ok: 0, found: 1, failed: 2 } as const;

/** A mistake in how the command was called, in words for the user. */
export class UsageError extends Error {}
