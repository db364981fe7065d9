// Preloaded into a server under test: at the word LOOP in its input, the main thread is kept for ever.
process.stdin.on('data', (chunk) => {
  if (chunk.includes('LOOP')) for (;;);
});
process.stdin.pause();
