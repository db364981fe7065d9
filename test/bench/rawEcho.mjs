// The floor of starting a language server: frames read and written by hand, no findings for every request.
let buffer = Buffer.alloc(0);
process.stdin.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(buffer.subarray('Content-Length: '.length, end).toString());
    if (buffer.length < end + 4 + length) return;
    const { id, method } = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
    buffer = buffer.subarray(end + 4 + length);
    if (id === undefined) continue;
    const result =
      method === 'initialize' ? { capabilities: { diagnosticProvider: {} } } : { kind: 'full', items: [] };
    const body = JSON.stringify({ jsonrpc: '2.0', id, result });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
});
