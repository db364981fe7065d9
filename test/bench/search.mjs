// How long the search for wrong cells takes in 表三 with one, two and three cells wrong, anywhere.
import { performance } from 'node:perf_hooks';
import { quantile } from './measure.mjs';

const tries = 400;

export function searchTable({ bind, diagnosisOf, practiceWith }) {
  const addresses = [...bind(practiceWith({})).figures.keys()].filter((address) =>
    address.startsWith('applications/'),
  );
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const rows = ['一', '两', '三'].map((word, index) => {
    const times = [];
    for (let at = 0; at < tries; at++) {
      const wrong = Array.from({ length: index + 1 }, () => [
        addresses[random(addresses.length)],
        String(random(60)),
      ]);
      const report = bind(practiceWith(Object.fromEntries(wrong)));
      const start = performance.now();
      diagnosisOf(report);
      // The first ones only warm up.
      if (at >= tries / 4) times.push(performance.now() - start);
    }
    return {
      name: `${word}格写错`,
      value: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      limit: 5,
    };
  });
  return { title: '在表三里找出写错的格', unit: '毫秒（p95）', rows };
}
