import { describe, expect, it } from 'vitest';
import { openDocuments } from '../../server/src/lsp/documents.ts';
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
