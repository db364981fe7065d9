import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/core/analysis.ts';
import { applyEdits, applyFix } from '../../../server/src/core/edits.ts';
import { repairEdits, safeEdits } from '../../../server/src/core/features/actions.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { forms } from '../../../server/src/core/forms/forms.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';
import { pick, type Random, seeded } from '../../fuzz/outlineTexts.ts';
import { evenFigures } from '../../support/figures.ts';
import { renderReport, tableLayouts, textLayouts } from '../../support/layouts.ts';
import { counted, seedOf } from '../../support/soak.ts';

const seed = seedOf(20256);
const runs = counted(120, 5000);

/** What the rules' bad examples do to a report, each a fault or two. */
const faults = rules.flatMap(({ examples }) =>
  examples.bad.flatMap(({ figures, replace }) => [
    { figures: Object.entries(figures ?? {}), replace: replace ?? [] },
  ]),
);

/** The practice report with some faults at once, as far as they go together. */
function faulty(random: Random): string {
  const figures: Record<string, string> = {};
  const replacements: (readonly [string, string])[] = [];
  for (let i = 0; i < 3; i++) {
    const fault = pick(random, faults);
    for (const [address, text] of fault.figures) figures[address] = text.replace(/[⟦⟧]/g, '');
    replacements.push(...fault.replace);
  }
  let text = sampleReport(pick(random, forms), figures);
  for (const [from, to] of replacements) text = text.replace(from, () => to.replace(/[⟦⟧]/g, ''));
  return text;
}

const digits = (text: string) => text.replace(/[^0-9]/g, '');

function repeated(
  draft: Analysis,
  edits: (now: Analysis) => ReturnType<typeof safeEdits>,
): { passes: number; end: Analysis } {
  let now = draft;
  let passes = 0;
  for (; passes < 10; passes++) {
    const made = edits(now);
    if (made.length === 0) break;
    now = analyze(applyEdits(now, made));
  }
  return { passes, end: now };
}

describe(`fixes of ${runs} reports with several faults, seed ${seed}`, () => {
  it('take their finding away and leave everything else as it was', () => {
    const random = seeded(seed);
    let fixes = 0;
    for (let run = 0; run < runs; run++) {
      const text = random() < 0.3 ? faulty(random).replaceAll('\n', '\r\n') : faulty(random);
      const draft = analyze(text);
      for (const finding of draft.findings) {
        for (const fix of finding.fixes()) {
          fixes++;
          const fixed = analyze(applyFix(draft, fix));
          const same = (analysis: Analysis) =>
            analysis.findings.filter(
              ({ rule, message }) => rule === finding.rule && message === finding.message,
            ).length;
          expect(
            same(fixed),
            `“${fix.title}” leaves ${finding.rule}: ${finding.message}\n${text}`,
          ).toBeLessThan(same(draft));
          if (text.includes('\r\n')) expect(fixed.text, fix.title).not.toMatch(/[^\r]\n/);
        }
      }
    }
    console.log(`${fixes} fixes: every finding gone`);
    expect(fixes).toBeGreaterThan(runs);
  });

  it('all at once come to an end in three passes, and gouji fix in six, totals alone changed', () => {
    const random = seeded(seed + 1);
    let most = 0;
    for (let run = 0; run < runs; run++) {
      const draft = analyze(faulty(random));
      const safe = repeated(draft, safeEdits);
      most = Math.max(most, safe.passes);
      expect(safe.passes, draft.text).toBeLessThanOrEqual(3);
      const errors = (analysis: Analysis) =>
        analysis.findings.filter(({ severity }) => severity === 'error').length;
      expect(errors(safe.end), draft.text).toBeLessThanOrEqual(errors(draft));
      const all = repeated(draft, (now) => repairEdits(now, 'compact'));
      expect(all.passes, draft.text).toBeLessThanOrEqual(6);
      // Formatting, at the end, changes no digit.
      expect(digits(repeated(all.end, (now) => repairEdits(now, 'aligned')).end.text)).toBe(
        digits(all.end.text),
      );
    }
    console.log(`fix-all: at most ${most} passes`);
  });
});

/** A form with something out of place, so that a draft that follows it is faulty. */
function misprinted(random: Random, form: Form): Form {
  const { sections, tables } = form;
  const chosen = pick(random, sections);
  const others = sections.filter((section) => section !== chosen);
  const at = Math.floor(random() * sections.length);
  return pick(random, [
    { ...form, sections: others },
    { ...form, sections: [...others.slice(0, at), chosen, ...others.slice(at)] },
    { ...form, tables: tables.filter(({ section }) => section !== chosen.id) },
    ...[
      { ...chosen, title: `年度${chosen.title}` },
      { ...chosen, numeral: '八' },
    ].map((other) => ({
      ...form,
      sections: sections.map((section) => (section === chosen ? other : section)),
    })),
    {
      ...form,
      sections: sections.map(({ table, ...section }) =>
        section.id === 'problems' && chosen.table !== undefined
          ? { ...section, table: chosen.table }
          : section === chosen || table === undefined
            ? section
            : { ...section, table },
      ),
    },
  ]);
}

describe(`fixes of ${runs} reports in any layout, seed ${seed}`, () => {
  it('take their finding away, bring no other, and leave no gaps', () => {
    const random = seeded(seed + 2);
    const gaps = (text: string) => /\n[ \t]*\n[ \t]*\n/.test(text.replace(/\r\n?/g, '\n'));
    let fixes = 0;
    for (let run = 0; run < runs; run++) {
      const form = pick(random, forms);
      const layout = pick(random, [...tableLayouts, ...textLayouts]);
      const text = renderReport(misprinted(random, form), evenFigures(form, '0'), layout);
      const draft = analyze(text);
      for (const finding of draft.findings) {
        for (const fix of finding.fixes()) {
          fixes++;
          const fixed = analyze(applyFix(draft, fix));
          const where = `“${fix.title}”, ${layout.name}\n${text}`;
          const count = (analysis: Analysis, rule: string) =>
            analysis.findings.filter((other) => other.rule === rule).length;
          expect(count(fixed, finding.rule), where).toBeLessThan(count(draft, finding.rule));
          for (const { rule, severity } of fixed.findings)
            if (severity !== 'hint')
              expect(count(fixed, rule), where).toBeLessThanOrEqual(count(draft, rule));
          expect(gaps(fixed.text) && !gaps(text), where).toBe(false);
        }
      }
    }
    console.log(`${fixes} fixes: nothing new, no gaps`);
    // Not every misprint has a fix.
    expect(fixes).toBeGreaterThan(runs / 2);
  });
});
