import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { analyze } from '../../../server/src/core/analysis.ts';

/** Invented reports of organs of every kind, written as such organs write; nothing is wrong in any of them. */
const folder = join(import.meta.dirname, 'wholeReports');
const reports = readdirSync(folder).sort();

/** What is rightly suggested all the same. */
const suggested: Readonly<Record<string, readonly string[]>> = {
  'a-county-2024.md': ['overview-length'],
  'f-agri-2019.md': ['unit-in-cell'],
};

it.each(reports)('nothing is wrong in %s', (name) => {
  const { report, findings } = analyze(readFileSync(join(folder, name), 'utf8'));
  expect(report?.tables).toHaveLength(3);
  expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(suggested[name] ?? []);
});
