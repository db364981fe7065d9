import Mocha from 'mocha';
import { options, runAll } from './reporter.ts';

// The bundle loads this first, so that `describe` exists when the tests are loaded.
const mocha = new Mocha(options);
mocha.suite.emit('pre-require', globalThis, '', mocha);

/** What VS Code calls. */
export const run = (): Promise<void> => runAll(mocha);
