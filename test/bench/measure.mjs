// How times are taken: tasks take turns in rounds, the first of which only warms up; medians are kept.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { capabilities, startServer } from './client.mjs';

/** Runs every task once a round and gives the median of each, of numbers or of records of numbers. */
export async function interleave(tasks, rounds) {
  const results = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const result = await task();
      if (round > 0) results[name].push(result);
    }
  }
  return Object.fromEntries(Object.entries(results).map(([name, values]) => [name, medians(values)]));
}

function medians(values) {
  if (typeof values[0] === 'number') return quantile(values, 0.5);
  return Object.fromEntries(
    Object.keys(values[0]).map((key) => [
      key,
      quantile(
        values.map((value) => value[key]),
        0.5,
      ),
    ]),
  );
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Milliseconds until a program has ended, whatever its exit code. */
export function runTime(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: 'ignore', ...options });
    child.on('error', reject);
    child.on('exit', () => resolve(performance.now() - start));
  });
}

/** Milliseconds from starting a server to the findings of a file it is shown. */
export async function firstFindings({ command, args }, text) {
  const start = performance.now();
  const server = startServer(command, args);
  const pull = await open(server, text);
  await findings(server, pull, () => {});
  const ms = performance.now() - start;
  server.stop();
  return ms;
}

/**
 * Types digits over one character and waits for the findings after each key; the first keys only warm up.
 * `rss` is what the server then takes, in MB.
 */
export async function keystrokes({ command, args, language = 'markdown' }, text, place, count) {
  const server = startServer(command, args);
  const warm = Math.ceil(count / 5);
  const times = (await typeKeys(server, text, place, count + warm, language)).slice(warm);
  const rss = residentMegabytes(server.child.pid);
  server.stop();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), rss };
}

/** Shows a server a text and types into it; how long each key took. A server that no longer answers is an error. */
export async function typeKeys(server, text, place, count, language = 'markdown') {
  const pull = await open(server, text, language);
  await findings(server, pull, () => {});
  const before = text.slice(0, place).split('\n');
  const start = { line: before.length - 1, character: before[before.length - 1].length };
  const range = { start, end: { ...start, character: start.character + 1 } };
  const times = [];
  for (let key = 0; key < count; key++) {
    const from = performance.now();
    const answer = findings(
      server,
      pull,
      () =>
        server.notify('textDocument/didChange', {
          textDocument: { uri: uriOf(language), version: key + 2 },
          contentChanges: [{ range, text: String(key % 10) }],
        }),
      language,
    );
    if ((await Promise.race([answer, sleep(60_000, 'late')])) === 'late') {
      server.stop();
      throw new Error(`no answer to key ${key + 1} within a minute`);
    }
    times.push(performance.now() - from);
  }
  return times;
}

const uriOf = (language) => `file:///a.${language === 'markdown' ? 'md' : language}`;

/** Shows a server the text; true when findings are to be pulled from it. */
async function open(server, text, language = 'markdown') {
  const { capabilities: own } = await server.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
  });
  server.notify('initialized', {});
  server.notify('textDocument/didOpen', {
    textDocument: { uri: uriOf(language), languageId: language, version: 1, text },
  });
  return own.diagnosticProvider !== undefined;
}

async function findings(server, pull, change, language = 'markdown') {
  const pushed = pull ? undefined : server.next('textDocument/publishDiagnostics');
  change();
  if (pull) await server.request('textDocument/diagnostic', { textDocument: { uri: uriOf(language) } });
  else await pushed;
}

function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
