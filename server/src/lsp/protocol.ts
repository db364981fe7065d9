/** What client and server of this extension say to each other beyond the Language Server Protocol. */

/** Server → client, after each check: what the status item and the menus show. */
export const statusNotification = 'gouji/status';
/** Client → server: the text of a read-only document (`gouji:/规则/….md`). */
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
