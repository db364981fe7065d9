import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { analyze } from '../core/analysis.ts';
import { checklist } from '../core/features/checklist.ts';
import { newReport } from '../core/features/newReport.ts';
import { page } from '../core/features/pages.ts';
import { previewTables } from '../core/features/preview.ts';
import { organKinds } from '../core/report/frontMatterKeys.ts';
import { toRange } from './convert.ts';
import {
  type ChecklistItem,
  checklistRequest,
  type DocumentParams,
  documentRequest,
  type LastReport,
  type LastReportParams,
  lastReportRequest,
  type NewReportParams,
  newReportRequest,
  type PreviewTable,
  previewRequest,
  type UriParams,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Requests of our own client: read-only pages, preview, checklist, new report. */
export function registerExtras({ connection, documents, read }: Session): void {
  connection.onRequest(
    documentRequest,
    ({ path }: DocumentParams): string => page(path) ?? '没有这个页面。\n',
  );

  connection.onRequest(previewRequest, ({ uri }: UriParams, token) =>
    read(uri, token, [], (analysis): readonly PreviewTable[] => previewTables(analysis)),
  );

  connection.onRequest(checklistRequest, ({ uri }: UriParams, token) =>
    read(uri, token, [], (analysis): readonly ChecklistItem[] =>
      checklist(analysis, documents.related(uri)?.options.last?.report).map(({ span, ...item }) =>
        span === undefined ? item : { ...item, range: toRange(analysis, span) },
      ),
    ),
  );

  connection.onRequest(lastReportRequest, ({ text }: LastReportParams): LastReport | null => {
    const report = analyze(text).report;
    if (report === undefined) return null;
    const { year, organ } = report;
    return {
      ...(year === undefined ? {} : { year: year.value }),
      ...(organ === undefined ? {} : { organ: organ.value }),
    };
  });

  connection.onRequest(newReportRequest, (params: NewReportParams): string => {
    const { year, organ, kind, last, lastPath } = params;
    const before = last === undefined ? undefined : analyze(last).report;
    if (last !== undefined && before === undefined)
      throw new ResponseError(ErrorCodes.InvalidParams, '所选的文件不是政府信息公开工作年度报告，没有新建。');
    const known = organKinds.find((candidate) => candidate === kind);
    return newReport({
      year,
      organ,
      ...(known === undefined ? {} : { kind: known }),
      ...(before === undefined ? {} : { last: before, ...(lastPath === undefined ? {} : { lastPath }) }),
    });
  });
}
