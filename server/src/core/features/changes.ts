import { figureName } from '../forms/layout.ts';
import type { Figure } from '../report/report.ts';
import { setFigure } from '../rules/arithmetic.ts';
import type { Edit } from '../rules/finding.ts';
import { onOneLine } from '../text/normalize.ts';
import { type Draft, figureAt } from './draft.ts';

/** One place that changes, with `old → new` for the preview. */
export interface Change {
  readonly edit: Edit;
  readonly label: string;
}

export function figureChange(figure: Figure, text: string): Change {
  return {
    edit: setFigure(figure, text),
    label: figureLabel(figure, text),
  };
}

function figureLabel({ form, text: before }: Figure, text: string): string {
  return `${figureName(form)}：${before === '' ? '空' : before} → ${text}`;
}

/** An edit of any place: a figure by its name, other text as it is written. */
export function describeChange(draft: Draft, edit: Edit): Change {
  const { start, end } = draft.place(edit.anchor);
  const figure = figureAt(draft, start)?.figure;
  if (figure !== undefined && draft.place(figure.anchor).end >= end)
    return { edit, label: figureLabel(figure, edit.newText.trim()) };
  const old = quoted(draft.text.slice(start, end));
  const written = quoted(edit.newText);
  if (old === '') return { edit, label: `增加${written}` };
  return { edit, label: written === '' ? `删去${old}` : `${old} → ${written}` };
}

/** One line, and not a long one. */
function quoted(text: string): string {
  const line = onOneLine(text.trim());
  if (line === '') return '';
  return `“${line.length > 40 ? `${line.slice(0, 40)}……` : line}”`;
}
