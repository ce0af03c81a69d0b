/** The words of the page "Your code" in both languages. */
import type { Language } from '../../course/exercise';
import type { GradcheckReport } from '../../owncode/report';

export interface Words {
  readonly yourCode: string;
  readonly gradients: string;
  readonly recovered: string;
  readonly check: string;
  readonly stop: string;
  readonly running: string;
  readonly empty: string;
  readonly stale: string;
  readonly verdicts: Readonly<Record<GradcheckReport['verdict'], string>>;
  readonly short: Readonly<Record<'agree' | 'differ' | 'scaled' | 'not-judged', string>>;
  readonly columns: {
    readonly parameter: string;
    readonly gradient: string;
    readonly shape: string;
    readonly verdict: string;
    readonly error: string;
    readonly ratio: string;
  };
  readonly line: (line: number) => string;
  readonly how: Readonly<Record<'declared' | 'own-run' | 'by-name', string>>;
  readonly declaration: string;
  readonly insert: string;
  readonly copy: string;
  readonly copied: string;
  readonly script: string;
  readonly loss: (value: string) => string;
  readonly checked: (checked: number, notJudged: number) => string;
  readonly scaled: (scale: string) => string;
  readonly notMeasured: string;
  readonly printed: string;
  readonly forward: string;
  readonly backward: string;
  readonly samples: Readonly<Record<'rows' | 'columns', string>>;
  readonly worst: (index: string, actual: string, expected: string) => string;
  /** The shape of a parameter that is no array. */
  readonly number: string;
  readonly selectPython: string;
  readonly entries: string;
  readonly entriesKey: string;
  readonly legend: { readonly low: string; readonly high: string };
  readonly entriesOf: (name: string) => string;
  readonly someEntries: (shown: number, all: number) => string;
  readonly nearKink: string;
  /** A layer of the picture, as a link to the line that makes it. */
  readonly layerAt: (layer: string, line: number) => string;
}

const en: Words = {
  yourCode: 'Your code',
  gradients: 'Gradients',
  recovered: 'Recovered network',
  check: 'Check',
  stop: 'Stop',
  running: 'Checking…',
  empty:
    'Open a Python file or a notebook and choose "Check gradients" above a function, or run the command "Backprop Tutor: Check Gradients of This File". Nothing of a file runs before you ask for it.',
  stale: 'The file has been changed since this check.',
  verdicts: {
    agree: 'All gradients that could be judged agree with the slope of the loss.',
    differ: 'Some gradients are not the slope of the loss.',
    scaled: 'The gradients fit together, but they are those of the loss times a constant.',
    'not-judged': 'The gradients could not be judged.',
    'nothing-found': 'Nothing was found that gives a loss and its gradients.',
    error: 'The code did not run to its end.',
  },
  short: { agree: 'agrees', differ: 'differs', scaled: 'scaled', 'not-judged': 'not judged' },
  columns: {
    parameter: 'Parameter',
    gradient: 'Gradient',
    shape: 'Shape',
    verdict: 'Verdict',
    error: 'Largest difference',
    ratio: 'Yours ÷ slope',
  },
  line: (line) => `line ${String(line)}`,
  how: {
    declared: 'as your gradcheck() says',
    'own-run': "with the values of the file's own run",
    'by-name': 'called by the names of its functions',
  },
  declaration: 'What was run, as Python',
  insert: 'Insert into my file',
  copy: 'Copy',
  copied: 'Copied',
  script: 'the training loop',
  loss: (value) => `loss ${value}`,
  checked: (checked, notJudged) =>
    notJudged === 0
      ? `${String(checked)} slopes compared`
      : `${String(checked)} slopes compared, ${String(notJudged)} near a kink left out`,
  scaled: (scale) => `× ${scale}`,
  notMeasured: 'Looked like a backward pass, but could not be measured',
  printed: 'What the file printed',
  forward: 'Forward',
  backward: 'Backward',
  samples: { rows: 'samples in rows', columns: 'samples in columns' },
  worst: (index, actual, expected) => `${index}: yours ${actual}, slope ${expected}`,
  number: 'number',
  selectPython: 'Select Python…',
  entries: 'Entry by entry',
  entriesKey: 'Your gradient over the slope of the loss.',
  legend: { low: 'equal', high: 'wrong' },
  entriesOf: (name) => `The gradient of ${name}, entry by entry`,
  someEntries: (shown, all) => `${String(shown)} of ${String(all)} entries were compared one by one`,
  nearKink: 'near a kink',
  layerAt: (layer, line) => `${layer}, line ${String(line)}`,
};

const ko: Words = {
  yourCode: '내 코드',
  gradients: '기울기',
  recovered: '복원한 신경망',
  check: '확인',
  stop: '중지',
  running: '확인 중…',
  empty:
    'Python 파일이나 노트북을 열고 함수 위의 "기울기 확인"을 고르거나 "Backprop Tutor: 이 파일의 기울기 확인" 명령을 실행하세요. 요청하기 전에는 파일의 어떤 코드도 실행하지 않습니다.',
  stale: '이 확인 뒤에 파일이 바뀌었습니다.',
  verdicts: {
    agree: '판정할 수 있는 기울기가 모두 손실의 기울기와 일치합니다.',
    differ: '손실의 기울기와 다른 기울기가 있습니다.',
    scaled: '기울기끼리는 서로 맞지만, 손실에 상수를 곱한 것의 기울기입니다.',
    'not-judged': '기울기를 판정하지 못했습니다.',
    'nothing-found': '손실과 그 기울기를 주는 코드를 찾지 못했습니다.',
    error: '코드가 끝까지 실행되지 않았습니다.',
  },
  short: { agree: '일치', differ: '다름', scaled: '상수배', 'not-judged': '판정 안 함' },
  columns: {
    parameter: '매개변수',
    gradient: '기울기',
    shape: '모양',
    verdict: '판정',
    error: '가장 큰 차이',
    ratio: '내 값 ÷ 기울기',
  },
  line: (line) => `${String(line)}번째 줄`,
  how: {
    declared: '파일의 gradcheck()대로',
    'own-run': '파일을 실행했을 때의 값으로',
    'by-name': '함수 이름을 보고 호출해서',
  },
  declaration: '실행한 내용(Python)',
  insert: '내 파일에 넣기',
  copy: '복사',
  copied: '복사했습니다',
  script: '학습 반복문',
  loss: (value) => `손실 ${value}`,
  checked: (checked, notJudged) =>
    notJudged === 0
      ? `기울기 ${String(checked)}개를 비교했습니다`
      : `기울기 ${String(checked)}개를 비교했고, 꺾이는 점 가까이의 ${String(notJudged)}개는 뺐습니다`,
  scaled: (scale) => `× ${scale}`,
  notMeasured: '역전파처럼 보이지만 재지 못한 함수',
  printed: '파일이 출력한 내용',
  forward: '순전파',
  backward: '역전파',
  samples: { rows: '샘플이 행', columns: '샘플이 열' },
  worst: (index, actual, expected) => `${index}: 내 값 ${actual}, 기울기 ${expected}`,
  number: '숫자',
  selectPython: 'Python 선택…',
  entries: '원소별 비교',
  entriesKey: '위가 내 기울기, 아래가 손실의 기울기입니다.',
  legend: { low: '일치', high: '틀림' },
  entriesOf: (name) => `${name}의 기울기, 원소별 비교`,
  someEntries: (shown, all) => `원소 ${String(all)}개 중 ${String(shown)}개를 하나씩 비교했습니다`,
  nearKink: '꺾이는 점',
  layerAt: (layer, line) => `${layer}, ${String(line)}번째 줄`,
};

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return language === 'ko' ? ko : en;
}
