import { describe, expect, it } from 'vitest';
import { longestText, openDocuments } from '../../server/src/lsp/documents.ts';
import { standardSettings } from '../../server/src/lsp/settings.ts';

const uri = 'file:///a.md';

function edited(text: string, from: unknown, to: unknown): string | undefined {
  const documents = openDocuments(standardSettings);
  documents.open(uri, 'markdown', 1, text);
  documents.change(uri, 2, [{ range: { start: from, end: to } as never, text: 'x' }]);
  return documents.get(uri)?.text;
}

describe('an edit whose positions are not in the text', () => {
  it('never divides a character', () => {
    const middle = { line: 0, character: 2 };
    expect(edited('一😀二\n', middle, middle)).toBe('一x😀二\n');
    expect(edited('一😀二\n', { line: 0, character: 0 }, middle)).toBe('x😀二\n');
  });

  it('goes to the nearest place', () => {
    const end = { line: 9e9, character: 9e9 };
    expect(edited('一\n二', end, end)).toBe('一\n二x');
    expect(edited('一\n二', { line: -3, character: -3 }, { line: 0, character: 1 })).toBe('x\n二');
  });

  it('that are no numbers counts as the beginning', () => {
    const none = { line: 'x', character: Number.NaN };
    expect(edited('一\n二', none, none)).toBe('x一\n二');
  });

  it('leaves a text to which further edits can be made', () => {
    const documents = openDocuments(standardSettings);
    documents.open(uri, 'markdown', 1, '一\n二\n三');
    const far = { line: 99, character: 99 };
    documents.change(uri, 2, [{ range: { start: far, end: far }, text: '\n四' }]);
    const third = { line: 2, character: 0 };
    documents.change(uri, 3, [{ range: { start: third, end: third }, text: '第' }]);
    expect(documents.get(uri)?.text).toBe('一\n二\n第三\n四');
  });
});

describe('versions', () => {
  const insert = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '再' };
  const opened = () => {
    const documents = openDocuments(standardSettings);
    documents.open(uri, 'markdown', 3, '一\n二');
    return documents;
  };

  it.each([
    ['equal', 3, [insert]],
    ['lower', 2, [insert]],
    ['no number', 'x', [insert]],
    ['none', undefined, [insert]],
    ['no whole number', 3.5, [insert]],
  ])('that are not forward (%s) change nothing, and the text counts as lost', (_name, version, changes) => {
    const documents = opened();
    expect(documents.change(uri, version, changes)).toBe('version not forward');
    expect(documents.get(uri)).toMatchObject({ text: '一\n二', version: 3 });
    expect(documents.get(uri)?.refusal).toContain('请关闭后重新打开');
    expect(documents.analysis(uri)).toBeUndefined();
  });

  it.each([
    ['no list', 'x'],
    ['null in it', [null]],
    ['no text', [{ range: insert.range }]],
    ['a text that is none', [{ text: 7 }]],
    ['a range that is none', [{ text: 'x', range: null }]],
    ['a good one before a bad one', [insert, { range: insert.range }]],
  ])('with changes that are none (%s) change nothing, and the text counts as lost', (_name, changes) => {
    const documents = opened();
    expect(documents.change(uri, 4, changes)).toBe('malformed');
    expect(documents.get(uri)).toMatchObject({ text: '一\n二', version: 3 });
    expect(documents.analysis(uri)).toBeUndefined();
  });

  it('with an empty list go forward', () => {
    const documents = opened();
    expect(documents.change(uri, 4, [])).toBe('made');
    expect(documents.get(uri)).toMatchObject({ text: '一\n二', version: 4, refusal: undefined });
    expect(documents.change(uri, 4, [insert])).toBe('version not forward');
  });

  it('are found again by the whole text, or by opening once more, and by nothing else', () => {
    const documents = opened();
    documents.change(uri, 3, [insert]);
    expect(documents.change(uri, 4, [insert])).toBe('version not forward');
    expect(documents.change(uri, 5, [])).toBe('version not forward');
    expect(documents.change(uri, 6, [{ text: '三' }, insert])).toBe('made');
    expect(documents.get(uri)).toMatchObject({ text: '再三', version: 6, refusal: undefined });
    documents.change(uri, 6, [insert]);
    documents.open(uri, 'markdown', 1, '四');
    expect(documents.analysis(uri)?.text).toBe('四');
  });

  it('of a document that is not open are said to be so', () => {
    expect(openDocuments(standardSettings).change(uri, 1, [{ text: 'x' }])).toBe('not open');
  });
});

describe('a text beyond 20 MB', () => {
  it('is not analysed, and says so, until it is shorter', () => {
    const documents = openDocuments(standardSettings);
    documents.open(uri, 'markdown', 1, '报'.repeat(longestText / 3 + 1));
    expect(documents.get(uri)?.refusal).toBe('文件有 20.0 MB，超过 20 MB 的上限，没有检查。');
    expect(documents.analysis(uri)).toBeUndefined();
    documents.change(uri, 2, [{ text: '报'.repeat(10) }]);
    expect(documents.get(uri)?.refusal).toBeUndefined();
    expect(documents.analysis(uri)).toBeDefined();
  });
});
