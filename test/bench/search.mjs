// How long the search for wrong cells takes in 表三 with one, two and three cells wrong, anywhere.
import { quantile } from './measure.mjs';

const tries = 600;
/** Of each try the median counts, so that the quantiles tell of the faults and not of what the machine does beside. */
const times = 5;

export function searchTable({ bind, diagnosisOf, ledgerOf, practiceWith }) {
  const addresses = [...bind(practiceWith({})).figures.keys()].filter((address) =>
    address.startsWith('applications/'),
  );
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const search = (text) => {
    const report = bind(text);
    ledgerOf(report);
    const before = process.cpuUsage();
    diagnosisOf(report);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const searched = (cells) => {
    const wrong = Array.from({ length: cells }, () => [
      addresses[random(addresses.length)],
      String(random(60)),
    ]);
    const text = practiceWith(Object.fromEntries(wrong));
    return quantile(
      Array.from({ length: times }, () => search(text)),
      0.5,
    );
  };
  // Only warms up.
  for (let index = 0; index < tries / 3; index++) searched(3);
  const rows = ['一', '两', '三'].map((word, index) => {
    const found = Array.from({ length: tries }, () => searched(index + 1));
    return { name: `${word}格写错`, value: quantile(found, 0.95), p99: quantile(found, 0.99), limit: 5 };
  });
  return {
    title: `在表三里找出写错的格（随意 ${tries} 处，每处 ${times} 次，取中位数）`,
    unit: '毫秒（CPU，p95）',
    rows,
  };
}
