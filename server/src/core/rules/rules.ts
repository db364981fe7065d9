import { balanceMismatch } from './balance-mismatch.ts';
import { blankCell } from './blank-cell.ts';
import { cellCount } from './cell-count.ts';
import { copiedText } from './copied-text.ts';
import { documentNumber } from './document-number.ts';
import { doubledWord } from './doubled-word.ts';
import { duplicateSection } from './duplicate-section.ts';
import { emptySection } from './empty-section.ts';
import { extraSection } from './extra-section.ts';
import { feeStatement } from './fee-statement.ts';
import { formVersion } from './form-version.ts';
import { fractionalCount } from './fractional-count.ts';
import { lawName } from './law-name.ts';
import { missingColumn } from './missing-column.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { negativeCount } from './negative-count.ts';
import { notANumber } from './not-a-number.ts';
import { numberFormat } from './number-format.ts';
import { personalData } from './personal-data.ts';
import { punctuation } from './punctuation.ts';
import { repealedArticle } from './repealed-article.ts';
import { reportPeriod } from './report-period.ts';
import { rowLabel } from './row-label.ts';
import type { Rule } from './rule.ts';
import { sectionOrder } from './section-order.ts';
import { signingDate } from './signing-date.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { unitInCell } from './unit-in-cell.ts';
import { unknownArticle } from './unknown-article.ts';
import { yearMismatch } from './year-mismatch.ts';

/** Every rule, in the order in which they are listed. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  missingSection,
  sectionOrder,
  duplicateSection,
  extraSection,
  emptySection,
  missingTable,
  missingRow,
  missingColumn,
  cellCount,
  rowLabel,
  formVersion,
  blankCell,
  notANumber,
  unitInCell,
  numberFormat,
  negativeCount,
  fractionalCount,
  sumMismatch,
  balanceMismatch,
  reportPeriod,
  yearMismatch,
  signingDate,
  unknownArticle,
  repealedArticle,
  lawName,
  documentNumber,
  feeStatement,
  personalData,
  doubledWord,
  punctuation,
  copiedText,
];

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
