import { balanceMismatch } from './balance-mismatch.ts';
import { blankCell } from './blank-cell.ts';
import { cellCount } from './cell-count.ts';
import { duplicateSection } from './duplicate-section.ts';
import { emptySection } from './empty-section.ts';
import { extraSection } from './extra-section.ts';
import { formVersion } from './form-version.ts';
import { fractionalCount } from './fractional-count.ts';
import { missingColumn } from './missing-column.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { negativeCount } from './negative-count.ts';
import { notANumber } from './not-a-number.ts';
import { numberFormat } from './number-format.ts';
import { rowLabel } from './row-label.ts';
import type { Rule } from './rule.ts';
import { sectionOrder } from './section-order.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { unitInCell } from './unit-in-cell.ts';

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
];

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
