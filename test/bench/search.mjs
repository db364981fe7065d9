// How long the search for wrong cells takes in 表三 with one, two and three cells wrong, anywhere.
import { performance } from 'node:perf_hooks';
import { quantile } from './measure.mjs';

const tries = 800;

export function searchTable({ bind, diagnosisOf, ledgerOf, practiceWith }) {
  const addresses = [...bind(practiceWith({})).figures.keys()].filter((address) =>
    address.startsWith('applications/'),
  );
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const rows = ['一', '两', '三'].map((word, index) => {
    // Read before, so that only the search is measured and not the memory of all that reading.
    const reports = Array.from({ length: tries }, () => {
      const wrong = Array.from({ length: index + 1 }, () => [
        addresses[random(addresses.length)],
        String(random(60)),
      ]);
      const report = bind(practiceWith(Object.fromEntries(wrong)));
      ledgerOf(report);
      return report;
    });
    const times = reports.map((report) => {
      const start = performance.now();
      diagnosisOf(report);
      return performance.now() - start;
    });
    // The first ones only warm up.
    times.splice(0, tries / 4);
    return {
      name: `${word}格写错`,
      value: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      limit: 5,
    };
  });
  return { title: '在表三里找出写错的格', unit: '毫秒（p95）', rows };
}
