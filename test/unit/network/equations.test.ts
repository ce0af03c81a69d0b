/** The equations of a network's steps, as they are read. */
import assert from 'node:assert/strict';
import type { LossName } from '../../../src/engine/losses';
import { losses } from '../../../src/engine/losses';
import { equationOf } from '../../../src/network/equations';
import type { NetworkSpec } from '../../../src/network/spec';
import { costStep } from '../../../src/network/steps';

describe('the equation of a cost', () => {
  for (const loss of Object.keys(losses) as LossName[]) {
    it(`takes nothing away from 1/m: ${loss}`, () => {
      const spec: NetworkSpec = { layers: [{ units: 'n_out', activation: 'sigmoid' }], loss };
      const { rows } = equationOf(costStep(spec));
      assert.match(rows, /= -?\\frac\{1\}\{\[m\]\} /u);
      assert.doesNotMatch(rows, /\\frac\{1\}\{\[m\]\} -/u);
    });
  }
});
