import { strict as assert } from 'node:assert';
import { recognise, type Recognised } from '../../../src/cli/class/recognise';
import { exerciseIds } from '../../../src/course/exercise';

function read(name: string): Recognised {
  return recognise(name, exerciseIds);
}

function near(id: string, rest = ''): Recognised {
  return { kind: 'near', id, rest };
}

describe('the name of a submission', () => {
  it('is an exercise’s exactly', () => {
    for (const id of exerciseIds) assert.deepEqual(read(`${id}.py`), { kind: 'exact', id });
  });

  it('is understood in every spelling that systems and people make of it', () => {
    for (const name of [
      'Backward_2_Layer.py',
      'backward-2-layer (1).py',
      'backward-2-layer - Copy.py',
      'backward 2 layer.PY',
      'Backward2Layer.py',
      'backward2layer.py',
      'backward_2layer_v2.py',
      'backward-2-layer-final.py',
      'backward-2-layer.py.txt',
      'backward-2-layer.ipynb',
      'backward-2-layer의 사본.py',
    ]) {
      assert.deepEqual(read(name), near('backward-2-layer'), name);
    }
  });

  it('tells whose it is where that stands beside it', () => {
    assert.deepEqual(read('kim_backward-2-layer.py'), near('backward-2-layer', 'kim'));
    assert.deepEqual(read('cost_20231234.py'), near('cost', '20231234'));
    assert.deepEqual(read('김철수-cost.py'), near('cost', '김철수'));
    assert.deepEqual(read('Kim Lee_relu_derivative (2).ipynb'), near('relu-derivative', 'kim-lee'));
  });

  it('is the longest where one id stands in another, and undecided where two stand side by side', () => {
    assert.deepEqual(read('ReluDerivative.py'), near('relu-derivative'));
    assert.deepEqual(read('relu_cost.py'), { kind: 'several', ids: ['relu', 'cost'] });
  });

  it('is no exercise’s where another word only begins alike, or the file is about one', () => {
    for (const name of [
      'costs.py',
      'costume.py',
      'prelude.py',
      'relu',
      'relu.txt',
      'relu.pyc',
      '.relu.py',
      '._relu.py',
      'test_relu.py',
      'relu_notes.py',
      'utils.py',
      '.py',
      '',
      'backward-4-layer.py',
    ]) {
      assert.deepEqual(read(name), { kind: 'none' }, name);
    }
  });
});
