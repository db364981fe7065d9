import type { Change, Diagnosis } from '../../../server/src/core/equations/diagnose.ts';
import { diagnosisOf } from '../../../server/src/core/equations/diagnose.ts';
import { type Entry, ledgerOf } from '../../../server/src/core/equations/ledger.ts';
import { recalculate } from '../../../server/src/core/equations/recalculate.ts';
import type { Form } from '../../../server/src/core/forms/form.ts';
import { formOfVersion } from '../../../server/src/core/forms/forms.ts';
import { readOutline } from '../../../server/src/core/outline/read.ts';
import { buildReport } from '../../../server/src/core/report/build.ts';
import type { Report } from '../../../server/src/core/report/report.ts';
import { sampleReport } from '../../../server/src/core/rules/sample.ts';
import { formatDecimal } from '../../../server/src/core/text/decimal.ts';

export type Figures = Readonly<Record<string, string>>;

/** The practice report with other figures. */
export function reportOf(figures: Figures = {}, version = '2021'): Report {
  const report = buildReport(readOutline(sampleReport(formOfVersion(version) as Form, figures)));
  if (report === undefined) throw new Error('no report');
  return report;
}

/** The figures of a row of 表三, by their columns: six and their total. */
export function row(name: string, ...values: readonly (string | number)[]): Figures {
  const columns = ['natural', 'enterprise', 'research', 'nonprofit', 'legal', 'otherOrg', 'total'];
  return Object.fromEntries(
    values.map((value, index) => [`applications/${name}/${columns[index]}`, String(value)]),
  );
}

/** What an equation comes to: `holds 12=12`, `fails 12≠11 (1)`, `unknown: blank`. */
export function outcome(report: Report, id: string): string {
  const entry = ledgerOf(report).entries.find(({ equation }) => equation.id === id);
  return entry === undefined ? 'none' : outcomeOf(entry);
}

export function outcomeOf({ outcome: found }: Pick<Entry, 'outcome'>): string {
  switch (found.kind) {
    case 'unknown':
      return `unknown: ${found.because}`;
    case 'holds':
      return `holds ${formatDecimal(found.left)}=${formatDecimal(found.right)}`;
    case 'fails':
      return `fails ${formatDecimal(found.left)}≠${formatDecimal(found.right)} (${formatDecimal(found.delta)})`;
  }
}

/** Every diagnosis in a line: the kind, `cell old→new slip`, and the equations it mends. */
export function diagnoses(report: Report): readonly string[] {
  return diagnosisOf(report).map(line);
}

/** `applications/received/total 13→12`. */
export function recalculated(report: Report): readonly string[] {
  return recalculate(report).map(
    ({ figure, old, new: made }) =>
      `${figure.address} ${old === undefined ? '空' : formatDecimal(old)}→${formatDecimal(made)}`,
  );
}

function line(diagnosis: Diagnosis): string {
  const ids = (entries: readonly Entry[]) =>
    entries.map(({ equation }) => equation.id.replace('applications/', '')).join(', ');
  switch (diagnosis.kind) {
    case 'cell': {
      const { change, repairs, shared, only } = diagnosis;
      const more = shared.length === 0 ? '' : `; with others: ${ids(shared)}`;
      return `${only ? 'only' : 'likeliest'} ${written(change)}; ${ids(repairs)}${more}`;
    }
    case 'shift':
      return `${diagnosis.toward} ${diagnosis.changes.map(written).join(', ')}; ${ids(diagnosis.repairs)}`;
    case 'moved':
      return `moved ${ids([diagnosis.entry, diagnosis.other])}; ${alternatives(diagnosis.candidates)}`;
    case 'mismatch':
      return `mismatch ${ids([diagnosis.entry])}; ${alternatives(diagnosis.candidates)}`;
  }
}

function alternatives(candidates: readonly (readonly Change[])[]): string {
  return candidates.map((changes) => changes.map(written).join(' & ')).join(' | ');
}

function written({ figure, actual, expected, typo }: Change): string {
  const cell = figure.address.replace('applications/', '');
  const old = actual === undefined ? '空' : formatDecimal(actual);
  return `${cell} ${old}→${formatDecimal(expected)}${typo === undefined ? '' : ` ${typo}`}`;
}
