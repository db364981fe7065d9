import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../core/analysis.ts';
import { attempt } from '../core/text/pause.ts';
import type { Documents } from './documents.ts';
import { cancelled } from './handlers.ts';

/** So long, in milliseconds, is read without a look at what the client has sent meanwhile. */
const slice = 10;

/**
 * Reads something of the analysis of an open document; `nothing` when there is none. Between slices the client
 * is listened to: a request that it cancels, or that an edit overtakes, ends with an error that says so.
 * `work` is interrupted and begun again, so it must do nothing but read.
 */
export type Reader = <T>(
  uri: string,
  token: CancellationToken | undefined,
  nothing: T,
  work: (analysis: Analysis) => T,
) => Promise<T>;

export function sliceReader(documents: Documents): Reader {
  let turns: Promise<unknown> = Promise.resolve();
  /** Whoever waits gets a turn of the event loop of his own, in order: between two of them messages come in. */
  const nextTurn = () => {
    turns = turns.then(() => new Promise((resolve) => setTimeout(resolve, 0)));
    return turns;
  };
  return async (uri, token, nothing, work) => {
    const text = documents.analysis(uri)?.text;
    for (;;) {
      const analysis = documents.analysis(uri);
      if (analysis === undefined) return nothing;
      if (analysis.text !== text) throw overtaken();
      const started = performance.now();
      const result = attempt(
        () => performance.now() - started > slice,
        () => work(analysis),
      );
      if (result !== undefined) return result.value;
      await nextTurn();
      if (token?.isCancellationRequested === true) throw cancelled();
    }
  };
}

function overtaken(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, '文件已经改动，请重新请求。');
}
