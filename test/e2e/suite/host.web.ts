// Mocha's build for browsers: it leaves a ready instance in the global scope.
import 'mocha/mocha.js';
import { options, runAll } from './reporter.ts';

// The bundle loads this first, so that `describe` exists when the tests are loaded.
mocha.setup(options);

/** What VS Code calls. */
export const run = (): Promise<void> => runAll(mocha);
