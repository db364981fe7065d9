// What the tests of the core use of Vitest, for the runner beside this file: they are only collected, in order.
import { format } from 'node:util';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export const { expect } = chai;

const path = [];
let before = [];

export function describe(name, collect) {
  const outer = before;
  before = [...outer];
  path.push(name);
  collect();
  path.pop();
  before = outer;
}

function it(name, ...rest) {
  const test = rest.find((part) => typeof part === 'function');
  const hooks = before;
  globalThis.goujiTests.push({
    id: `${globalThis.goujiTests.length} ${[...path, name].join(' ')}`,
    async run() {
      for (const hook of hooks) await hook();
      await test();
    },
  });
}

export function beforeEach(hook) {
  before.push(hook);
}

for (const declare of [describe, it]) {
  declare.each = (cases) => (name, run, limit) => {
    for (const one of cases) {
      const values = Array.isArray(one) ? one : [one];
      declare(format(name, ...values), () => run(...values), limit);
    }
  };
  declare.runIf = (condition) => (condition ? declare : () => {});
}

export { it, it as test };
