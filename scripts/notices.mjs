// Which packages end up in the bundles, with their licences: THIRD-PARTY-NOTICES.md, made from esbuild's own
// account of what it put in.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './bundles.mjs';
import { root } from './ensure.mjs';

/** Permissive licences; anything else stops the build. */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
]);

export async function thirdPartyNotices() {
  const folders = new Set();
  for (const options of bundles) {
    const { metafile } = await build({ ...options, write: false, metafile: true, logLevel: 'error' });
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(?:lazy:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (match !== null) folders.add(match[1]);
    }
  }
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    if (!allowed.has(license)) throw new Error(`${name} ${version}: licence ${license} is not on the list`);
    const file = [
      'LICENSE',
      'LICENSE.md',
      'LICENSE.txt',
      'License.txt',
      'license',
      'LICENCE',
      'license.md',
      'LICENSE-MIT',
    ].find((candidate) => existsSync(join(root, folder, candidate)));
    return {
      name,
      version,
      license,
      text:
        file === undefined
          ? undefined
          : readFileSync(join(root, folder, file), 'utf8')
              .trim()
              .replace(/\r\n/g, '\n'),
    };
  });
  const unique = new Map(packages.map((entry) => [`${entry.name}@${entry.version}`, entry]));
  const sorted = [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const table = sorted
    .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
    .join('\n');
  const texts = sorted
    .map(
      ({ name, version, license, text }) =>
        `## ${name} ${version}\n\n${text === undefined ? license : `\`\`\`\n${text}\n\`\`\``}`,
    )
    .join('\n\n');
  return `# Third-party notices\n\nPackages contained in the bundles of this extension.\n\n| package | version | licence |\n|---|---|---|\n${table}\n\n${texts}\n`;
}
