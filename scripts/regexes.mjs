// Every regular expression in dist/ takes linear time, shown with automata by recheck. Our own have no
// exception; those of libraries that are not linear, or that recheck cannot read, are listed with the reason
// why no draft reaches them or why their text is short.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';
import { root } from './ensure.mjs';

process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const patternsOfClient = 'vscode-languageclient: works on the document selectors of this extension only';
const writesYaml = 'yaml: writes YAML; front matter is only read';
const linksInTree = 'mdast-util-gfm-autolink-literal: a pass over the tree that outline/remark.ts leaves out';

/** Patterns of libraries that are not shown to be linear, each with the reason why that does no harm. */
const excused = new Map([
  ['/\\{(?:(?!\\{).)*\\}/', patternsOfClient],
  ['/[?*]|[+@!]\\(.*?\\)|\\[|\\]/', patternsOfClient],
  ['/(.+\\n){2}/', 'vscode-languageserver: the stack of an error of its own'],
  ['/(?<![\\da-z])(https?:\\/\\/|www(?=\\.))([\\w-]*\\.[\\w\\-.]*)([^\\t\\n\\r ]*)/gi', linksInTree],
  [
    '/(?<![\\w+\\-.@])xmpp:([\\w+\\-.]+)@([\\w-]+(?:\\.[\\w-]+)+)(\\/(?:[\\w\\-/]|\\.(?=[\\dA-Za-z]))*)?/g',
    linksInTree,
  ],
  ['/(?<![\\w+\\-.@])mailto:([\\w+\\-.]+)@([\\w-]+(?:\\.[\\w-]+)+)/g', linksInTree],
  [
    '/(?<![\\w+\\-.]|(?:^|[^\\d@A-Za-z])(?:mailto|xmpp):)([\\w+\\-.]+)@([\\w-]+(?:\\.[\\w-]+)+)/g',
    linksInTree,
  ],
  ['/^(?! *$)/gm', writesYaml],
  ['/\\n+(?!\\n|$)/g', writesYaml],
  ['/(^|(?<!\\n))\\n+(?!\\n|$)/g', writesYaml],
  ['/(?:^|\\n)([\\t ].*)(?:([\\n\\t ]*)\\n(?![\\n\\t ]))?/g', writesYaml],
  ['/000000\\d*$/', 'yaml: writes the dates of YAML 1.1; front matter is only read'],
  ['/[\\n\\r]+$/', 'yaml: prettyErrors, which report/frontMatter.ts turns off'],
  ['/[ \\t]+$/', 'yaml: where the engine has no look-behind; all of ours have'],
  ['/^[ \\t]+|[ \\t]+$/g', 'yaml: where the engine has no look-behind; all of ours have'],
  ['/(?<![ \\t])[ \\t]+$/', 'yaml: linear, since the look-behind lets a run of blanks begin once'],
  ['/^[ \\t]+|(?<![ \\t])[ \\t]+$/g', 'yaml: linear, since the look-behind lets a run of blanks begin once'],
]);

/** `new RegExp` with what is only known when it runs, names as `_`. */
const excusedDynamic = new Map([
  ['RegExp(_)', 'vscode-languageclient: word patterns, which this server does not send'],
  ['RegExp(_, "g")', 'brace-expansion, semver: fixed words'],
  ['RegExp(`^{_}$`, _)', patternsOfClient],
  ['RegExp(_, [..._].join(""))', patternsOfClient],
  ['RegExp(_.source, _)', 'vscode-languageclient: the word pattern of a document'],
  ['RegExp(_, _ ? "g" : void 0)', 'semver: its own grammar, on version numbers of the editor'],
  ['RegExp(_[_.BUILD], "g")', 'semver: its own grammar, on version numbers of the editor'],
]);

const dist = join(root, 'dist');
const cacheFile = join(root, '.cache', 'regexes.json');
const cache = readCache();
const files = readdirSync(dist).filter((name) => /\.c?js$/.test(name));
const { literals, dynamic } = expressionsIn(
  files.map((name) => [name, readFileSync(join(dist, name), 'utf8')]),
);
const own = expressionsIn(await ownCode());
const problems = [];
for (const [written, { pattern, flags, places }] of literals) {
  cache[written] ??= verdictOf(pattern, flags);
  if (cache[written] !== 'linear' && (own.literals.has(written) || !excused.has(written)))
    problems.push(`${cache[written]}  ${written}  ${[...places].join(' ')}`);
}
for (const [shape, { places }] of dynamic)
  if (own.dynamic.has(shape) || !excusedDynamic.has(shape))
    problems.push(`not fixed  new ${shape}  ${[...places].join(' ')}`);
for (const written of excused.keys())
  if (!literals.has(written)) problems.push(`no longer there  ${written}`);
for (const shape of excusedDynamic.keys())
  if (!dynamic.has(shape)) problems.push(`no longer there  new ${shape}`);
mkdirSync(join(root, '.cache'), { recursive: true });
const proved = Object.entries(cache).filter(([, verdict]) => verdict !== 'timeout');
writeFileSync(cacheFile, JSON.stringify(Object.fromEntries(proved), undefined, 1));
for (const problem of problems) console.log(problem);
console.log(
  `${literals.size} regular expressions, ${own.literals.size} of them ours: ${literals.size - excused.size} shown to be linear, ${excused.size + excusedDynamic.size} of libraries listed with their reasons, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The bundles without what they take from packages. */
async function ownCode() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: bundles.flatMap(({ entryPoints }) => entryPoints),
    bundle: true,
    packages: 'external',
    external: ['vscode'],
    platform: 'node',
    format: 'esm',
    charset: 'utf8',
    outdir: 'own',
    write: false,
  });
  return outputFiles.map(({ path, text }) => [path, text]);
}

function verdictOf(pattern, flags) {
  const { status, error } = checkSync(pattern, flags, { checker: 'automaton', timeout: 60_000 });
  return status === 'safe'
    ? 'linear'
    : status === 'vulnerable'
      ? 'not linear'
      : (error?.message ?? error?.kind);
}

/** The expressions of some sources, each with where it is: literals, and constructors of what is not fixed. */
function expressionsIn(sources) {
  const literals = new Map();
  const dynamic = new Map();
  const note = (map, key, place, value) => {
    const known = map.get(key) ?? { ...value, places: new Set() };
    known.places.add(place);
    map.set(key, known);
  };
  for (const [place, source] of sources) {
    const tree = parse(source, {
      ecmaVersion: 'latest',
      sourceType: place.endsWith('.cjs') ? 'script' : 'module',
      allowReturnOutsideFunction: true,
      allowHashBang: true,
    });
    full(tree, (node) => {
      const found = node.type === 'Literal' ? node.regex : constructed(node);
      if (found != null) {
        // One bundle is written in ASCII: the same expression is proved once.
        const pattern = found.pattern.replace(/\\u([0-9a-f]{4})/gi, (written, hex) =>
          Number.parseInt(hex, 16) > 0x7f ? String.fromCharCode(Number.parseInt(hex, 16)) : written,
        );
        note(literals, `/${pattern}/${found.flags}`, place, { pattern, flags: found.flags });
      } else if (isConstructor(node)) note(dynamic, shapeOf(node), place);
    });
  }
  return { literals, dynamic };
}

function isConstructor({ type, callee }) {
  return (
    (type === 'NewExpression' || type === 'CallExpression') &&
    callee.type === 'Identifier' &&
    callee.name === 'RegExp'
  );
}

/** `new RegExp` of fixed strings. */
function constructed(node) {
  if (!isConstructor(node)) return undefined;
  const [pattern, flags = ''] = node.arguments.map(fixedText);
  return pattern === undefined || flags === undefined
    ? undefined
    : { pattern: pattern.replaceAll('\n', '\\n').replaceAll('\t', '\\t'), flags };
}

function fixedText(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0
    ? node.quasis[0].value.cooked
    : undefined;
}

/** How a call is written, its names left out: they change from build to build. */
function shapeOf(node) {
  const shape = (part) => {
    switch (part.type) {
      case 'Literal':
        return JSON.stringify(part.value);
      case 'TemplateLiteral':
        return `\`${part.quasis.map(({ value }) => value.raw).join('{_}')}\``;
      case 'BinaryExpression':
        return `${shape(part.left)} ${part.operator} ${shape(part.right)}`;
      case 'ConditionalExpression':
        return `${shape(part.test)} ? ${shape(part.consequent)} : ${shape(part.alternate)}`;
      case 'UnaryExpression':
        return 'void 0';
      case 'ArrayExpression':
        return `[${part.elements.map(shape).join(', ')}]`;
      case 'SpreadElement':
        return `...${shape(part.argument)}`;
      case 'MemberExpression':
        return `${shape(part.object)}${part.computed ? `[${shape(part.property)}]` : `.${part.property.name}`}`;
      case 'CallExpression':
      case 'NewExpression':
        return `${isConstructor(part) ? 'RegExp' : shape(part.callee)}(${part.arguments.map(shape).join(', ')})`;
      default:
        return '_';
    }
  };
  return shape(node);
}

function readCache() {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8'));
  } catch {
    return {};
  }
}
