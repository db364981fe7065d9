import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { checkedFrames, largestBody, largestHeader } from '../../server/src/lsp/frames.ts';
import { pick, type Random, seeded } from '../fuzz/outlineTexts.ts';
import { counted, limitFor, seedOf } from '../support/soak.ts';
import { startWire } from './wire.ts';

const streams = counted(1000, 100_000);
const processes = counted(12, 300);
const seed = seedOf(20257);

it(
  `${streams} mutated streams of frames end where the first frame is none, in whatever chunks, seed ${seed}`,
  async () => {
    const random = seeded(seed);
    let broken = 0;
    for (let done = 0; done < streams; done++) {
      const bytes = Buffer.from(mutated(random, stream(random)), 'latin1');
      const expected = endOf(bytes).lost;
      for (const size of [1, 1 + Math.floor(random() * 40), bytes.length]) {
        const { passed, losses } = through(bytes, size);
        expect(losses).toBe(expected === undefined ? 0 : 1);
        // What comes in one chunk with the first unsound byte may be held back; nothing behind it comes through.
        const most = expected ?? bytes.length;
        expect(passed.length).toBeLessThanOrEqual(most);
        expect(passed.length).toBeGreaterThan(most - size - 1);
        expect(bytes.subarray(0, passed.length).equals(passed)).toBe(true);
      }
      if (expected !== undefined) broken++;
      // What streams have put off until later, and so themselves, would be kept for as long as nothing else runs.
      if (done % 100 === 0) await setImmediate();
    }
    console.log(`${streams} mutated streams: ${broken} lost the framing, ${streams - broken} did not`);
    expect(broken).toBeGreaterThan(streams / 10);
    expect(streams - broken).toBeGreaterThan(streams / 10);
  },
  limitFor(streams, 20),
);

it(
  `${processes} servers answer behind sound frames, and end with 1, saying so once, behind others`,
  async () => {
    const random = seeded(seed + 1);
    let answered = 0;
    for (let done = 0; done < processes; done++) {
      const wire = startWire();
      const exit = once(wire.child, 'exit') as Promise<[number | null]>;
      const bytes = Buffer.from(mutated(random, frame('{"jsonrpc":"2.0","method":"x"}')), 'latin1');
      wire.child.stdin.write(bytes);
      const answer = wire.request('initialize', { processId: null, rootUri: null, capabilities: {} });
      if (endOf(bytes).isWhole) {
        expect(JSON.stringify((await answer).result)).toContain('gouji');
        answered++;
      } else answer.catch(() => undefined);
      // A length that is too great swallows what comes next: enough of it comes for the next header to be none.
      wire.child.stdin.write(' '.repeat(2 * largestHeader));
      expect((await exit)[0]).toBe(1);
      expect(wire.said().trim().split('\n')).toHaveLength(1);
    }
    console.log(`${processes} servers: ${answered} answered, ${processes - answered} ended without`);
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(processes);
  },
  limitFor(processes, 10_000),
);

function frame(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function stream(random: Random): string {
  const bodies = ['{}', '{"jsonrpc":"2.0","method":"x"}', '', ' '.repeat(Math.floor(random() * 90))];
  return Array.from({ length: 4 }, () => frame(pick(random, bodies))).join('');
}

/** Some bytes changed, left out, put in or doubled, near the headers rather than elsewhere. */
function mutated(random: Random, text: string): string {
  const places = [...text.matchAll(/Content-Length: \d+\r\n\r\n/g)];
  const { index, 0: header } = pick(random, places);
  const at = index + Math.floor(random() * header.length);
  const choice = random();
  if (choice < 0.2) return text;
  if (choice < 0.3) return text.slice(0, at) + 'X-Long: '.repeat(largestHeader / 8) + text.slice(at);
  if (choice < 0.4)
    return text.replace(
      /\d+/,
      pick(random, ['-1', '+1', '1e3', '0x1', String(largestBody + 1), '99999999999', '']),
    );
  if (choice < 0.5)
    return text.slice(0, index) + pick(random, ['content-length: 2\r\n', 'X: y\r\n']) + text.slice(index);
  if (choice < 0.7) return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 4));
  const byte = pick(random, ['\r', '\n', '\0', '\xff', ' ', ':', '0', '9', '-']);
  return text.slice(0, at) + byte + text.slice(choice < 0.85 ? at + 1 : at);
}

/** Read as a whole: behind which byte it is known that no frame follows, if at one; whether the last frame is whole. */
function endOf(bytes: Buffer): { readonly lost?: number; readonly isWhole: boolean } {
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at) + 4;
    if (end < 4 || end - at > largestHeader)
      return { isWhole: false, ...(bytes.length - at > largestHeader ? { lost: at + largestHeader } : {}) };
    const lengths = bytes
      .toString('latin1', at, end)
      .split('\r\n')
      .flatMap((line) => /^content-length:[ \t]*(\d{1,10})[ \t]*$/i.exec(line)?.[1] ?? []);
    if (lengths[0] === undefined || Number(lengths[0]) > largestBody)
      return { isWhole: false, lost: end - 1 };
    at = end + Number(lengths[0]);
  }
  return { isWhole: at === bytes.length };
}

function through(bytes: Buffer, size: number): { passed: Buffer; losses: number } {
  let losses = 0;
  const chunks: Buffer[] = [];
  const checked = checkedFrames(() => losses++);
  checked.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (let at = 0; at < bytes.length; at += size) checked.write(bytes.subarray(at, at + size));
  for (let rest: Buffer | null = checked.read(); rest !== null; rest = checked.read()) chunks.push(rest);
  return { passed: Buffer.concat(chunks), losses };
}
