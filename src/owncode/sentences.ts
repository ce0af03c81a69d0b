/** What is said about a check of a learner's own file, in both languages. */
import { shortNumber } from '../engine/shortNumber';
import type { JudgedParameter, JudgedReason, Judged } from './judge';
import type { Measured, Refused } from './measured';

/** The languages of sentences. */
export type Language = 'en' | 'ko';

type Sentence<T> = Readonly<Record<Language, (about: T) => string>>;

const reasons: { readonly [Code in JudgedReason['code']]: Sentence<JudgedReason & { readonly code: Code }> } =
  {
    independent: {
      en: () => 'the loss does not depend on it',
      ko: () => '손실이 이 값에 따라 달라지지 않습니다',
    },
    'no-gradient': {
      en: () => 'no gradient was given for it',
      ko: () => '이 값의 기울기를 반환하지 않았습니다',
    },
    'all-kinks': {
      en: () => 'the loss has a kink or a jump wherever it was measured',
      ko: () => '측정한 곳마다 손실이 꺾이거나 끊깁니다',
    },
    transposed: {
      en: () => 'it is the transpose of the slope that was measured',
      ko: () => '측정한 기울기를 전치한 것입니다',
    },
    zero: { en: () => 'zero, as measured', ko: () => '측정한 대로 0입니다' },
    'non-finite': { en: () => 'it holds NaN or infinity', ko: () => 'NaN이나 무한대가 들어 있습니다' },
    'other-shape': {
      en: ({ shape, wanted }) => `the same numbers in shape ${shape} beside ${wanted}`,
      ko: ({ shape, wanted }) => `수는 같고 모양이 ${wanted} 대신 ${shape}입니다`,
    },
    'wrong-shape': {
      en: ({ shape, wanted }) => `shape ${shape}, while the parameter is ${wanted}`,
      ko: ({ shape, wanted }) => `모양이 ${shape}인데 매개변수는 ${wanted}입니다`,
    },
    broadcasts: {
      en: ({ shape, wanted }) => `one number for all entries: shape ${shape} beside ${wanted}`,
      ko: ({ shape, wanted }) =>
        `모든 원소에 수 하나뿐입니다. 모양이 ${shape}이고 매개변수는 ${wanted}입니다`,
    },
  };

/** Why a parameter has its verdict; null where the numbers say it. */
export function reasonSentence({ reason }: JudgedParameter, language: Language): string | null {
  if (!reason) return null;
  // The table's type binds each sentence to what its code knows.
  return (reasons[reason.code] as Sentence<JudgedReason>)[language](reason);
}

/** Sentences about a check as a whole. */
export function remarksOf({ measured, verdict, scale, reason }: Judged, language: Language): string[] {
  const remarks: string[] = [];
  if (verdict === 'scaled' && scale !== null) remarks.push(scaled[language](scale));
  if (reason !== null) remarks.push(whole[reason][language](measured));
  if (measured.assumedLoss !== null && verdict !== 'not-judged') remarks.push(assumed[language](measured));
  return remarks;
}

const scaled: Sentence<number> = {
  en: (scale) =>
    `All gradients are ${shortNumber(scale, 6)} times the slope of this loss: consistent with each other, but loss and gradients follow different conventions.`,
  ko: (scale) =>
    `모든 기울기가 이 손실의 기울기의 ${shortNumber(scale, 6)}배입니다. 서로 맞지만 손실과 기울기의 규약이 다릅니다.`,
};

const whole: Readonly<Record<Exclude<Judged['reason'], null>, Sentence<Measured>>> = {
  nondeterministic: {
    en: ({ loss, again }) =>
      `The loss is not the same on a second call with the same parameters (${shortNumber(loss, 6)}, then ${shortNumber(again, 6)}), so no slope can be measured. Look for something that is carried over or drawn at random.`,
    ko: ({ loss, again }) =>
      `같은 매개변수로 다시 부르면 손실이 달라집니다(${shortNumber(loss, 6)}, 다음에는 ${shortNumber(again, 6)}). 그래서 기울기를 잴 수 없습니다. 호출 사이에 남는 값이나 무작위로 뽑는 값이 있는지 살펴보세요.`,
  },
  'nothing-judged': {
    en: () => 'None of the gradients could be judged.',
    ko: () => '판정할 수 있는 기울기가 없었습니다.',
  },
  'another-loss': {
    en: ({ lossName, assumedLoss }) =>
      `The gradients are not those of ${lossName ?? ''}, which the file computes; they are those of ${assumedLoss ?? ''}, up to a factor. Which of the two is meant only you can tell: declare gradcheck() with it.`,
    ko: ({ lossName, assumedLoss }) =>
      `기울기가 파일에서 계산하는 ${lossName ?? ''}의 것이 아니라, 상수배를 빼면 다음 손실의 것입니다: ${assumedLoss ?? ''}. 어느 쪽을 쓰려는지는 파일만으로 알 수 없으니 gradcheck()에 그 손실을 선언하세요.`,
  },
  'nothing-fits': {
    en: () =>
      'None of the gradients is the slope of the loss that was found. It may not be the loss that they are meant for: declare gradcheck() with the right one.',
    ko: () =>
      '찾은 손실의 기울기와 맞는 것이 하나도 없습니다. 다른 손실의 기울기일 수 있으니 gradcheck()에 맞는 손실을 선언하세요.',
  },
};

const assumed: Sentence<Measured> = {
  en: ({ lossName, assumedLoss }) =>
    lossName === null
      ? `The file has no loss that could be called: this holds for the loss ${assumedLoss ?? ''}, with which the gradients were compared, and for no other. If another is meant, declare gradcheck() with it.`
      : `The gradients are not those of ${lossName}; this holds for the loss ${assumedLoss ?? ''}, which they fit better and with which they were compared.`,
  ko: ({ lossName, assumedLoss }) =>
    lossName === null
      ? `파일에 부를 수 있는 손실이 없어서 다음 손실의 기울기와 비교했고, 이 판정은 그 손실에만 해당합니다: ${assumedLoss ?? ''}. 다른 손실을 쓰려는 것이라면 gradcheck()에 그 손실을 선언하세요.`
      : `기울기가 ${lossName}의 것이 아니라 다음 손실의 것과 더 잘 맞아서 그것과 비교했고, 이 판정은 그 손실에만 해당합니다: ${assumedLoss ?? ''}.`,
};

const declare = {
  en: 'Declare def gradcheck(): return loss, gradients, parameters.',
  ko: 'def gradcheck(): return loss, gradients, parameters 를 선언하세요.',
};

/** Beside Python's own words where a file of data could not be read. */
export const withoutFiles: Readonly<Record<Language, string>> = {
  en: 'The built-in Python reads no files. Choose a Python of your own (--python), or declare gradcheck() with a little data of its own.',
  ko: '내장 파이썬은 파일을 읽지 않습니다. 설치된 파이썬을 고르거나(--python) 작은 데이터로 gradcheck()를 선언하세요.',
};

const refusals: Readonly<Record<string, Sentence<Readonly<Record<string, string>>>>> = {
  'declaration-shape': {
    en: ({ got }) => `It has to return three things: loss, gradients, parameters. It gave ${got ?? ''}.`,
    ko: ({ got }) => `loss, gradients, parameters 세 가지를 반환해야 합니다. 반환한 것: ${got ?? ''}.`,
  },
  'declared-with-arguments': {
    en: ({ names }) =>
      `gradcheck() is called without arguments: leave ${names ?? ''} out of the brackets, so that it reads them from the file itself.`,
    ko: ({ names }) =>
      `gradcheck()는 인자 없이 불립니다. 괄호 안의 ${names ?? ''}을(를) 지우고 파일에 있는 것을 그대로 쓰게 하세요.`,
  },
  'declared-async': {
    en: () => 'gradcheck() is called as an ordinary function: write def in place of async def.',
    ko: () => 'gradcheck()는 보통 함수로 불립니다. async def 대신 def를 쓰세요.',
  },
  exchanged: {
    en: () =>
      'Its second and third values seem to be exchanged: first the loss, then the gradients, then the parameters.',
    ko: () => '두 번째와 세 번째 값이 바뀐 듯합니다. 손실, 기울기, 매개변수 순서로 반환하세요.',
  },
  'python-2': {
    en: ({ name, now }) =>
      `${name ?? ''} is a module of Python 2; in Python 3 it is ${now ?? ''}. Write that, or declare gradcheck() with data of its own.`,
    ko: ({ name, now }) =>
      `${name ?? ''}은(는) Python 2의 모듈이며 Python 3에서는 ${now ?? ''}입니다. 그것으로 바꾸거나 작은 데이터로 gradcheck()를 선언하세요.`,
  },
  'loss-not-a-number': {
    en: ({ type, shape }) =>
      `The loss has to be one number; it is ${type ?? ''}${shape ? ` of shape ${shape}` : ''}.`,
    ko: ({ type, shape }) =>
      `손실은 수 하나여야 합니다. 지금은 ${type ?? ''}${shape ? `이고 모양이 ${shape}` : ''}입니다.`,
  },
  'no-parameters': {
    en: () => 'No arrays or numbers were found among the parameters that it returns.',
    ko: () => '반환한 매개변수에 배열이나 수가 없습니다.',
  },
  'no-gradients': {
    en: () => 'No arrays or numbers were found among the gradients that it returns.',
    ko: () => '반환한 기울기에 배열이나 수가 없습니다.',
  },
  'nothing-pairs': {
    en: () =>
      'None of the gradients that it returns could be paired with a parameter: give both the same structure, names or order.',
    ko: () => '반환한 기울기와 짝이 되는 매개변수가 없습니다. 둘의 구조나 이름, 순서를 같게 하세요.',
  },
  'parameters-copied': {
    en: ({ name }) =>
      `The parameters that it returns (${name ?? ''} …) are copies: changing them does not change the loss. Return those that the forward pass reads.`,
    ko: ({ name }) =>
      `반환한 매개변수(${name ?? ''} …)가 복사본이어서 바꾸어도 손실이 달라지지 않습니다. 순전파가 읽는 것을 그대로 반환하세요.`,
  },
  'gradients-vary': {
    en: () => 'It does not give the same number of gradients each time.',
    ko: () => '부를 때마다 기울기의 개수가 다릅니다.',
  },
  'loss-not-finite': {
    en: ({ loss }) => `The loss is ${loss ?? ''} at every point that was tried.`,
    ko: ({ loss }) => `시도한 모든 점에서 손실이 ${loss ?? ''}입니다.`,
  },
  'too-slow': {
    en: () =>
      'One evaluation takes so long that no slope could be measured in time. Use fewer samples, or a longer --timeout.',
    ko: () =>
      '한 번 계산하는 데 너무 오래 걸려 시간 안에 기울기를 잴 수 없었습니다. 샘플을 줄이거나 --timeout을 늘리세요.',
  },
  late: {
    en: () =>
      'The time was over before this could be told, so that of the file as a whole nothing is said. Use fewer samples or rounds, a longer --timeout, or declare def gradcheck(): return loss, gradients, parameters.',
    ko: () =>
      '시간이 다 되어 여기까지 확인하지 못했으므로 파일 전체에 대해서는 판정하지 않습니다. 샘플이나 반복 횟수를 줄이거나, --timeout을 늘리거나, def gradcheck(): return loss, gradients, parameters 를 선언하세요.',
  },
  'other-part': {
    en: () =>
      'This part of the round goes with a loss of its own, and nothing could be told of it: what is said of the rest holds for that alone.',
    ko: () =>
      '한 번의 학습 가운데 이 부분은 다른 손실로 학습하며, 이 부분에 대해서는 아무것도 말할 수 없었습니다. 나머지에 대한 판정은 나머지에만 해당합니다.',
  },
  'late-too': {
    en: () => 'The time was over before this could be told, too.',
    ko: () => '여기도 시간이 다 되어 확인하지 못했습니다.',
  },
  'not-called': {
    en: ({ why }) => `It could not be told how to call this function (${why ?? ''}). ${declare.en}`,
    ko: ({ why }) => `이 함수를 어떻게 부르는지 알아내지 못했습니다(${why ?? ''}). ${declare.ko}`,
  },
  failed: {
    en: ({ message }) => `Calling it ended with ${message ?? ''}. ${declare.en}`,
    ko: ({ message }) => `부르다가 오류가 났습니다: ${message ?? ''}. ${declare.ko}`,
  },
  closed: {
    en: ({ name }) =>
      `It uses ${name ?? ''}, which is closed to a check (files, processes, network), so that what comes of it is not there. Leave that out, or declare gradcheck() with data of its own.`,
    ko: ({ name }) =>
      `${name ?? ''}은(는) 확인할 때 쓸 수 없으므로(파일, 프로세스, 네트워크) 그것으로 만드는 값이 없습니다. 그 부분을 빼거나 작은 데이터로 gradcheck()를 선언하세요.`,
  },
  missing: {
    en: ({ name }) =>
      `It needs the package or file ${name ?? ''}, which is not there. Choose a Python that has it (--python), or declare gradcheck() with data of its own.`,
    ko: ({ name }) =>
      `${name ?? ''} 패키지나 파일이 필요한데 없습니다. 그것이 있는 파이썬을 고르거나(--python) 작은 데이터로 gradcheck()를 선언하세요.`,
  },
  'missing-module': {
    en: ({ name }) =>
      `It needs the module ${name ?? ''}, which this Python does not have, and which no file beside this one is. Your own Python (--python; in VS Code, in a folder that you trust) finds installed packages. Or put what is used of it into this file.`,
    ko: ({ name }) =>
      `${name ?? ''} 모듈이 필요한데 이 Python에도, 이 파일 옆에도 없습니다. 직접 설치한 Python을 고르면(--python, VS Code에서는 신뢰하는 폴더에서) 설치된 패키지를 찾습니다. 아니면 쓰는 부분을 이 파일에 넣으세요.`,
  },
};

/** Why a function could not be measured. */
export function refusalSentence({ reason }: Refused, language: Language): string {
  const sentence = refusals[reason.code];
  return sentence ? sentence[language](reason.details) : reason.code;
}
