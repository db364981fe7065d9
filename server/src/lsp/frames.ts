import { Transform } from 'node:stream';

/** A message body may be this long, its header this long; beyond, the sender has lost the framing. */
export const largestBody = 64 * 1024 * 1024;
export const largestHeader = 8 * 1024;

/**
 * Passes a stream of `Content-Length` frames through unchanged. At the first frame that cannot be one it
 * calls `lost` and lets nothing more through: behind a broken header no byte can be trusted.
 */
export function checkedFrames(lost: (reason: string) => void): Transform {
  let header = '';
  let body = 0;
  let broken = false;
  const fail = (reason: string) => {
    broken = true;
    lost(reason);
  };
  /** Reads one header byte; true when the header is complete and sound. */
  const readHeader = (byte: number): void => {
    header += String.fromCharCode(byte);
    if (header.length > largestHeader) fail('消息头太长');
    else if (header.endsWith('\r\n\r\n')) {
      const length = /(?:^|\r\n)content-length:[ \t]*(\d{1,10})[ \t]*\r\n/i.exec(header)?.[1];
      if (length === undefined) fail('消息头没有正确的 Content-Length');
      else if (Number(length) > largestBody) fail('消息超过 64 MB');
      else {
        body = Number(length);
        header = '';
      }
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let at = 0;
      while (at < chunk.length && !broken) {
        if (body > 0) {
          const taken = Math.min(body, chunk.length - at);
          body -= taken;
          at += taken;
        } else readHeader(chunk[at++] as number);
      }
      if (broken) done();
      else done(undefined, chunk);
    },
  });
}
