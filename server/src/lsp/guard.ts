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
 * A reader that lets through only what the session's state allows, and answers the rest itself: the
 * library underneath would serve requests before `initialize` and after `shutdown`.
 */
export function guardedReader(reader: MessageReader, writer: MessageWriter): MessageReader {
  let state: State = 'started';
  const verdict = (message: Message): 'pass' | 'drop' | ResponseMessage => {
    if (!isCall(message)) return 'pass';
    const { method } = message;
    const isRequest = 'id' in message && message.id !== null;
    if (method === 'exit') return 'pass';
    if (method === 'initialize' && isRequest) {
      if (state !== 'started')
        return refusal(message, ErrorCodes.InvalidRequest, 'initialize may be sent once only');
      state = 'initialized';
      return 'pass';
    }
    if (state === 'started')
      return isRequest
        ? refusal(message, ErrorCodes.ServerNotInitialized, 'the server has not been initialized')
        : 'drop';
    if (state === 'shutDown')
      return isRequest
        ? refusal(message, ErrorCodes.InvalidRequest, 'the server has been shut down')
        : 'drop';
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
  return 'method' in message && typeof message.method === 'string';
}

function refusal(message: RequestMessage, code: number, text: string): ResponseMessage {
  return { jsonrpc: '2.0', id: message.id, error: { code, message: text } };
}
