/** What client and server of this extension say to each other beyond the Language Server Protocol. */

/** Server → client, after each check: what the status item and the menus show. */
export const statusNotification = 'gouji/status';
/** Client → server: the text of a read-only document (`gouji:/rules/….md`). */
export const documentRequest = 'gouji/document';

/** Client → server: the standard tables of a document in the official layout, for the preview. */
export const previewRequest = 'gouji/preview';
/** Client → server: what is in order and what is not. */
export const checklistRequest = 'gouji/checklist';
/** Client → server: the text of a new report. */
export const newReportRequest = 'gouji/new';
/** Client → server: whose report of which year a text is; null for a text that is no report. */
export const lastReportRequest = 'gouji/lastReport';

/** Server → client: the text of a file, or null. */
export const readFileRequest = 'gouji/readFile';
/** Server → client: the Markdown files of the workspace that a document is in. */
export const findReportsRequest = 'gouji/findReports';

export interface UriParams {
  readonly uri: string;
}

export interface PreviewTable {
  readonly source: string;
  readonly html: string;
}

export interface ChecklistItem {
  readonly id: string;
  readonly label: string;
  readonly state: 'passed' | 'failed' | 'open';
  readonly detail: string;
  readonly range?: { readonly start: PlainPosition; readonly end: PlainPosition };
}

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

export interface NewReportParams {
  readonly year: number;
  readonly organ: string;
  readonly kind?: string;
  /** Text of last year's report, to carry forward. */
  readonly last?: string;
  /** The way to it from the folder of the new report, with slashes. */
  readonly lastPath?: string;
}

export interface LastReportParams {
  readonly text: string;
}

export interface LastReport {
  readonly year?: number;
  readonly organ?: string;
}

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
