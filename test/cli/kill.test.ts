import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Form } from '../../server/src/core/forms/form.ts';
import { forms } from '../../server/src/core/forms/forms.ts';
import { sampleReport } from '../../server/src/core/rules/sample.ts';
import { seeded } from '../fuzz/outlineTexts.ts';
import { startWire } from '../lsp/wire.ts';
import { counted, limitFor, seedOf } from '../support/soak.ts';

const seed = seedOf(20254);
const random = seeded(seed);
const cli = join(import.meta.dirname, '../../dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'gouji-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const old = sampleReport(forms[forms.length - 1] as Form, { 'proceedings/review/total': '3' });
const repaired = old.replace('| 1 | 0 | 0 | 1 | 3 |', '| 1 | 0 | 0 | 1 | 2 |');

function fix(file: string) {
  return spawn(process.execPath, [cli, 'fix', file], { stdio: 'ignore' });
}

describe('a kill at any moment loses nothing', () => {
  const kills = counted(25, 1000);
  const restarts = counted(3, 100);

  it(
    `${kills} kills of gouji fix, seed ${seed}`,
    async () => {
      const file = join(folder, 'report.md');
      writeFileSync(file, old);
      const began = performance.now();
      await once(fix(file), 'exit');
      const whole = performance.now() - began;
      expect(readFileSync(file, 'utf8')).toBe(repaired);
      let before = 0;
      /** The moment that the kills are about: it follows the moment of the change, however fast the machine is. */
      let moment = whole;
      for (let done = 0; done < kills; done++) {
        writeFileSync(file, old);
        const child = fix(file);
        const end = once(child, 'exit');
        await pause(moment * (0.7 + random() * 0.6));
        child.kill('SIGKILL');
        await end;
        const text = readFileSync(file, 'utf8');
        expect([old, repaired]).toContain(text);
        if (text === old) before++;
        moment *= text === old ? 1.1 : 0.9;
        for (const name of readdirSync(folder)) if (name !== 'report.md') rmSync(join(folder, name));
      }
      console.log(
        `${kills} kills of gouji fix: ${before} before the change, ${kills - before} after it, 0 corrupt`,
      );
      // Kills that all come too early or too late would show nothing.
      expect(before).toBeGreaterThan(kills / 10);
      expect(kills - before).toBeGreaterThan(kills / 10);
    },
    limitFor(kills, 15_000),
  );

  it(
    `a server that was killed ${restarts} times finds the same when it is started again`,
    async () => {
      const uri = 'file:///report.md';
      const findings = async () => {
        const wire = startWire();
        await wire.request('initialize', {
          processId: null,
          rootUri: null,
          capabilities: { textDocument: { diagnostic: {} } },
        });
        wire.notify('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text: old },
        });
        const { result } = await wire.request('textDocument/diagnostic', { textDocument: { uri } });
        const end = once(wire.child, 'exit');
        wire.child.kill('SIGKILL');
        await end;
        return JSON.stringify((result as { items: unknown }).items);
      };
      const first = await findings();
      expect(first).toContain('sum-mismatch');
      const times: number[] = [];
      for (let done = 0; done < restarts; done++) {
        const began = performance.now();
        expect(await findings()).toBe(first);
        times.push(performance.now() - began);
      }
      const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
      console.log(`${restarts} restarts after a kill: the same findings within ${p95.toFixed(0)} ms (p95)`);
    },
    limitFor(restarts, 15_000),
  );
});
