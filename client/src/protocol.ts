// The client talks to the server by protocol only: these mirror server/src/lsp/protocol.ts, and a test
// compares the two.

export const statusNotification = 'gouji/status';
export const documentRequest = 'gouji/document';

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly isReport: boolean;
  readonly year?: number;
  readonly organ?: string;
  readonly form?: string;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

export interface DocumentParams {
  readonly path: string;
}
