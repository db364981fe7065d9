import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the extension asks of the server, also before there is a client to ask it. */
export interface Server {
  request<Answer>(method: string, params: unknown): Promise<Answer>;
  restart(): Promise<void>;
  showLog(): Promise<void>;
}

export function serverOf(client: Promise<BaseLanguageClient>): Server {
  return {
    async request<Answer>(method: string, params: unknown) {
      return (await client).sendRequest<Answer>(method, params);
    },
    async restart() {
      const running = await client;
      // A server that hangs does not answer that it stops; that is when one restarts it.
      await running.stop().catch(() => undefined);
      await running.start();
    },
    async showLog() {
      (await client).outputChannel.show(true);
    },
  };
}
