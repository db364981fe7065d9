import { Transform } from 'node:stream';
import { expect, it } from 'vitest';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { checkedFrames } from '../../server/src/lsp/frames.ts';
import { pick, type Random, randomEdit, seeded, tastes, withEdit } from '../fuzz/outlineTexts.ts';
import { counted, limitFor, seedOf } from '../support/soak.ts';
import { pulling, session } from './session.ts';

const versions = counted(80, 10_000);
const seed = seedOf(20258);
const uri = 'file:///report.md';
const report = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });

/** Byte by byte, as a slow pipe might give them. */
const oneByOne = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const byte of chunk) this.push(Buffer.of(byte));
      done();
    },
  });

/** An edit of a text, and how a client says it. */
function change(random: Random, text: string) {
  const made = randomEdit(random, text, pick(random, tastes));
  // No position of the protocol stands between CR and LF.
  const sayable = (offset: number) =>
    text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
  const edit = { ...made, start: sayable(made.start), end: sayable(made.end) };
  const place = (offset: number) => {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const after = withEdit(text, edit);
  return {
    after,
    said:
      random() < 0.1
        ? { text: after }
        : { range: { start: place(edit.start), end: place(edit.end) }, text: edit.text },
  };
}

it(
  `${versions} versions, sent byte by byte, are checked as if they had just been opened, seed ${seed}`,
  async () => {
    const random = seeded(seed);
    const slow = await session(
      pulling,
      undefined,
      undefined,
      oneByOne(),
      checkedFrames(() => expect.fail('the framing is sound')),
    );
    const other = await session(pulling);
    await slow.open(uri, report, 0);
    let text = report;
    let findings = 0;
    for (let version = 1; version <= versions; version++) {
      const changes = [];
      if (version % 50 === 0) changes.push({ text: (text = report) });
      for (let more = Math.floor(random() * 3); more >= 0; more--) {
        const { after, said } = change(random, text);
        changes.push(said);
        text = after;
      }
      await slow.change(uri, version, changes);
      const kept = await slow.pull(uri);
      await other.open(uri, text);
      expect(kept).toEqual(await other.pull(uri));
      await other.close(uri);
      findings += kept.length;
    }
    console.log(`${versions} versions over the wire, ${findings} findings, all as of a text just opened`);
    expect(findings).toBeGreaterThan(versions);
    await slow.end();
    await other.end();
  },
  limitFor(versions, 1000),
);
