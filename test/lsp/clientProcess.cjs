// A client that starts the server given as its arguments, says so on standard output, and lives until it is killed.
const { spawn } = require('node:child_process');
const server = spawn(process.execPath, process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] });
const frame = (message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};
server.stdout.on('data', (chunk) => {
  if (!chunk.includes('serverInfo')) return;
  process.stdout.write(`${server.pid}\n`);
});
process.on('message', () => frame({ method: 'LOOP' }));
frame({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
