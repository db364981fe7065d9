import { reason } from './cli/files.ts';
import { exit, type Io } from './cli/io.ts';
import { serveAsPoolWorker } from './cli/pool.ts';
import { run } from './cli/run.ts';

const chunks = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
};

// A reader that has gone (`gouji … | head`) is no error; that nothing more can be written (a full disk) is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.ok);
  process.stderr.write(`标准输出：${reason(error)}\n`);
  process.exit(exit.failed);
});
// Nobody reads what is said of it any more; the results and the exit status are right all the same.
process.stderr.on('error', () => undefined);

const io: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  colour: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '',
  stdin: chunks,
  stdinChunks: () => process.stdin,
  cwd: process.cwd(),
  script: __filename,
};

// A worker of the pool has no arguments.
if (process.argv.length > 2 || !serveAsPoolWorker(io))
  void run(process.argv.slice(2), io).then((status) => {
    process.exitCode = status;
  });
