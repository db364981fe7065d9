import { sentencesIn } from '../text/sentences.ts';
import { ownNames } from './ownNames.ts';
import type { Passage } from './passages.ts';
import type { Report } from './report.ts';
import { type YearMention, yearsIn } from './years.ts';

/**
 * The report's own year where the next one belongs: 2025年，我局将进一步加强培训, among the measures of a report of
 * 2025. Only what is surely still to come; 将 alone may be 把 (将公开工作纳入考核).
 */
export function plannedInOwnYear(passage: Passage, report: Report, own: number): readonly YearMention[] {
  if (passage.section?.id !== 'problems') return [];
  const { text } = passage;
  const years = yearsIn(text).filter(({ year }) => year === own);
  if (years.length === 0) return [];
  const names = ownNames(report);
  return sentencesIn(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    if (looksBack.test(sentence)) return [];
    return years.filter(({ span }) => {
      if (span.start < start || span.end > end) return false;
      const tail = text.slice(span.end, Math.min(end, span.end + reach)).replace(/^度?[，, \u3000]{0,2}/, '');
      const name = names.find((candidate) => tail.startsWith(candidate)) ?? '';
      return willBe.test(tail.slice(name.length));
    });
  });
}

/** Characters behind a year that are looked at. */
const reach = 60;

const willBe =
  /^[，,]?将(?:继续|进一步|着力|持续|不断|认真|切实|努力|全力|严格|从以下|重点(?:做好|抓好|从|围绕|推进|开展))/;

/** What was meant to be done, and is told now: 2024年提出2025年将进一步…，已…. */
const looksBack = /提出|曾|已|完成|整改|上年|去年|指出|计划中/;
