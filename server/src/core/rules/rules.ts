import { accountability } from './accountability.ts';
import { amountUnit } from './amount-unit.ts';
import { announcedCount } from './announced-count.ts';
import { announcedSections } from './announced-sections.ts';
import { balanceMismatch } from './balance-mismatch.ts';
import { blankCell } from './blank-cell.ts';
import { carryOverMismatch } from './carry-over-mismatch.ts';
import { cellCount } from './cell-count.ts';
import { contradiction } from './contradiction.ts';
import { copiedText } from './copied-text.ts';
import { documentNumber } from './document-number.ts';
import { doubledWord } from './doubled-word.ts';
import { duplicateSection } from './duplicate-section.ts';
import { duplicateTable } from './duplicate-table.ts';
import { emptySection } from './empty-section.ts';
import { extraSection } from './extra-section.ts';
import { feeStatement } from './fee-statement.ts';
import { formVersion } from './form-version.ts';
import { fractionalCount } from './fractional-count.ts';
import { frontMatter } from './front-matter.ts';
import { impossibleStock } from './impossible-stock.ts';
import { lawName } from './law-name.ts';
import { missingColumn } from './missing-column.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { negativeCount } from './negative-count.ts';
import { noRulemakingPower } from './no-rulemaking-power.ts';
import { notANumber } from './not-a-number.ts';
import { numberFormat } from './number-format.ts';
import { numbering } from './numbering.ts';
import { overviewLength } from './overview-length.ts';
import { overviewTopics } from './overview-topics.ts';
import { partsMismatch } from './parts-mismatch.ts';
import { percentMismatch } from './percent-mismatch.ts';
import { personalData } from './personal-data.ts';
import { placeholder } from './placeholder.ts';
import { problemsAndMeasures } from './problems-and-measures.ts';
import { punctuation } from './punctuation.ts';
import { repealedArticle } from './repealed-article.ts';
import { repeatedFigure } from './repeated-figure.ts';
import { reportPeriod } from './report-period.ts';
import { reportTitle } from './report-title.ts';
import { rollUpMismatch } from './roll-up-mismatch.ts';
import { rowLabel } from './row-label.ts';
import { rowOrder } from './row-order.ts';
import type { Rule } from './rule.ts';
import { sectionNumber } from './section-number.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { signingDate } from './signing-date.ts';
import { stockMismatch } from './stock-mismatch.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { suspectCell } from './suspect-cell.ts';
import { tableInWrongSection } from './table-in-wrong-section.ts';
import { textTableMismatch } from './text-table-mismatch.ts';
import { unitInCell } from './unit-in-cell.ts';
import { unknownArticle } from './unknown-article.ts';
import { unknownRow } from './unknown-row.ts';
import { unreadBlock } from './unread-block.ts';
import { unreadTable } from './unread-table.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { yearMismatch } from './year-mismatch.ts';

/** Every rule, in the order in which they are listed. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  frontMatter,
  unreadBlock,
  missingSection,
  sectionOrder,
  duplicateSection,
  extraSection,
  emptySection,
  sectionNumber,
  sectionTitle,
  reportTitle,
  announcedSections,
  numbering,
  announcedCount,
  overviewTopics,
  overviewLength,
  problemsAndMeasures,
  accountability,
  placeholder,
  missingTable,
  unreadTable,
  missingRow,
  missingColumn,
  cellCount,
  rowLabel,
  formVersion,
  unknownRow,
  rowOrder,
  duplicateTable,
  tableInWrongSection,
  blankCell,
  notANumber,
  unitInCell,
  numberFormat,
  negativeCount,
  fractionalCount,
  amountUnit,
  impossibleStock,
  noRulemakingPower,
  suspectCell,
  sumMismatch,
  balanceMismatch,
  carryOverMismatch,
  stockMismatch,
  rollUpMismatch,
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
  partsMismatch,
  textTableMismatch,
  contradiction,
  repeatedFigure,
  percentMismatch,
  unusedIgnore,
];

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
