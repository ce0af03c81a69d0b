/** The command line's own words in both languages. */
import type { Language } from '../course/exercise';

function sizesInEnglish(samples: number | null, outputs: number | null): string {
  const sizes = [
    ...(samples === null ? [] : [`${String(samples)} samples`]),
    ...(outputs === null ? [] : [`${String(outputs)} outputs`]),
  ];
  return sizes.length === 0 ? 'of other sizes or values' : `with ${sizes.join(' and ')}`;
}

function sizesInKorean(samples: number | null, outputs: number | null): string {
  const sizes = [
    ...(samples === null ? [] : [`샘플이 ${String(samples)}개`]),
    ...(outputs === null ? [] : [`출력이 ${String(outputs)}개`]),
  ];
  return sizes.length === 0 ? '다른' : `${sizes.join(', ')}인`;
}

const en = {
  pass: 'pass',
  fail: 'not yet',
  error: 'could not be run',
  line: (line: number) => `line ${String(line)}`,
  ratio: 'ratio',
  maxError: 'max. rel. error',
  shape: 'shape',
  expected: 'expected',
  worst: 'worst entry',
  got: 'got',
  nothing: 'nothing',
  elsewhere: (samples: number | null, outputs: number | null) =>
    `right on the data shown, not on data ${sizesInEnglish(samples, outputs)}`,
  after: (iterations: number) => `after ${String(iterations)} iterations`,
  centralDifferences: 'Central differences',
  agree: 'agree',
  disagree: 'disagree',
  entries: (checked: number) => (checked === 1 ? '1 entry' : `${String(checked)} entries`),
  notJudged: (count: number) => `${String(count)} near a kink, not judged`,
  cost: 'Cost',
  costSame: 'follows the reference for all iterations',
  costSameSoFar: (iterations: number) =>
    `follows the reference for the ${String(iterations)} or so iterations that there was time for`,
  costEnds: (iterations: number) => `ends after about ${String(iterations)} iterations`,
  costParts: (iteration: number) => `leaves the reference at iteration ${String(iteration)}`,
  output: 'Output',
  linesLeftOut: (lines: number) => `${String(lines)} lines not shown here`,
  likely: 'likely',
  gradcheck: {
    verdicts: {
      agree: 'agrees',
      differ: 'differs',
      scaled: 'agrees but for a constant factor',
      'not-judged': 'could not be judged',
      'nothing-found': 'nothing to check was found',
      error: 'could not be run',
    },
    how: { declared: 'declared', 'own-run': 'as in its own run', 'by-name': 'called by its names' },
    at: (line: number, cell: number | null) =>
      cell === null ? `line ${String(line)}` : `cell ${String(cell)}, line ${String(line)}`,
    loop: 'the training loop',
    file: 'the file',
    loss: 'loss',
    measured: 'measured',
    ran: 'What was run; edit it and put it into the file to check just that',
    declare:
      'No function that gives gradients was recognised. Declare one: def gradcheck(): return loss, gradients, parameters.',
  },
};

type Words = typeof en;

const ko: Words = {
  pass: '통과',
  fail: '아직 아님',
  error: '실행할 수 없음',
  line: (line) => `${String(line)}번째 줄`,
  ratio: '비율',
  maxError: '최대 상대 오차',
  shape: '모양',
  expected: '기준',
  worst: '가장 다른 원소',
  got: '결과',
  nothing: '없음',
  elsewhere: (samples, outputs) =>
    `여기 쓰인 데이터에서는 맞지만 ${sizesInKorean(samples, outputs)} 데이터에서는 다름`,
  after: (iterations) => `${String(iterations)}번 반복한 뒤`,
  centralDifferences: '중앙 차분',
  agree: '일치',
  disagree: '불일치',
  entries: (checked) => `원소 ${String(checked)}개`,
  notJudged: (count) => `${String(count)}개는 꺾인 점 가까이에 있어 판정하지 않음`,
  cost: '비용',
  costSame: '모든 반복에서 기준과 같습니다',
  costSameSoFar: (iterations) => `시간 안에 마친 약 ${String(iterations)}번의 반복에서 기준과 같습니다`,
  costEnds: (iterations) => `약 ${String(iterations)}번 반복에서 끝납니다`,
  costParts: (iteration) => `${String(iteration)}번째 반복에서 기준과 갈라집니다`,
  output: '출력',
  linesLeftOut: (lines) => `여기에는 ${String(lines)}줄을 보이지 않음`,
  likely: '추정',
  gradcheck: {
    verdicts: {
      agree: '일치',
      differ: '불일치',
      scaled: '상수 배를 빼면 일치',
      'not-judged': '판정할 수 없음',
      'nothing-found': '확인할 것을 찾지 못함',
      error: '실행할 수 없음',
    },
    how: { declared: '선언됨', 'own-run': '파일을 실행한 대로', 'by-name': '이름에 따라 부름' },
    at: (line, cell) =>
      cell === null ? `${String(line)}번째 줄` : `셀 ${String(cell)}의 ${String(line)}번째 줄`,
    loop: '학습 반복문',
    file: '파일',
    loss: '손실',
    measured: '측정',
    ran: '실행한 것. 고쳐서 파일에 넣으면 그것만 확인합니다',
    declare:
      '기울기를 반환하는 함수를 알아보지 못했습니다. def gradcheck(): return loss, gradients, parameters 를 선언하세요.',
  },
};

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return language === 'ko' ? ko : en;
}
