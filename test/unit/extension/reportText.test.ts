/** Which equation a line or a problem of the native editor is about. */
import assert from 'node:assert/strict';
import { assignedNames } from '../../../src/extension/editor/reportText';

describe('the names that a line assigns', () => {
  it('are those left of the equals sign', () => {
    assert.deepEqual(assignedNames('    dZ1 = dA1 * relu_derivative(Z1)'), ['dZ1']);
    assert.deepEqual(assignedNames('dW1, db1 = f(X, axis=0)'), ['dW1', 'db1']);
    assert.deepEqual(assignedNames('dW_1 = b = 3  # c = 4'), ['dW1', 'b']);
    assert.deepEqual(assignedNames('W1 -= learning_rate * dW1'), ['W1']);
  });

  it('are none where nothing is assigned', () => {
    for (const line of ['return dZ1', 'if dZ1 == 3:', 'x[0] = dZ1', '# dZ1 = 3', 'f(dZ1=3)', 'a <= b'])
      assert.deepEqual(assignedNames(line), [], line);
  });
});
