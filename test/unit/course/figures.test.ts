import assert from 'node:assert/strict';
import { course } from '../../../src/course/course';
import { shippedNetworks } from '../networkFolders';
import { pythonFor } from '../../support/pythons';
import { runScript } from './python';
import { allProse } from './texts';

describe('the figures that the texts state', function () {
  this.timeout(60_000);
  let figures: Readonly<Record<string, readonly string[]>> = {};

  before(function () {
    figures = runScript(pythonFor(this), 'figures.py', null) as Readonly<Record<string, readonly string[]>>;
  });

  for (const exercise of [...course, ...shippedNetworks].filter(({ id }) => id !== 'relu')) {
    it(`${exercise.id}: come out of NumPy`, () => {
      const stated = figures[exercise.id] ?? [];
      assert.ok(stated.length > 0);
      for (const language of ['en', 'ko'] as const) {
        const words = new Set(allProse(exercise, language).match(/−?\d[\d,]*(\.\d+)?/g));
        const missing = stated.filter(
          (figure) => ![...words].some((word) => word.replace(/,$/, '') === figure),
        );
        assert.deepEqual(missing, [], `${language}: not in the text`);
      }
    });
  }
});
