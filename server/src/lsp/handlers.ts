import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** An internal error is answered with this; what it was is logged without a word of the draft. */
const apology = '勾稽内部出错，这一次没有结果；程序照常运行，日志中有记录。';

/**
 * The connection with a catch around every handler that is registered on it, so that none can end the server
 * or say what it must not: `onHover(…)`, `languages.diagnostics.on(…)` and all others.
 */
export function guardedConnection(connection: Connection): Connection {
  const log = (text: string) => connection.console.error(text);
  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (key === 'languages' && typeof value === 'object' && value !== null) return guarded(value);
        if (typeof value === 'object' && value !== null && 'on' in value) return guarded(value);
        if (typeof value !== 'function') return value;
        if (typeof key !== 'string' || !/^on(?:[A-Z]|$)/.test(key)) return value.bind(target);
        return (...values: unknown[]) => {
          const what = [key, ...values].filter((one) => typeof one === 'string').join(' ');
          return value.apply(
            target,
            values.map((one) =>
              typeof one === 'function' ? guardedHandler(one as Handler, what, log) : one,
            ),
          );
        };
      },
    });
  return guarded(connection);
}

type Handler = (...values: unknown[]) => unknown;

function guardedHandler(handler: Handler, what: string, log: (text: string) => void): Handler {
  return async (...values) => {
    if (values.some(isCancelled)) return cancelled();
    try {
      return await handler(...values);
    } catch (error) {
      return error instanceof ResponseError ? error : internalError(error, what, log);
    }
  };
}

/** Work that no request waits for: an error ends it, and nothing else. */
export async function inBackground(connection: Connection, what: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    // What has been overtaken, or whom it was for has gone, is no error.
    if (!(error instanceof ResponseError))
      internalError(error, what, (text) => connection.console.error(text));
  }
}

export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, '请求已经取消。');
}

function isCancelled(value: unknown): boolean {
  return (
    (value as { isCancellationRequested?: unknown } | undefined | null)?.isCancellationRequested === true
  );
}

function internalError(error: unknown, what: string, log: (text: string) => void): ResponseError {
  try {
    log(`${what}：内部错误 ${describedError(error)}`);
  } catch {
    // The client has gone: nobody is there to read it.
  }
  return new ResponseError(-32603, apology);
}

/** Kind and places of an error. Its message may quote the draft and is left out. */
export function describedError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = '' } = error;
  const at = stack.indexOf(message);
  const places = (at < 0 ? '' : stack.slice(at + message.length)).match(/^ +at .*$/gm) ?? [];
  return [name, ...places.slice(0, 8).map((place) => place.trim())].join('\n  ');
}
