import { expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver/node';
import { inBackground } from '../../server/src/lsp/handlers.ts';

it('an error behind a client that has gone ends nothing', async () => {
  const gone = {
    console: {
      error() {
        throw new Error('Connection is disposed.');
      },
    },
  } as unknown as Connection;
  await expect(inBackground(gone, 'x', () => Promise.reject(new Error('y')))).resolves.toBeUndefined();
});
