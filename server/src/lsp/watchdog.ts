import { Worker } from 'node:worker_threads';

/** How often the client is looked for, in milliseconds. */
const interval = 2000;

/**
 * Ends this process when the client's process has gone, even while this thread is in a loop: the check runs in a
 * thread of its own, which can only end the process by a signal.
 */
export function watchClient(clientProcess: number): void {
  const script = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => {
      try { process.kill(workerData, 0); } catch (error) {
        if (error.code === 'ESRCH') process.kill(process.pid, 'SIGKILL');
      }
    }, ${interval});`;
  const worker = new Worker(script, { eval: true, workerData: clientProcess, stdout: false, stderr: false });
  worker.on('error', () => {});
  worker.unref();
}
