// Preloaded into a server under test. At the word LOOP in its input the main thread is kept for ever; at HEAP it
// says on standard error what it holds after a collection (node --expose-gc).
process.stdin.on('data', (chunk) => {
  if (chunk.includes('LOOP')) for (;;);
  if (!chunk.includes('HEAP')) return;
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  process.stderr.write(`${heapUsed} ${rss}\n`);
});
process.stdin.pause();
