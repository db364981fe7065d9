// What was measured: on the screen, in out/bench.json and as tables in docs/performance.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/ensure.mjs';

const page = join(root, 'docs', 'performance.md');
const begin = '<!-- 以下由 npm run bench 写 -->';

export function writeResults(tables, { rounds, bytes, withPeers }) {
  const [{ model = '' } = {}, ...others] = cpus();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const about = {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    gouji: version,
    node: process.versions.node,
    machine: `${platform()} ${arch()}，${others.length + 1} 核 ${model.trim()}，${Math.round(totalmem() / 2 ** 30)} GB`,
    load: loadavg().map((value) => Number(value.toFixed(1))),
    rounds,
    bytes,
    withPeers,
  };
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'bench.json'), `${JSON.stringify({ about, tables }, undefined, 2)}\n`);
  const text = [summary(about), ...tables.map(tableText)].join('\n\n');
  console.log(text);
  const known = readFileSync(page, 'utf8');
  writeFileSync(page, `${known.slice(0, known.indexOf(begin) + begin.length)}\n\n${text}\n`);
}

function summary({ date, gouji, node, machine, load, rounds, bytes }) {
  return [
    `测量于 ${date}（UTC），gouji ${gouji}，Node.js ${node}，${machine}；`,
    `测量结束时的平均负载 ${load.join('、')}；每项 ${rounds} 轮，各项轮流，取中位数。`,
    `报告 ${bytes} 字节，含三张统计表。`,
  ].join('\n');
}

function tableText({ title, unit, rows, memory }) {
  const hasP99 = rows.some(({ p99 }) => p99 !== undefined);
  const hasRss = rows.some(({ rss }) => rss !== undefined);
  const hasRate = rows.some(({ perSecond }) => perSecond !== undefined);
  const more = [
    ...(hasP99 ? [['p99', 'p99']] : []),
    ...(hasRate ? [['份/秒', 'perSecond']] : []),
    ...(hasRss ? [['内存 MB', 'rss']] : []),
  ];
  const head = ['', unit, ...more.map(([title]) => title), '比例', '目标', ''];
  const lines = rows.map((row) => [
    row.name,
    number(row.value),
    ...more.map(([, key]) => number(row[key])),
    row.ratio === undefined || row.to === row.name ? '' : `${ratioText(row.ratio)} × ${row.to}`,
    goalText(row),
    verdict(row),
  ]);
  const text = [
    `## ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ];
  if (memory !== undefined)
    text.push(
      '',
      `按 600 个键之后占内存 ${number(memory.value)} MB，是回声服务器的 ${memory.ratio.toFixed(2)} 倍（目标 ≤ ${memory.most}）：${verdict(memory)}。`,
    );
  return text.join('\n');
}

function goalText({ most, limit }) {
  if (limit !== undefined) return `≤ ${limit}`;
  return most === undefined ? '' : most < 0.5 ? `≤ 1/${Math.round(1 / most)}` : `≤ ${most} ×`;
}

function verdict({ most, limit, ratio, value }) {
  if (limit !== undefined) return value <= limit ? '达到' : '**未达到**';
  if (most === undefined) return '';
  return ratio <= most ? '达到' : '**未达到**';
}

function ratioText(ratio) {
  return ratio < 0.5 ? `1/${(1 / ratio).toFixed(1)}` : ratio.toFixed(2);
}

function number(value) {
  if (value === undefined || Number.isNaN(value)) return '';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
