/** Reports to look at while working on the panel; arrays and costs are real, errors only look so. */
import type { Language } from '../../../src/course/exercise';
import { batchPass } from '../../../src/course/networkPass';
import { notesPicture } from '../../../src/course/picture';
import { notesIterations, notesRate, type HeldParameters } from '../../../src/course/trainingRun';
import { evaluate, withStep } from '../../../src/engine/computation';
import { read, type Values } from '../../../src/engine/operation';
import { scalar } from '../../../src/engine/tensor';
import type { CostReport, HeldReport, Remark, Report, ValueDetail } from '../../../src/grader/report';
import { notesConvention } from '../../../src/network/conventions';
import { notesNetwork } from '../../../src/network/probes';
import { backwardSteps, parametersOf } from '../../../src/network/steps';
import { roundSteps } from '../../../src/network/training';

const shapes: Readonly<Record<string, readonly number[]>> = {
  dW1: [3, 5],
  db1: [1, 5],
  dW2: [5, 1],
  db2: [1, 1],
};

/** What the notes' backward pass gives, or one that lets the error through units that are off. */
function heldOf(wrong: boolean): HeldReport {
  const { spec, layers } = notesPicture;
  const computation = { steps: backwardSteps(spec, notesConvention), loop: null, returns: [] };
  const slip = computation.steps.find(({ name }) => name === 'dZ1');
  const done = wrong && slip ? withStep(computation, slip, (values) => read(values, 'dA1')) : computation;
  const { values } = evaluate(done, notesNetwork(spec, layers));
  const arrays = computation.steps.map(({ name }) => {
    const { shape, data } = read(values, name);
    return { name, shape: [shape[0] ?? 0, shape[1] ?? 0] as const, data: Array.from(data) };
  });
  return { convention: notesConvention, arrays };
}

function detail(name: string, { arrays }: HeldReport): ValueDetail {
  return {
    name,
    shape: shapes[name] ?? [1],
    expected: batchPass(notesPicture).get(name)?.data ?? [],
    actual: arrays.find((array) => array.name === name)?.data ?? [],
  };
}

const every = 20;

/** The notes' training, as it is or with the error let through units that are off. */
function trained(wrong: boolean): { costs: number[]; parameters: HeldParameters } {
  const { spec, layers } = notesPicture;
  const names = parametersOf(spec);
  const steps = roundSteps(spec, notesConvention);
  const round = {
    steps: [],
    loop: { times: every, steps, collect: { step: 'cost', into: 'costs' } },
    returns: [],
  };
  const slip = steps.find(({ name }) => name === 'dZ1');
  const done = wrong && slip ? withStep(round, slip, (values) => read(values, 'dA1')) : round;
  const start = new Map(notesNetwork(spec, layers)).set('learning_rate', scalar(notesRate));
  const costs: number[] = [];
  const moments: number[][] = [];
  let values: Values = start;
  for (let at = 0; at < notesIterations; at += every) {
    const before = values;
    moments.push(names.flatMap((name) => Array.from(read(before, name).data)));
    values = evaluate(
      done,
      new Map([...start, ...names.map((name) => [name, read(before, name)] as const)]),
    ).values;
    costs.push(...read(values, 'costs').data);
  }
  const arrays = names.map((name) => {
    const [rows = 1, columns = 1] = read(start, name).shape;
    return { name, shape: [rows, columns] as const };
  });
  return { costs, parameters: { arrays, moments } };
}

// Once, while the page loads: a check is not to hold up the page.
const [rightly, wrongly] = [trained(false), trained(true)];

function cost(wrong: boolean): CostReport {
  const real = rightly.costs;
  const { costs: all, parameters } = wrong ? wrongly : rightly;
  const thin = (costs: readonly number[]): number[] => costs.filter((_, index) => index % every === 0);
  const near = { from: 0, reference: real.slice(0, 13), learner: all.slice(0, 13) };
  return {
    every,
    reference: thin(real),
    learner: thin(all),
    firstDivergence: wrong ? 1 : null,
    ...(wrong ? { near } : {}),
    parameters,
  };
}

const lines: readonly (readonly [string, RegExp, readonly number[]])[] = [
  ['dZ2', /^\s*dZ2 =/u, [100, 1]],
  ['dW2', /^\s*dW2 =/u, [5, 1]],
  ['db2', /^\s*db2 =/u, [1, 1]],
  ['dA1', /^\s*dA1 =/u, [100, 5]],
  ['dZ1', /^\s*dZ1 =/u, [100, 5]],
  ['dW1', /^\s*dW1 =/u, [3, 5]],
  ['db1', /^\s*db1 =/u, [1, 5]],
];

const parameters: readonly (readonly [string, readonly number[]])[] = [
  ['X', [100, 3]],
  ['Y', [100, 1]],
  ['Z1', [100, 5]],
  ['A1', [100, 5]],
  ['Z2', [100, 1]],
  ['A2', [100, 1]],
  ['W1', [3, 5]],
  ['W2', [5, 1]],
];

function lineOf(text: string, pattern: RegExp): number {
  return text.split('\n').findIndex((line) => pattern.test(line)) + 1;
}

function base(exercise: string, text: string): Report {
  const def = lineOf(text, /^def backward_propagation/u);
  return {
    schema: 1,
    exercise,
    verdict: 'pass',
    convention: null,
    values: [],
    gradientCheck: [],
    cost: null,
    diagnoses: [],
    remarks: [],
    error: null,
    shapes: [
      ...(def > 0 ? parameters.map(([name, shape]) => ({ line: def, name, shape })) : []),
      ...lines
        .map(([name, pattern, shape]) => ({ line: lineOf(text, pattern), name, shape }))
        .filter(({ line }) => line > 0),
    ],
    stdout: '',
    timings: { startMs: 240, runMs: 35, gradeMs: 6 },
  };
}

/** In both languages, as their lengths differ and so what the panel has to make room for. */
const sentences = {
  en: {
    skipped: 'Judged without line 2 `import torch` (there is no torch here).',
    convention: 'Your gradients are those of half the cost: A − Y, the rule of the notes.',
    falls: 'Your cost falls, yet the gradient is wrong.',
    timeout:
      'The snippet did not finish within 10 seconds. Look for a loop whose condition never becomes false.',
    blank: 'Here is still the blank of the starter. Write the line for dZ2.',
    slope:
      'The delta passes the ReLU as if nothing were there. Where Z1 is negative the ReLU is flat, so no gradient may get through: multiply by relu′(Z1).',
    follows: 'db1 follows from the line above.',
  },
  ko: {
    skipped: '2번째 줄 `import torch`를 빼고 판정했습니다(여기에는 torch가 없습니다).',
    convention: '작성한 코드의 기울기는 비용의 절반에 대한 것입니다. 노트의 규칙대로 A − Y입니다.',
    falls: '비용은 줄어들지만 기울기가 틀렸습니다.',
    timeout: '코드가 10초 안에 끝나지 않았습니다. 조건이 거짓이 되지 않는 반복문이 있는지 확인하세요.',
    blank: '여기에 아직 빈칸이 남아 있습니다. dZ2를 구하는 줄을 작성하세요.',
    slope:
      '델타가 ReLU를 없는 것처럼 지나갑니다. Z1이 음수인 곳에서 ReLU는 평평하므로 기울기가 지나갈 수 없습니다. relu′(Z1)을 곱하세요.',
    follows: 'db1은 위의 줄에서 이어진 결과입니다.',
  },
} as const;

function remarks(wrong: boolean, language: Language): readonly Remark[] {
  const said = sentences[language];
  const notes = [
    { code: 'skipped', message: said.skipped },
    { code: 'convention', message: said.convention },
  ];
  return wrong ? [{ code: 'cost-falls', message: said.falls }, ...notes] : notes;
}

/** What a check of this text would look like: the text's words choose the outcome. */
export function reportOn(exercise: string, text: string, language: Language): Report {
  const said = sentences[language];
  const report = base(exercise, text);
  if (text.includes('while True')) {
    return {
      ...report,
      verdict: 'error',
      shapes: [],
      error: {
        kind: 'timeout',
        line: lineOf(text, /while True/u),
        message: said.timeout,
      },
    };
  }
  if (text.includes('np.dott')) {
    const line = lineOf(text, /np\.dott/u);
    return {
      ...report,
      verdict: 'error',
      error: {
        kind: 'exception',
        line,
        message: "AttributeError: module 'numpy' has no attribute 'dott'",
        traceback: `Traceback (most recent call last):\n  File "snippet.py", line ${String(line)}, in backward_propagation\n    dW2 = (1/m) * np.dott(A1.T, dZ2)\n                  ^^^^^^^\nAttributeError: module 'numpy' has no attribute 'dott'`,
      },
      stdout: '\u001B[31mred\u001B[0m <b>bold</b> </script><script>alert(1)</script>\n',
    };
  }
  if (text.includes('= ...')) {
    return {
      ...report,
      verdict: 'fail',
      shapes: [],
      values: Object.entries(shapes).map(([name, shape]) => ({
        name,
        ok: false,
        expectedShape: shape,
        actualShape: null,
        maxRelError: null,
        ratio: null,
        worst: null,
      })),
      diagnoses: [
        {
          code: 'unimplemented',
          target: 'dZ2',
          line: lineOf(text, /= \.\.\./u),
          confidence: 'certain',
          message: said.blank,
        },
      ],
    };
  }
  const wrong = !text.includes('relu_derivative(Z1)');
  const names = Object.keys(shapes);
  const held = heldOf(wrong);
  const details = names.map((name) => detail(name, held));
  return {
    ...report,
    verdict: wrong ? 'fail' : 'pass',
    convention: {
      scale: 1,
      outputDerivative: 'identity',
      mean: 'samples',
      samples: 'rows',
      biasShape: '(1, n)',
    },
    remarks: remarks(wrong, language),
    values: details.map(({ name, shape, expected, actual }) => {
      const ok = !(wrong && name.endsWith('1'));
      return {
        name,
        ok,
        expectedShape: shape,
        actualShape: shape,
        maxRelError: ok ? 2.2e-16 : 0.538,
        ratio: ok ? 1 : null,
        worst: {
          index: shape.map((_, axis) => axis),
          expected: expected[4] ?? 0.1,
          actual: actual?.[4] ?? 0.2,
        },
      };
    }),
    gradientCheck: names.map((name, index) => ({
      name,
      ok: !(wrong && name.endsWith('1')),
      maxRelError: wrong && name.endsWith('1') ? 0.54 : 3.1e-10,
      checked: (shapes[name] ?? []).reduce((a, b) => a * b, 1) - (index === 0 ? 2 : 0),
      notJudged: index === 0 ? 2 : 0,
    })),
    cost: cost(wrong),
    diagnoses: wrong
      ? [
          {
            code: 'missing-activation-derivative',
            target: 'dZ1',
            line: lineOf(text, /^\s*dZ1 =/u),
            confidence: 'certain',
            message: said.slope,
          },
          {
            code: 'unknown',
            target: 'db1',
            line: null,
            confidence: 'likely',
            message: said.follows,
          },
        ]
      : [],
    details,
    held,
    stdout: text.includes('print') ? 'dZ2 (100, 1)\n' : '',
  };
}
