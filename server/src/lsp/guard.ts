import {
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver';

/** Where a session is: the protocol allows only some messages in each state. */
type State = 'started' | 'initialized' | 'shutDown';

/**
 * A reader that lets through only what is a message and what the session's state allows, and answers the rest
 * itself: the library underneath would serve requests before `initialize` and after `shutdown`, and quote in
 * its log what it cannot understand.
 */
export function guardedReader(reader: MessageReader, writer: MessageWriter): MessageReader {
  let state: State = 'started';
  const verdict = (message: Message): 'pass' | 'drop' | ResponseMessage => {
    if (!isCall(message)) return isAnswer(message) ? 'pass' : 'drop';
    const { method } = message;
    const isRequest = 'id' in message && message.id !== null;
    if (isRequest && typeof message.id !== 'number' && typeof message.id !== 'string') return 'drop';
    if (method === 'exit') return 'pass';
    if (method === 'initialize' && isRequest) {
      if (state !== 'started') return refusal(message, ErrorCodes.InvalidRequest, '只能初始化一次。');
      if (!isObject(message.params)) return refusal(message, ErrorCodes.InvalidParams, '初始化缺少参数。');
      state = 'initialized';
      return 'pass';
    }
    if (state === 'started')
      return isRequest ? refusal(message, ErrorCodes.ServerNotInitialized, '服务还没有初始化。') : 'drop';
    if (state === 'shutDown')
      return isRequest ? refusal(message, ErrorCodes.InvalidRequest, '服务已经关闭。') : 'drop';
    if (!hasItsParameters(message))
      return isRequest ? refusal(message, ErrorCodes.InvalidParams, '请求的参数不完整。') : 'drop';
    if (method === 'shutdown' && isRequest) state = 'shutDown';
    return 'pass';
  };
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen(callback: DataCallback): Disposable {
      return reader.listen((message) => {
        const answer = verdict(message);
        if (answer === 'pass') callback(message);
        else if (answer !== 'drop') void writer.write(answer);
      });
    },
  };
}

function isCall(message: Message): message is RequestMessage {
  return isObject(message) && 'method' in message && typeof message.method === 'string';
}

/** To one of our requests: these have numbers. */
function isAnswer(message: Message): boolean {
  return isObject(message) && 'id' in message && typeof message.id === 'number';
}

/** A document where there must be one, with its place; a request to be cancelled. */
function hasItsParameters({ method, params }: RequestMessage): boolean {
  const sent = isObject(params) ? (params as Readonly<Record<string, unknown>>) : {};
  if (method === '$/cancelRequest') return typeof sent.id === 'number' || typeof sent.id === 'string';
  if (/^(?:workspace|gouji)\//.test(method)) return isObject(params);
  if (!method.startsWith('textDocument/')) return true;
  const { textDocument, position, range } = sent;
  if (!isObject(textDocument) || typeof (textDocument as { uri?: unknown }).uri !== 'string') return false;
  return [position, range].every((place) => place === undefined || isObject(place));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(message: RequestMessage, code: number, text: string): ResponseMessage {
  return { jsonrpc: '2.0', id: message.id, error: { code, message: text } };
}
