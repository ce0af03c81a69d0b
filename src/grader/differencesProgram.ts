/** Central differences of an exercise's loss, taken in Python of what the solution gives. */
import type { Definition, GradientsOf, SolutionReference } from '../course/folder/definition';
import type { Differences } from '../course/judging/recording';
import type { Tensor } from '../engine/tensor';
import type { PyValue } from '../python/runtime';
import { toTensor } from './observe';

/** The expression of the loss, of `given` (the arguments by name) and `result()` (what the solution returns, in order). */
function lossExpression({ loss }: GradientsOf, { returns }: Definition): string {
  const returned = (name: string): string =>
    returns.length === 1 ? 'result()' : `result()[${String(returns.indexOf(name))}]`;
  switch (loss.kind) {
    case 'returned':
      return returned(loss.name);
    case 'product':
      return `np.sum(${returned(loss.returned)} * given[${JSON.stringify(loss.by)}])`;
    case 'python':
      return 'loss(**{name: given[name] for name in loss.__code__.co_varnames[: loss.__code__.co_argcount]})';
  }
}

/**
 * A program that defines `drive(learner, *arguments)`. Each entry is moved by two steps either way; where the two central
 * differences part, or the one-sided ones do and stay apart, there is a kink.
 */
export function differencesProgram(
  definition: Definition,
  { gradients, python, parameters }: SolutionReference,
): string {
  if (!gradients) throw new Error('nothing that comes back is a gradient');
  const names = parameters.filter(({ kind }) => kind !== 'function').map(({ name }) => name);
  return `${python.loss ?? ''}

def drive(learner, *arguments):
    given = dict(zip(${JSON.stringify(names)}, arguments))

    def result():
        return learner(*given.values())

    def cost():
        return float(np.asarray(${lossExpression(gradients, definition)}).reshape(()))

    def differences(name):
        kept = given[name]
        x = np.array(kept, dtype=float)
        slopes, judged = np.zeros(x.shape), np.ones(x.shape)
        scalar = x.shape == ()

        def at(index, move):
            moved = x.copy()
            moved[index] += move
            given[name] = float(moved) if scalar else moved
            value = cost()
            given[name] = kept
            return value

        middle = cost()
        for index in np.ndindex(*x.shape):
            scale = max(1.0, abs(float(x[index])))
            h = 1e-5 * scale
            up, down = at(index, h), at(index, -h)
            slope = (up - down) / (2 * h)
            bend = (up - 2 * middle + down) / h
            if abs(bend) > 1e-3 * max(1e-3, abs(slope)):
                # Curvature shrinks with the step, a kink does not.
                small = h / 10
                nearer = (at(index, small) - 2 * middle + at(index, -small)) / small
                if abs(nearer) > 0.5 * abs(bend):
                    judged[index] = 0
            # Of fourth order, so that curved functions leave no error of their own.
            further = (at(index, 2 * h) - at(index, -2 * h)) / (4 * h)
            slopes[index] = (4 * slope - further) / 3
        return slopes, judged

    return [differences(name) for name in ${JSON.stringify(Object.values(gradients.of))}]
`;
}

/** What that program gave, by the name of the gradient. */
export function differencesFrom(
  { of }: GradientsOf,
  returned: PyValue | null,
): ReadonlyMap<string, Differences> {
  const items = returned?.kind === 'list' ? returned.items : [];
  return new Map(
    Object.keys(of).flatMap((name, i) => {
      const pair = items[i];
      const [value, judged] = pair?.kind === 'tuple' ? pair.items.map(toTensor) : [];
      return value && judged ? [[name, { value: reshaped(value), judged: reshaped(judged) }] as const] : [];
    }),
  );
}

function reshaped({ shape, data }: Tensor): Tensor {
  return { shape, data };
}
