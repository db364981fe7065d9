import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulePage } from '../../../scripts/generated.ts';
import { rules } from '../../../server/src/core/rules/rules.ts';

const folder = join(import.meta.dirname, '../../../docs/rules');

/** The pages are read by people: what a rule says of its examples changes only together with them. */
describe('the page of a rule', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('says what %s says of its examples', (id, rule) => {
    expect(rulePage(rule)).toBe(readFileSync(join(folder, `${id}.md`), 'utf8'));
  });

  it('is there for every rule, and for no other', () => {
    const names = rules.map(({ id }) => `${id}.md`);
    expect(readdirSync(folder).sort()).toEqual([...names, 'README.md'].sort());
  });
});
