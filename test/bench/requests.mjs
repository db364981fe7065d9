// How long each answer takes once the findings are there: what an editor asks for beyond the check itself.
import { performance } from 'node:perf_hooks';
import { capabilities, startServer } from './client.mjs';

const uri = 'file:///a.md';
const textDocument = { uri };

/**
 * Every request of an editor on one report: `[name, p95, p50]` in milliseconds. Before each, a key is typed and the
 * findings are pulled, as an editor does, so that nothing but the shared analysis is kept from the answer before.
 */
export async function requestTimes(command, args, report, rounds = 60) {
  const server = startServer(command, args);
  await server.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {
      ...capabilities,
      textDocument: {
        ...capabilities.textDocument,
        completion: { completionItem: { snippetSupport: true } },
      },
    },
  });
  server.notify('initialized', {});
  server.notify('workspace/didChangeConfiguration', { settings: { gouji: { inlayHints: true } } });
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: report },
  });
  const requests = requestsOn(report);
  const times = new Map(requests.map(([name]) => [name, []]));
  const lines = report.split('\n');
  const line = lines.findIndex((text) => text.includes('予以公开'));
  const character = (lines[line] ?? '').indexOf(' 5 ') + 1;
  let version = 1;
  for (let round = 0; round < rounds + 10; round++) {
    for (const [name, method, params] of requests) {
      version++;
      server.notify('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          {
            range: { start: { line, character }, end: { line, character: character + 1 } },
            text: String(version % 10),
          },
        ],
      });
      await server.request('textDocument/diagnostic', { textDocument });
      const start = performance.now();
      await server.request(method, { textDocument, ...params });
      // The first rounds only warm up.
      if (round >= 10) times.get(name).push(performance.now() - start);
    }
  }
  server.stop();
  return [...times].map(([name, values]) => {
    values.sort((a, b) => a - b);
    const quantile = (share) => values[Math.floor(values.length * share)];
    return [name, quantile(0.95), quantile(0.5)];
  });
}

/** `[name, method, parameters]`; places are found by what stands there. */
function requestsOn(report) {
  const at = (needle, behind = 0) => {
    const offset = report.indexOf(needle);
    if (offset < 0) throw new Error(`the report does not contain “${needle}”`);
    const before = report.slice(0, offset + behind).split('\n');
    return { line: before.length - 1, character: before[before.length - 1].length };
  };
  const position = (needle, behind) => ({ position: at(needle, behind) });
  const whole = { start: { line: 0, character: 0 }, end: { line: report.split('\n').length, character: 0 } };
  const received = position('一、本年新收', 2);
  const figure = { position: { line: received.position.line, character: lastFigure(report, received) } };
  const context = { diagnostics: [] };
  return [
    ['floor: hover on nothing', 'textDocument/hover', { position: { line: 1, character: 0 } }],
    ['hover on a figure', 'textDocument/hover', figure],
    ['hover on an article', 'textDocument/hover', position('第五十条', 2)],
    ['hover on a heading', 'textDocument/hover', position('一、总体情况', 3)],
    ['completion in a row', 'textDocument/completion', received],
    ['completion behind 第', 'textDocument/completion', position('第五十条', 1)],
    ['completion behind 《', 'textDocument/completion', position('《', 1)],
    ['completion on a blank line', 'textDocument/completion', position('\n\n## 五', 1)],
    ['actions on a figure', 'textDocument/codeAction', { range: collapsed(figure.position), context }],
    ['actions on everything', 'textDocument/codeAction', { range: whole, context }],
    [
      'fix all',
      'textDocument/codeAction',
      { range: whole, context: { ...context, only: ['source.fixAll'] } },
    ],
    ['lenses', 'textDocument/codeLens', {}],
    ['inlay hints', 'textDocument/inlayHint', { range: whole }],
    ['symbols', 'textDocument/documentSymbol', {}],
    ['folding', 'textDocument/foldingRange', {}],
    ['links', 'textDocument/documentLink', {}],
    ['definition from prose', 'textDocument/definition', position('收到申请', 5)],
    [
      'references from a cell',
      'textDocument/references',
      { ...figure, context: { includeDeclaration: true } },
    ],
    ['formatting', 'textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
    ['checklist', 'gouji/checklist', { uri }],
    ['preview', 'gouji/preview', { uri }],
  ];
}

/** The last figure of the row at a place. */
function lastFigure(report, { position }) {
  const line = report.split('\n')[position.line];
  return line.lastIndexOf('|', line.lastIndexOf('|') - 1) + 2;
}

function collapsed(position) {
  return { start: position, end: position };
}
