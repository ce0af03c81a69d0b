/** What the view "Hints" says of the learner's own numbers and of a solution, in both languages. */
import type { Language } from '../../course/exercise';

const english = {
  language: 'en' as Language,
  eyebrow: 'In your last numbers',
  number: 'a number',
  asks: (seen: string, question: string) => `${seen}: ${question}`,
  nothing: (name: string) =>
    `Nothing that could be compared came back for \`${name}\`: what does the function return?`,
  firstArray: (name: string, shape: string) =>
    `The first array that differs is \`${name}\`; its shape ${shape} is right.`,
  firstNumber: (name: string) => `The first result that differs is \`${name}\`.`,
  elsewhere: (name: string, samples: number | null, outputs: number | null) =>
    `On the data shown \`${name}\` agrees; on other data${counted(samples, 'sample', outputs, 'output')} it does not.`,
  entry: (at: string, actual: string, expected: string) =>
    `Your \`${at}\` is ${actual} where ${expected} is expected`,
  notFinite: (at: string, expected: string) =>
    `Your \`${at}\` is no finite number where ${expected} is expected`,
  wrongShape: (name: string, actual: string, expected: string) =>
    `The first array that differs is \`${name}\`. It has the shape ${actual} where ${expected} is expected`,
  onlyHere: 'what in the snippet holds for the data shown only?',
  whereFrom: 'which operation first gives infinity or NaN, and of what numbers?',
  lostAxis: 'what becomes of an axis that is summed over?',
  whichAxis: (name: string) => `which of the axes of \`${name}\` is which?`,
  whichShapes: (name: string) => `which shapes meet in the line that makes \`${name}\`?`,
  opposite: 'every entry has the opposite sign. What is taken away from what?',
  factor: (ratio: string) => `every entry is ${ratio} times as expected. Where could this factor come from?`,
  byHand: 'what do you get for it by hand, and at which step does the snippet part from that?',
  answerAndTarget: (A: string, a: string, Y: string, y: string) =>
    `\`${A}\` is ${a} and \`${Y}\` is ${y}. How far are they apart, and which way?`,
  whichNegative: (Z: string) => `which entries of \`${Z}\` are negative?`,
  slopesOf: (called: string, Z: string) => `what is the slope of ${called} at this entry of \`${Z}\`?`,
  slopeAt: (called: string, Z: string, z: string) => `what is the slope of ${called} at \`${Z}\` = ${z}?`,
  shares: (unit: number) =>
    `which weights lead from unit ${String(unit)} to the next layer, and what error comes back over each of them?`,
  weight: (from: number, to: number) =>
    `it belongs to the weight from ${String(from)} to ${String(to)}. Which two numbers of each sample are multiplied for it?`,
  bias: (unit: number) =>
    `it gathers the error of unit ${String(unit)} over the samples. Along which axis, and divided by what?`,
  sums: (sample: number, unit: number) =>
    `for sample ${String(sample)} and unit ${String(unit)}, which numbers are multiplied, and what is added?`,
  makes: (called: string, Z: string) => `what does ${called} make of this entry of \`${Z}\`?`,
  makesOf: (called: string, Z: string, z: string) => `what does ${called} make of \`${Z}\` = ${z}?`,
  moved: 'which way did this entry move from where it was, and how far?',
  insert: 'Insert',
  insertHint: 'Put the solution in place of your snippet; one press brings yours back',
  takeBack: 'Take it back',
  takeBackHint: 'Your snippet as it was before',
  copy: 'Copy',
  compare: 'Compare',
  compareHint: 'Your snippet beside the solution in VS Code’s own comparison',
  inserted: 'The solution is in. Undo brings your snippet back.',
  takenBack: 'Your snippet is as it was.',
  copied: 'Copied.',
  notCopied: 'The clipboard could not be reached; select the code and copy it.',
};

export type HintWords = typeof english;

function counted(samples: number | null, one: string, outputs: number | null, other: string): string {
  const parts = [
    ...(samples === null ? [] : [`${String(samples)} ${one}${samples === 1 ? '' : 's'}`]),
    ...(outputs === null ? [] : [`${String(outputs)} ${other}${outputs === 1 ? '' : 's'}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

const korean: HintWords = {
  language: 'ko',
  eyebrow: '마지막으로 확인한 숫자에서',
  number: '숫자 하나',
  asks: (seen, question) => `${seen}. ${question}`,
  nothing: (name) => `\`${name}\` 자리에 비교할 수 있는 값이 없습니다. 함수가 무엇을 반환합니까?`,
  firstArray: (name, shape) => `처음으로 다른 배열은 \`${name}\`입니다. 모양(${shape})은 맞습니다.`,
  firstNumber: (name) => `처음으로 다른 결과는 \`${name}\`입니다.`,
  elsewhere: (name, samples, outputs) => {
    const sizes = [
      ...(samples === null ? [] : [`샘플 ${String(samples)}개`]),
      ...(outputs === null ? [] : [`출력 ${String(outputs)}개`]),
    ];
    const counts = sizes.length === 0 ? '' : `(${sizes.join(', ')})`;
    return `여기 쓰인 데이터에서는 \`${name}\` 값이 맞지만 다른 데이터${counts}에서는 다릅니다.`;
  },
  entry: (at, actual, expected) => `작성한 코드의 \`${at}\` 값은 ${actual}이고 기준값은 ${expected}입니다`,
  notFinite: (at, expected) => `작성한 코드의 \`${at}\` 값은 유한한 숫자가 아니고 기준값은 ${expected}입니다`,
  wrongShape: (name, actual, expected) =>
    `처음으로 다른 배열은 \`${name}\`입니다. 모양은 ${actual}이고 기준 모양은 ${expected}입니다`,
  onlyHere: '코드에서 여기 쓰인 데이터에만 맞는 것은 무엇입니까?',
  whereFrom: '처음으로 무한대나 NaN을 만드는 연산은 무엇이고, 어떤 숫자로 계산합니까?',
  lostAxis: '더하면서 지나간 축은 어떻게 됩니까?',
  whichAxis: (name) => `\`${name}\`의 두 축은 각각 무엇을 셉니까?`,
  whichShapes: (name) => `\`${name}\` 값을 만드는 줄에서 만나는 배열의 모양은 각각 무엇입니까?`,
  opposite: '모든 원소의 부호가 반대입니다. 무엇에서 무엇을 뺍니까?',
  factor: (ratio) => `모든 원소가 기준값의 ${ratio}배입니다. 이 배수는 어디에서 올 수 있습니까?`,
  byHand: '이 값을 손으로 계산하면 얼마이고, 코드는 어느 단계에서 달라집니까?',
  answerAndTarget: (A, a, Y, y) =>
    `\`${A}\` 값은 ${a}, \`${Y}\` 값은 ${y}입니다. 얼마나, 어느 쪽으로 떨어져 있습니까?`,
  whichNegative: (Z) => `\`${Z}\`에서 음수인 원소는 어느 것입니까?`,
  slopesOf: (called, Z) => `\`${Z}\`의 이 원소에서 ${called}의 기울기는 얼마입니까?`,
  slopeAt: (called, Z, z) => `\`${Z}\` = ${z}에서 ${called}의 기울기는 얼마입니까?`,
  shares: (unit) =>
    `노드 ${String(unit)}에서 다음 층으로 가는 가중치는 무엇이고, 각각 어떤 오차를 되돌려 보냅니까?`,
  weight: (from, to) =>
    `${String(from)}번에서 ${String(to)}번으로 가는 가중치의 몫입니다. 샘플마다 어떤 두 숫자를 곱합니까?`,
  bias: (unit) =>
    `노드 ${String(unit)}의 오차를 샘플에 걸쳐 모은 값입니다. 어느 축을 따라 더하고 무엇으로 나눕니까?`,
  sums: (sample, unit) =>
    `샘플 ${String(sample)}, 노드 ${String(unit)}에서 어떤 숫자를 곱하고 무엇을 더합니까?`,
  makes: (called, Z) => `\`${Z}\`의 이 원소에 대한 ${called} 값은 얼마입니까?`,
  makesOf: (called, Z, z) => `\`${Z}\` = ${z}에 대한 ${called} 값은 얼마입니까?`,
  moved: '이 원소는 원래 값에서 어느 쪽으로, 얼마나 움직였습니까?',
  insert: '넣기',
  insertHint: '작성한 코드 자리에 정답을 넣습니다. 한 번 누르면 작성한 코드가 돌아옵니다',
  takeBack: '되돌리기',
  takeBackHint: '작성한 코드를 넣기 전으로 되돌립니다',
  copy: '복사',
  compare: '비교',
  compareHint: '작성한 코드와 정답을 VS Code의 비교 화면에서 나란히 봅니다',
  inserted: '정답을 넣었습니다. 실행 취소하면 작성한 코드가 돌아옵니다.',
  takenBack: '작성한 코드가 그대로 돌아왔습니다.',
  copied: '복사했습니다.',
  notCopied: '클립보드를 쓸 수 없습니다. 코드를 선택해서 복사하세요.',
};

/** The words of a language. */
export function hintWords(language: Language): HintWords {
  return language === 'ko' ? korean : english;
}
