// One parse in a process of its own: `node parse.mjs <core> <parser> <bytes> <times>` prints CPU time and peak memory.
import { pathToFileURL } from 'node:url';

const [core, parser, bytes, times] = process.argv.slice(2);
const loaded = await import(pathToFileURL(core).href);
const text = loaded.reportOfSize(Number(bytes));
const parse = loaded[parser];
// Short texts are parsed often enough for the compiler to have done its work.
if (Number(times) > 1) for (let i = 0; i < Number(times); i++) parse(text);
const before = process.cpuUsage();
for (let i = 0; i < Number(times); i++) parse(text);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    ms: (user + system) / 1000 / Number(times),
    mb: process.resourceUsage().maxRSS / 1024,
  }),
);
