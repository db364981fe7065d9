import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormNode } from '../../../server/src/core/forms/form.ts';
import { form2019 } from '../../../server/src/core/forms/form-2019.ts';
import { form2021 } from '../../../server/src/core/forms/form-2021.ts';
import {
  articleExists,
  articleHeading,
  articles,
  chapters,
  explanationNotice,
  findArticle,
  findPart,
  provisionsUnder,
  regulation,
  rowsRestingOn,
} from '../../../server/src/core/laws/articles.ts';
import { readCitations } from '../../../server/src/core/laws/citations.ts';
import { oldArticleCount, oldArticles } from '../../../server/src/core/laws/regulation2007.ts';
import { bare } from '../../../server/src/core/text/normalize.ts';

// The facts as collected; they lie beside the project on the machine it is built on, not in it.
const facts = new URL('../../../../shared/law/', import.meta.url);
const here = existsSync(facts);
const unlessHere = here ? '' : ' (skipped: ../shared/law is not on this machine)';
const read = (name: string): string => readFileSync(new URL(name, facts), 'utf8');

interface CollectedDeadline {
  n?: number;
  unit?: string;
  date?: string;
  who: string;
}
interface CollectedArticle {
  article: number;
  chapter: number;
  items: number[];
  deadlines: CollectedDeadline[];
}

describe('the regulation as data', () => {
  test('56 articles in six chapters, each at its place', () => {
    expect(articles).toHaveLength(56);
    expect(articles.map(({ number }) => number)).toEqual(articles.map((_, index) => index + 1));
    for (const { number, from, to } of chapters) {
      const inside = articles.filter(({ chapter }) => chapter === number).map((article) => article.number);
      expect([inside[0], inside.at(-1), inside.length]).toEqual([from, to, to - from + 1]);
    }
    expect(findArticle(0)).toBeUndefined();
    expect(findArticle(57)).toBeUndefined();
  });

  test('every article has a subject, two to six sentences of explanation, and sound references', () => {
    for (const article of articles) {
      const sentences = article.explanation.split('。').length - 1;
      expect(sentences, articleHeading(article)).toBeGreaterThanOrEqual(2);
      expect(sentences, articleHeading(article)).toBeLessThanOrEqual(6);
      expect(article.explanation.endsWith('。')).toBe(true);
      expect(article.subject.length).toBeGreaterThan(1);
      for (const other of article.related) {
        expect(other).not.toBe(article.number);
        expect(findArticle(other)).toBeDefined();
      }
    }
    expect(new Set(articles.map(({ subject }) => subject)).size).toBe(56);
  });

  test('articles that an explanation mentions exist', () => {
    for (const article of articles) {
      for (const citation of readCitations(article.explanation)) {
        if (citation.law.kind === 'other') continue;
        expect(articleExists(citation).kind, `${article.number}: ${article.explanation}`).toBe('ok');
      }
    }
  });

  test('days and dates of the deadlines stand in the explanation', () => {
    for (const { explanation, deadlines } of articles) {
      for (const deadline of deadlines) {
        const words =
          deadline.kind === 'period'
            ? `${deadline.days}个${deadline.unit}`
            : `${Number(deadline.date.slice(0, 2))}月${Number(deadline.date.slice(3))}日`;
        expect(explanation).toContain(words);
      }
    }
  });

  test('the parts of an article are all its 项, in order, and rows of parts are rows of the article', () => {
    for (const { number, items, parts = [], rows } of articles) {
      items.forEach((count, index) => {
        const found = parts.filter((part) => part.paragraph === index + 1 && part.item !== undefined);
        expect(
          found.map(({ item }) => item),
          `${number}`,
        ).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      });
      for (const part of parts) {
        expect(articleExists({ article: number, ...part }).kind).toBe('ok');
        for (const row of part.rows ?? []) expect(rows).toContain(row);
      }
    }
  });

  test.runIf(here)(`chapters, counts and deadlines are those collected${unlessHere}`, () => {
    const collected = JSON.parse(read('regulation-2019.json')) as {
      effective: string;
      chapters: { no: number; title: string; from: number; to: number }[];
      articles: CollectedArticle[];
    };
    expect(regulation.inForce).toBe(collected.effective);
    expect(chapters.map(({ number: no, title, from, to }) => ({ no, title, from, to }))).toEqual(
      collected.chapters,
    );
    expect(articles.map(({ number, chapter, items }) => ({ number, chapter, items }))).toEqual(
      collected.articles.map(({ article: number, chapter, items }) => ({ number, chapter, items })),
    );
    const mine = articles.map(({ deadlines }) =>
      deadlines.map((deadline) =>
        deadline.kind === 'date' ? deadline.date : `${deadline.days} ${deadline.unit}`,
      ),
    );
    const theirs = collected.articles.map(({ deadlines }) =>
      deadlines.map(({ date, n, unit }) => date ?? `${n} ${unit}`),
    );
    expect(mine).toEqual(theirs);
  });

  test.runIf(here)(`款 and 项 are those of the text itself${unlessHere}`, () => {
    const counts: number[][] = [];
    for (const line of read('regulation-2019.md').split('\n')) {
      if (/^\*\*第.+条\*\*/.test(line)) counts.push([0]);
      else if (/^（[一二三四五六七八九十]+）/.test(line)) {
        const last = counts.at(-1) as number[];
        last[last.length - 1] = (last.at(-1) as number) + 1;
      } else if (counts.length > 0 && line.trim() !== '' && !line.startsWith('#')) counts.at(-1)?.push(0);
    }
    expect(articles.map(({ items }) => items)).toEqual(counts);
  });

  test.runIf(here)(`no explanation repeats the statute for 25 characters${unlessHere}`, () => {
    const statute = bare(read('regulation-2019.md'));
    const copied = articles.flatMap(({ number, subject, explanation, parts = [] }) =>
      [subject, explanation, ...parts.map((part) => part.subject)].flatMap((text) => {
        const own = bare(text);
        for (let i = 0; i + 25 <= own.length; i++) {
          if (statute.includes(own.slice(i, i + 25))) return [`${number}: ${own.slice(i, i + 25)}`];
        }
        return [];
      }),
    );
    expect(copied).toEqual([]);
    expect(explanationNotice).toContain('不是条例原文');
  });

  test.runIf(here)(`the numbering of 2007 is that collected${unlessHere}`, () => {
    const collected = JSON.parse(read('regulation-2007.json')) as {
      articles_total: number;
      articles: { old: number; new: number[]; status: string }[];
    };
    expect(oldArticleCount).toBe(collected.articles_total);
    const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
    expect(oldArticles.map(({ old, now, seen }) => ({ old, now: sorted(now), seen }))).toEqual(
      collected.articles.map(({ old, new: now, status: seen }) => ({ old, now: sorted(now), seen })),
    );
  });
});

/** Rows of a form, `<table>/<row>`, with the basis that the form notes. */
function basisOf(form: typeof form2021 | typeof form2019): { row: string; basis: string | undefined }[] {
  const found: { row: string; basis: string | undefined }[] = [];
  const walk = (table: string, node: FormNode): void => {
    if (node.id !== undefined) found.push({ row: `${table}/${node.id}`, basis: node.basis });
    for (const child of node.children ?? []) walk(table, child);
  };
  for (const table of form.tables) {
    for (const block of table.blocks)
      for (const row of block.rows as readonly FormNode[]) walk(table.id, row);
  }
  return found;
}

describe('rows that rest on an article', () => {
  const rows = [...basisOf(form2021), ...basisOf(form2019)];

  test('are rows of a form', () => {
    const known = new Set(rows.map(({ row }) => row));
    for (const row of articles.flatMap((article) => article.rows)) expect(known).toContain(row);
  });

  test('are those whose basis in the form of 2021 names the article', () => {
    for (const { row, basis } of basisOf(form2021)) {
      const cited = readCitations(basis ?? '').map(({ article, paragraph, item }) => ({
        article,
        ...(paragraph === undefined ? {} : { paragraph }),
        ...(item === undefined ? {} : { item }),
      }));
      expect(provisionsUnder(row), row).toEqual(cited);
    }
  });

  test('are narrowed to the 款 or 项 where it is known', () => {
    expect(rowsRestingOn({ article: 36, item: 5 })).toEqual(['applications/unavailable.notHeld']);
    expect(rowsRestingOn({ article: 36, paragraph: 1, item: 6 })).toEqual(['applications/refused.duplicate']);
    expect(rowsRestingOn({ article: 36, item: 3 })).toEqual([]);
    expect(rowsRestingOn({ article: 36 })).toHaveLength(4);
    expect(rowsRestingOn({ article: 36, item: 9 })).toEqual([]);
    expect(rowsRestingOn({ article: 16, paragraph: 1 })).toEqual(['applications/denied.internal']);
    expect(rowsRestingOn({ article: 14, paragraph: 1 })).toHaveLength(3);
    expect(rowsRestingOn({ article: 99 })).toEqual([]);
  });
});

describe('whether a provision exists', () => {
  test.each([
    [{ article: 50 }],
    [{ article: 56 }],
    [{ article: 20, item: 15 }],
    [{ article: 36, paragraph: 1, item: 7 }],
    [{ article: 4, item: 3 }],
    [{ article: 4, paragraph: 2, item: 5 }],
    [{ article: 3, paragraph: 4 }],
  ])('%j does', (provision) => {
    expect(articleExists(provision).kind).toBe('ok');
  });

  test.each([
    [{ article: 57 }, { kind: 'noArticle', articles: 56 }],
    [{ article: 120 }, { kind: 'noArticle', articles: 56 }],
    [
      { article: 20, item: 16 },
      { kind: 'noItem', items: 15 },
    ],
    [
      { article: 36, item: 8 },
      { kind: 'noItem', items: 7 },
    ],
    [
      { article: 14, item: 1 },
      { kind: 'noItem', items: 0 },
    ],
    [
      { article: 4, paragraph: 1, item: 1 },
      { kind: 'noItem', paragraph: 1, items: 0 },
    ],
    [
      { article: 50, paragraph: 3 },
      { kind: 'noParagraph', paragraphs: 2 },
    ],
    [
      { article: 36, paragraph: 2 },
      { kind: 'noParagraph', paragraphs: 1 },
    ],
    [
      { article: 36, paragraph: 2, item: 1 },
      { kind: 'noParagraph', paragraphs: 1 },
    ],
  ])('%j does not', (provision, reason) => {
    expect(articleExists(provision)).toMatchObject(reason);
  });

  test('parts are found with or without their 款', () => {
    expect(findPart({ article: 4, item: 3 })?.subject).toContain('年度报告');
    expect(findPart({ article: 4, paragraph: 2, item: 3 })?.subject).toContain('年度报告');
    expect(findPart({ article: 4, paragraph: 1, item: 3 })).toBeUndefined();
    expect(findPart({ article: 50, paragraph: 2 })?.subject).toBe('统一格式');
    expect(findPart({ article: 50 })).toBeUndefined();
  });
});
