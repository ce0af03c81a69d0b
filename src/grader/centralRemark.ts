/** Why central differences and the table say different things of one array. */
import type { Language } from '../course/exercise';
import { toleranceFor } from '../engine/tolerance';
import type { BareReport, GradientCheckReport, Remark, ValueReport } from './report';

type Reason = 'other-data' | 'kink' | 'small' | 'convention';

const sentences: Readonly<Record<Language, Readonly<Record<Reason, (name: string) => string>>>> = {
  en: {
    'other-data': (name) =>
      `Central differences are taken on the data shown, where ${name} comes out right. The table’s row is of other data, where it does not.`,
    kink: (name) =>
      `The entries of ${name} that are wrong lie within reach of a ReLU kink, where central differences judge nothing: they confirm the others.`,
    small: (name) =>
      `${name} is off by less than central differences can measure, and by more than rounding: they agree with it, the reference does not.`,
    convention: (name) =>
      `Central differences disagree with ${name} although it is the reference’s: this convention is not the slope of a cost there.`,
  },
  ko: {
    'other-data': (name) =>
      `중앙 차분은 여기 쓰인 데이터에서 구하는데, 거기서는 ${name} 값이 맞습니다. 표의 행은 다른 데이터에서 구한 것이고, 거기서는 다릅니다.`,
    kink: (name) =>
      `${name}에서 틀린 원소는 ReLU가 꺾이는 점 가까이에 있습니다. 거기서는 중앙 차분으로 판정하지 않으므로, 중앙 차분은 나머지 원소만 확인한 것입니다.`,
    small: (name) =>
      `${name} 값의 차이는 중앙 차분으로 잴 수 있는 것보다 작고 반올림 오차보다는 큽니다. 중앙 차분과는 일치하지만 기준값과는 다릅니다.`,
    convention: (name) =>
      `${name} 값이 기준값과 같은데도 중앙 차분과는 다릅니다. 여기서는 이 방식이 어떤 비용의 기울기도 아닙니다.`,
  },
};

function reasonOf(value: ValueReport, central: GradientCheckReport): Reason {
  if (value.ok) return 'convention';
  if (value.data) return 'other-data';
  return central.notJudged > 0 ? 'kink' : 'small';
}

/** Whether the row's shape is right: of another shape central differences speak only of the numbers. */
function hasShape({ expectedShape, actualShape }: ValueReport): boolean {
  return actualShape !== null && actualShape.join() === expectedShape.join();
}

/** One remark for each array of which they say different things. */
export function centralRemarks({ values, gradientCheck }: BareReport, language: Language): readonly Remark[] {
  return values.flatMap((value): Remark[] => {
    const central = gradientCheck.find(({ name }) => name === value.name);
    if (!central || central.ok === value.ok || (!value.data && !hasShape(value))) return [];
    const reason = reasonOf(value, central);
    const isSmall = (value.maxRelError ?? 1) <= toleranceFor().slope;
    // Of what is plainly wrong and confirmed all the same there is nothing to say that is known to be true.
    if (reason === 'small' && !isSmall) return [];
    const message = sentences[language][reason](value.name);
    return [{ code: 'central-differences', message, target: value.name }];
  });
}
