/** Mistakes about which array comes back under a name, and about what keeps the arrays on the way. */
import type { Computation, Step } from '../../engine/computation';
import { read } from '../../engine/computation';
import type { Mistake, WholeChange } from '../mistake';

/** `dW2` → its role and its layer. */
function partsOf(name: string): { readonly role: string; readonly layer: string } | null {
  const [, role, layer] = /^(d?[ZAWb])(\d)$/.exec(name) ?? [];
  return role !== undefined && layer !== undefined ? { role, layer } : null;
}

/** Gives an array back under another's name, after all else. */
function handedOver(target: string, given: string): Step {
  return {
    name: target,
    operation: { kind: 'relu', of: given },
    compute: (v) => read(v, given),
  };
}

/** What comes back where one layer's arrays stand for another's: one kind of them, or all of that layer. */
function layersMixedUp(computation: Computation): readonly WholeChange[] {
  const { returns, loop } = computation;
  const parts = returns.map(partsOf);
  if (loop || parts.includes(null)) return [];
  const roles = [...new Set(parts.map((part) => part?.role ?? ''))];
  const layers = [...new Set(parts.map((part) => part?.layer ?? ''))];
  const sets = [...roles.map((role) => [role]), ...(roles.length > 1 ? [roles] : [])];
  const pairs = layers.flatMap((to) => layers.filter((from) => from !== to).map((from) => ({ to, from })));
  return pairs.flatMap(({ to, from }) =>
    sets.flatMap((set): WholeChange[] => {
      const steps = set
        .filter((role) => returns.includes(role + to) && returns.includes(role + from))
        .map((role) => handedOver(role + to, role + from));
      const [first] = steps;
      // The mean of another delta is what a bias gradient of that delta is: it has a name of its own.
      if (!first || (set.length === 1 && first.name.startsWith('db'))) return [];
      return [
        {
          id: `${set.join('-')}-${to}:${first.name.replace(/\d$/, from)}`,
          step: first.name,
          computation: { ...computation, steps: [...computation.steps, ...steps] },
        },
      ];
    }),
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
  amongContainers: 'wrong-key',
  sentence: {
    en: (f) =>
      `Where ${f.target} belongs, ${f.detail} comes back. Compare the names on the return line, and what was last put into each of them, with what is asked for.`,
    ko: (f) =>
      `${f.target} 자리에 ${f.detail} 값이 돌아왔습니다. return 줄의 이름과 그 이름에 마지막으로 담은 값을 돌려주어야 할 값과 비교해 보세요.`,
  },
};
