import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { applyFix } from '../../../server/src/core/edits.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { ruleById } from '../../../server/src/core/rules/rules.ts';
import { pick, seeded } from '../../fuzz/outlineTexts.ts';
import { consistentFigures, type FigureTexts, figuresOf } from '../../support/figures.ts';
import { type Layout, layouts, renderReport } from '../../support/layouts.ts';
import { counted, seedOf } from '../../support/soak.ts';

/** What the search for wrong cells finds, counted; the figures are those of the acceptance of the arithmetic rules. */

const chosen: readonly Layout[] = [
  layouts[0],
  layouts[2],
  layouts.find(({ name }) => /html/i.test(name)),
].filter((layout) => layout !== undefined);
const random = seeded(seedOf(20255));

function consistent(form: Form): FigureTexts {
  const [figures] = fc.sample(consistentFigures(form), { numRuns: 1, seed: Math.floor(random() * 2 ** 31) });
  if (figures === undefined) throw new Error('no sample');
  return figures;
}

/** Another count than the one that is there: a digit wrong, one too many, two exchanged, or off by a little. */
function slip(text: string): string {
  const at = Math.floor(random() * text.length);
  const digit = String(Math.floor(random() * 10));
  const choices = [
    text.slice(0, at) + digit + text.slice(at + 1),
    text.slice(0, at) + digit + text.slice(at),
    text.length > 1 ? (text[1] ?? '') + (text[0] ?? '') + text.slice(2) : text,
    String(Number(text) + 1 + Math.floor(random() * 5)),
  ].map((changed) => String(Number(changed)));
  const others = choices.filter((changed) => changed !== text);
  return pick(random, others);
}

function arithmetic({ findings }: Analysis) {
  return findings.filter(({ rule }) => ruleById(rule)?.group === 'arithmetic');
}

const tableOf = (address: string) => address.split('/')[0];

describe.each(forms.map((form) => [form.version, form] as const))('form %s', (_version, form) => {
  it.each(chosen.map((layout) => [layout.name, layout] as const))(
    'every figure of 表三 changed in turn is the one that is found, and its fix restores it (%s)',
    (_name, layout) => {
      const figures = consistent(form);
      const addresses = figuresOf(form)
        .map(({ address }) => address)
        .filter((address) => tableOf(address) === 'applications');
      for (const address of addresses) {
        const right = figures.get(address) ?? '';
        const draft = analyze(renderReport(form, new Map(figures).set(address, slip(right)), layout));
        const found = arithmetic(draft);
        expect(
          found.map((finding) => finding.arithmetic?.figure),
          address,
        ).toEqual([address]);
        const [finding] = found;
        const figure = draft.report?.figures.get(address);
        expect(finding?.span, address).toEqual(figure && draft.place(figure.anchor));
        const fix = finding?.fixes().find(({ edits }) => edits.length === 1);
        if (fix === undefined) throw new Error(`${address}: no fix`);
        const repaired = analyze(applyFix(draft, fix));
        expect(arithmetic(repaired), address).toEqual([]);
        expect(Number(repaired.report?.figures.get(address)?.text), address).toBe(Number(right));
      }
      console.log(
        `form ${form.version}, ${layout.name}: ${addresses.length} of ${addresses.length} figures of 表三`,
      );
    },
  );

  it('a figure of 表四 changed is found in its block; 表二 alone has no sums', () => {
    const figures = consistent(form);
    let found = 0;
    for (const { address } of figuresOf(form)) {
      if (tableOf(address) === 'applications') continue;
      const changed = String(Number(figures.get(address)) + 1);
      const own = arithmetic(analyze(renderReport(form, new Map(figures).set(address, changed))));
      if (tableOf(address) === 'disclosure') expect(own, address).toEqual([]);
      else {
        expect(
          own.map((finding) => finding.arithmetic?.equation),
          address,
        ).toEqual([`proceedings/${address.split('/')[1]}: total`]);
        found++;
      }
    }
    expect(found).toBe(15);
  });

  it('two faults at random: both named', () => {
    const runs = counted(150, 1000);
    const both = named(form, 2, runs);
    console.log(`form ${form.version}: two faults, both named in ${both} of ${runs}`);
    expect(both / runs).toBeGreaterThanOrEqual(0.95);
  });

  it('three faults at random: all named in most', () => {
    const runs = counted(60, 1000);
    const all = named(form, 3, runs);
    console.log(`form ${form.version}: three faults, all named in ${all} of ${runs}`);
    expect(all / runs).toBeGreaterThan(0.5);
  });
});

/** In how many reports all of some faults in 表三 are named, each on its own cell. */
function named(form: Form, faults: number, runs: number): number {
  const addresses = figuresOf(form)
    .map(({ address }) => address)
    .filter((address) => tableOf(address) === 'applications');
  let good = 0;
  for (let run = 0; run < runs; run++) {
    const figures = new Map(consistent(form));
    const wrong = new Set<string>();
    while (wrong.size < faults) wrong.add(pick(random, addresses));
    for (const address of wrong) figures.set(address, slip(figures.get(address) ?? ''));
    const told = new Set(
      arithmetic(analyze(renderReport(form, figures))).map(({ arithmetic: at }) => at?.figure),
    );
    if ([...wrong].every((address) => told.has(address))) good++;
  }
  return good;
}
