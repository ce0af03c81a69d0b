/** Mistakes about which array comes back under a name, and about what keeps the arrays on the way. */
import { relu } from '../../engine/activations';
import type { Computation, Step } from '../../engine/computation';
import { read } from '../../engine/operation';
import { zip } from '../../engine/tensor';
import { beside, gradientOf, hasRole, nameOf, readName } from '../../network/arrayName';
import type { Compute, Mistake, WholeChange } from '../mistake';
import { at } from '../mistake';

/** Gives an array back under another's name, after all else. */
function handedOver(target: string, given: string): Step {
  return {
    name: target,
    operation: { kind: 'activate', activation: relu, of: given },
    compute: (v) => read(v, given),
  };
}

/** A training that gives back its last gradients in the places of what they moved. */
function gradientsForParameters(computation: Computation): readonly WholeChange[] {
  const { loop, returns } = computation;
  const parameters = returns.filter((name) => hasRole(name, 'W', 'b'));
  const [first] = parameters;
  if (!loop || first === undefined) return [];
  // After all rounds the gradients are the last ones; the weights move on a copy of their own name.
  const moved = (name: string): string => (parameters.includes(name) ? `moving ${name}` : name);
  const rename = (step: Step): Step => {
    const entries = Object.entries(step.operation).map(([key, value]) => [
      key,
      typeof value === 'string' && key !== 'kind' ? moved(value) : (value as unknown),
    ]);
    return { ...step, name: moved(step.name), operation: Object.fromEntries(entries) as Step['operation'] };
  };
  const handed = parameters.map((name): Step => handedOver(name, gradientOf(name)));
  return [
    {
      id: `gradients:${gradientOf(first)}`,
      step: first,
      computation: {
        ...computation,
        steps: computation.steps.map(rename),
        loop: { ...loop, steps: [...loop.steps.map(rename), ...handed] },
      },
    },
  ];
}

/** What comes back where one layer's arrays stand for another's: one kind of them, or all of that layer. */
function layersMixedUp(computation: Computation): readonly WholeChange[] {
  const { returns, loop } = computation;
  if (loop) return gradientsForParameters(computation);
  const parts = returns.flatMap((name) => readName(name) ?? []);
  if (parts.length < returns.length) return [];
  const roles = [...new Set(parts.map(({ role }) => role))];
  const layers = [...new Set(parts.map(({ layer }) => layer))];
  const sets = [...roles.map((role) => [role]), ...(roles.length > 1 ? [roles] : [])];
  const pairs = layers.flatMap((to) => layers.filter((from) => from !== to).map((from) => ({ to, from })));
  return pairs.flatMap(({ to, from }) =>
    sets.flatMap((set): WholeChange[] => {
      const steps = set
        .filter((role) => [to, from].every((layer) => returns.includes(nameOf(role, layer))))
        .map((role) => handedOver(nameOf(role, to), nameOf(role, from)));
      const [first] = steps;
      // The mean of another delta is what a bias gradient of that delta is: it has a name of its own.
      if (!first || (set.length === 1 && hasRole(first.name, 'db'))) return [];
      return [
        {
          id: `${set.join('-')}-${String(to)}:${beside(first.name, readName(first.name)?.role ?? 'dW', from - to) ?? ''}`,
          step: first.name,
          computation: { ...computation, steps: [...computation.steps, ...steps] },
        },
      ];
    }),
  );
}

/** Learning rates of people who update inside a backward pass. */
const ownRates: readonly number[] = [0.01, 0.1, 0.001, 0.5, 1, 0.05];

/** The parameter after a step, where its gradient is asked for. */
function steppedParameters(parameter: string): Record<string, Compute> {
  return Object.fromEntries(
    ownRates.map((rate): [string, Compute] => [
      `stepped:${parameter} − ${String(rate)}·${gradientOf(parameter)}`,
      (v, right) => zip(read(v, parameter), right(), (p, g) => p - rate * g),
    ]),
  );
}

export const wrongKey: Mistake = {
  code: 'wrong-key',
  sentence: {
    en: (f) =>
      `${f.target} comes back with the values of ${f.detail}. In the dictionary or list that keeps the arrays, one layer's entry is read or written for the other's: two values under one key, and the later one stays. Follow each key from where it is written to where it is read.`,
    ko: (f) =>
      `${f.target} 자리에 ${f.detail} 값이 돌아왔습니다. 배열을 담아 둔 딕셔너리나 리스트에서 한 층의 항목을 다른 층의 것으로 읽거나 썼습니다. 한 키에 두 번 쓰면 나중 값만 남습니다. 키마다 쓴 곳과 읽은 곳을 따라가 보세요.`,
  },
};

export const wrongReturnValue: Mistake = {
  code: 'wrong-return-value',
  whole: layersMixedUp,
  step: at('weightGradient', (_op, step, names) => {
    const parameter = beside(step.name, 'W') ?? '';
    // A training moves its parameters anyway.
    return names.includes(parameter) && !names.includes('learning_rate') ? steppedParameters(parameter) : {};
  }),
  amongContainers: 'wrong-key',
  sentence: {
    en: (f) =>
      `Where ${f.target} belongs, ${f.detail} comes back. Compare the names on the return line, and what was last put into each of them, with what is asked for.`,
    ko: (f) =>
      `${f.target} 자리에 ${f.detail} 값이 돌아왔습니다. return 줄의 이름과 그 이름에 마지막으로 담은 값을 반환해야 할 값과 비교해 보세요.`,
  },
};
