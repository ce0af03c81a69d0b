/** What a wrong array says by itself beside one that a solution gave, whatever the exercise. */
import { ratioOf, same, sameEntries } from '../../diagnosis/agreement';
import { isClose } from '../../engine/tolerance';
import { formatShape, sameShape, sum, sumAxis, type Tensor } from '../../engine/tensor';
import type { Text } from '../../course/exercise';
import type { OnRecorded } from './explain';

export interface General {
  readonly code: string;
  readonly sentence: Text;
}

interface Pair {
  readonly given: Tensor;
  readonly right: Tensor;
  readonly on: OnRecorded;
}

type Sign = (name: string, pairs: readonly Pair[]) => General | null;

/** The right numbers in their order, in another shape on every probe. */
const otherShape: Sign = (name, pairs) => {
  if (!pairs.every(({ given, right }) => sameEntries(given.data, right.data))) return null;
  const [first] = pairs;
  const odd = pairs.find(({ given, right }) => !sameShape(given.shape, right.shape)) ?? first;
  if (!odd) return null;
  const [is, asked] = [formatShape(odd.given.shape), formatShape(odd.right.shape)];
  const isDropped = pairs.every(({ given, right }) => {
    const kept = right.shape.filter((extent) => extent !== 1);
    return (
      given.shape.length < right.shape.length &&
      given.shape.filter((extent) => extent !== 1).join() === kept.join()
    );
  });
  return {
    code: isDropped ? 'missing-keepdims' : 'wrong-shape',
    sentence: {
      en: `${name} has the right numbers in the shape ${is}; asked for is ${asked}.${isDropped ? ' An axis of length 1 was dropped on the way: a sum or a mean drops its axis unless it is told to keep it.' : ''}`,
      ko: `${name} 값의 숫자는 맞지만 모양이 ${is}입니다. 필요한 모양은 ${asked}입니다.${isDropped ? ' 계산하는 동안 길이가 1인 축이 사라졌습니다. 합이나 평균은 남겨 두라고 하지 않으면 그 축을 없앱니다.' : ''}`,
    },
  };
};

function sizesOf({ recorded }: OnRecorded): Readonly<Record<string, number>> {
  return recorded.probe.sizes ?? {};
}

/** What the samples of a batch are counted by, where an exercise has them. */
const ofSamples: readonly string[] = ['m', 'batch', 'N'];

/** Off by a factor that is one of the sizes on every probe, or one over it. */
const bySize: Sign = (name, pairs) => {
  const ratios = pairs.map(({ given, right }) =>
    sameShape(given.shape, right.shape) ? ratioOf(given, right) : null,
  );
  const [first] = pairs;
  if (!first || ratios.includes(null)) return null;
  for (const symbol of Object.keys(sizesOf(first.on))) {
    const sizes = pairs.map(({ on }) => sizesOf(on)[symbol] ?? NaN);
    // A size that is the same everywhere is a constant like any other.
    if (new Set(sizes).size < 2) continue;
    const isTimes = ratios.every((ratio, i) => isClose(ratio ?? NaN, sizes[i] ?? NaN));
    const isOver = ratios.every((ratio, i) => isClose(ratio ?? NaN, 1 / (sizes[i] ?? NaN)));
    if (!isTimes && !isOver) continue;
    const [shown = 0] = sizes;
    const isSamples = ofSamples.includes(symbol);
    const which = `${symbol} = ${String(shown)}`;
    const code = !isSamples ? 'wrong-mean' : isTimes ? 'missing-mean' : 'double-mean';
    return {
      code,
      sentence: isTimes
        ? {
            en: `Every entry of ${name} is ${String(shown)} times what it should be, and that is just ${which}: a sum stands where a mean over ${symbol} is asked for.`,
            ko: `${name}의 모든 원소가 있어야 할 값의 ${String(shown)}배이고, 이 수는 바로 ${which}입니다. ${symbol}에 대한 평균이 있어야 할 곳에 합이 있습니다.`,
          }
        : {
            en: `Every entry of ${name} is too small by the factor ${String(shown)}, and that is just ${which}: it is divided by ${symbol} where it should not be, or once too often.`,
            ko: `${name}의 모든 원소가 있어야 할 값을 ${which}로 나눈 값입니다. ${symbol}로 나누지 말아야 할 곳에서 나누었거나 한 번 더 나누었습니다.`,
          },
    };
  }
  return null;
};

/** The right array added up, or averaged, to one number. */
const summed: Sign = (name, pairs) => {
  const isAll = pairs.every(({ given, right }) => {
    if (right.data.length < 2 || given.data.length !== 1) return false;
    const [value = NaN] = given.data;
    const total = sum(right);
    return isClose(value, total) || isClose(value, total / right.data.length);
  });
  if (!isAll) return null;
  return {
    code: 'summed-everything',
    sentence: {
      en: `${name} has been added up to a single number. Add over one axis only: the shape asked for tells which axis stays.`,
      ko: `${name} 값이 숫자 하나로 모두 더해졌습니다. 한 축에 대해서만 더하세요. 어느 축이 남는지는 필요한 모양이 알려 줍니다.`,
    },
  };
};

/** A sum, or a mean, over the one axis of an array that the solution held, where the right one is over the other. */
const otherAxis: Sign = (name, pairs) => {
  const isSumOver = (axis: 0 | 1, value: Tensor, of: Tensor): boolean => {
    const total = sumAxis(of, axis).data;
    const count = of.shape[axis] ?? 1;
    return (
      sameEntries(value.data, total) ||
      sameEntries(
        value.data,
        total.map((x) => x / count),
      )
    );
  };
  for (const right of [0, 1] as const) {
    const isOther = pairs.every(({ given, right: value, on }) =>
      on.recorded.held.some(
        (of) =>
          of.shape.length === 2 &&
          of.shape[0] !== of.shape[1] &&
          isSumOver(right, value, of) &&
          isSumOver(right === 0 ? 1 : 0, given, of),
      ),
    );
    if (!isOther) continue;
    return {
      code: 'wrong-axis',
      sentence: {
        en: `${name} is summed over the other axis: the one that should have stayed is gone. Compare the shape that came back with the one asked for.`,
        ko: `${name} 값을 다른 축에 대해 더했습니다. 남아 있어야 할 축이 사라졌습니다. 반환한 모양을 필요한 모양과 비교해 보세요.`,
      },
    };
  }
  return null;
};

const signs: readonly Sign[] = [otherShape, bySize, summed, otherAxis];

/** The first of these signs that an array shows on every probe; null where it shows none. */
export function generalSign(name: string, on: readonly OnRecorded[]): General | null {
  const pairs = on.flatMap((one): Pair[] => {
    const [given, right] = [one.evidence.returned.get(name), one.recorded.right.get(name)];
    return given && right && right.data.length > 0 ? [{ given, right, on: one }] : [];
  });
  if (pairs.length === 0 || pairs.every(({ given, right }) => same(given, right))) return null;
  for (const sign of signs) {
    const found = sign(name, pairs);
    if (found) return found;
  }
  return null;
}
