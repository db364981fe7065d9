import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { checkedFrames } from './frames.ts';
import { guardedReader } from './guard.ts';
import { describedError } from './handlers.ts';
import { serve } from './server.ts';
import { watchClient } from './watchdog.ts';

/** Serves the parent process over Node's IPC channel, or any client over standard input and output. */
export function serveProcess(transport: 'ipc' | 'stdio'): void {
  const die = (reason: string): never => {
    process.stderr.write(`gouji: ${reason}\n`);
    process.exit(1);
  };
  // Nothing should come here: every handler has a catch of its own.
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error: unknown) => die(`内部错误 ${describedError(error)}`));
  const [reader, writer] =
    transport === 'ipc'
      ? ([new IPCMessageReader(process), new IPCMessageWriter(process)] as const)
      : ([
          new StreamMessageReader(process.stdin.pipe(checkedFrames(die))),
          new StreamMessageWriter(process.stdout),
        ] as const);
  if (transport === 'stdio') process.stdin.on('end', () => process.exit(0));
  serve(createConnection(ProposedFeatures.all, guardedReader(reader, writer), writer), {
    watchClient,
    readFile: readLocal,
  });
}

/** A UTF-8 file without its BOM; anything else is not compared with. */
async function readLocal(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(fileURLToPath(uri)));
  } catch {
    return undefined;
  }
}
