/** Sentences for values that are not what a line takes them for. */
import { withParticle } from '../../network/particles';
import { aOf, code, detail, type Details, type HintSentence } from './sentence';

function shaped(d: Details): string {
  return detail(d, 'shape') === '' ? ',' : `, of shape ${detail(d, 'shape')},`;
}

export const valueSentences: Readonly<Record<string, HintSentence>> = {
  'ambiguous-truth': {
    en: (d) =>
      `${code(d['name'], 'What is asked here')} is a whole array${shaped(d)} and an \`if\`, \`and\` or \`while\` wants one answer: let NumPy choose entry by entry.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '여기서 묻는 값'), '은', '는')} ${detail(d, 'shape') === '' ? '' : `모양이 ${detail(d, 'shape')}인 `}배열 전체인데 \`if\`나 \`and\`, \`while\`은 답 하나만 받습니다. 원소마다 고르는 NumPy 함수를 쓰세요.`,
  },
  'not-subscriptable': {
    en: (d) => `${code(d['name'], 'This value')} is a single number here, so there is nothing to index.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이 값'), '은', '는')} 여기서 숫자 하나이므로 첨자로 꺼낼 것이 없습니다.`,
  },
  'call-in-brackets': {
    en: (d) => `${code(d['name'], 'This')} is a function: call it with parentheses, not with brackets.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이것'), '은', '는')} 함수이므로 대괄호가 아니라 소괄호로 부릅니다.`,
  },
  'none-value': {
    en: (d) =>
      detail(d, 'made') === ''
        ? `${code(d['name'], 'One of the values here')} is None where an array belongs.`
        : `${code(d['name'], 'One of the values here')} is None where an array belongs: \`${detail(d, 'made')}\` gave nothing back.`,
    ko: (d) =>
      detail(d, 'made') === ''
        ? `배열이 있어야 할 자리에 ${code(d['name'], '있는 값')}${detail(d, 'name') === '' ? '이' : '의 값이'} None입니다.`
        : `배열이 있어야 할 자리에 ${code(d['name'], '있는 값')}${detail(d, 'name') === '' ? '이' : '의 값이'} None입니다. ${withParticle(code(d['made'], ''), '이', '가')} 아무것도 반환하지 않았습니다.`,
  },
  'not-callable': {
    en: (d) =>
      `${code(d['name'], 'What stands before the parentheses')} is no function here but ${detail(d, 'type') === 'numpy.ndarray' ? 'an array' : `of type ${detail(d, 'type')}`}: parentheses call; indexing takes brackets, a product its sign.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '소괄호 앞의 값'), '은', '는')} 함수가 아니라 ${detail(d, 'type') === 'numpy.ndarray' ? '배열' : detail(d, 'type')}입니다. 소괄호는 함수를 부릅니다. 첨자에는 대괄호를, 곱에는 곱셈 기호를 쓰세요.`,
  },
  'function-not-called': {
    en: (d) =>
      `${code(d['name'], 'One of the operands')} is a function that has not been called: its result takes parentheses.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '피연산자 하나'), '은', '는')} 부르지 않은 함수입니다. 결과를 쓰려면 소괄호로 불러야 합니다.`,
  },
  'not-an-array': {
    en: (d) =>
      `${code(d['name'], 'One of the operands')} is ${aOf(detail(d, 'type'))}${detail(d, 'made') === '' ? '' : ` (from \`${detail(d, 'made')}\`)`}, and ${aOf(detail(d, 'type'))} does not compute as an array does: ${detail(d, 'type') === 'tuple' ? 'take it apart first' : 'make an array of it first'}.`,
    ko: (d) =>
      `${code(d['name'], '피연산자 하나')}의 형이 ${detail(d, 'type')}입니다${detail(d, 'made') === '' ? '' : `(\`${detail(d, 'made')}\`에서 옴)`}. ${withParticle(detail(d, 'type'), '은', '는')} 배열처럼 계산되지 않습니다. ${detail(d, 'type') === 'tuple' ? '먼저 하나씩 풀어 받으세요.' : '먼저 배열로 만드세요.'}`,
  },
  'scalar-needed': {
    en: (d) =>
      `${code(d['name'], 'This function')} takes one number, and ${code(d['argument'], 'what it is given')} is a whole array: NumPy's functions work on all entries at once.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이 함수'), '은', '는')} 숫자 하나만 받는데 ${withParticle(code(d['argument'], '넘겨받은 값'), '은', '는')} 배열 전체입니다. NumPy의 함수는 모든 원소를 한 번에 계산합니다.`,
  },
  'no-length': {
    en: (d) => `${code(d['name'], 'This value')} is a single number here, so it has no length.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이 값'), '은', '는')} 여기서 숫자 하나이므로 길이가 없습니다.`,
  },
  'not-iterable': {
    en: (d) =>
      `${code(d['name'], 'This')} is a single value (${detail(d, 'type')}) that cannot be gone through or taken apart: a count needs \`range(…)\` around it.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이것'), '은', '는')} 값 하나(${detail(d, 'type')})이므로 차례로 돌거나 풀어 받을 수 없습니다. 횟수라면 \`range(…)\`로 감싸야 합니다.`,
  },
  'not-a-count': {
    en: (d) =>
      `A count or a size has to be a whole number, and this is ${aOf(detail(d, 'type') || 'number with a fraction')}: \`/\` always gives one with a fraction, \`//\` does not.`,
    ko: (d) =>
      `횟수나 크기는 정수여야 하는데 이 값은 ${detail(d, 'type') || '소수'}입니다. \`/\`의 결과는 언제나 소수이고 \`//\`의 결과는 정수입니다.`,
  },
  'not-an-index': {
    en: (d) =>
      `An index into ${code(d['name'], 'an array')} has to be a whole number, a slice, or an array of integers or of True and False; this is something else.`,
    ko: (d) =>
      `${code(d['name'], '배열')}의 첨자는 정수, 슬라이스, 정수 배열, True와 False의 배열 가운데 하나여야 합니다.`,
  },
  'list-index': {
    en: (d) =>
      `${code(d['name'], 'This')} is ${aOf(detail(d, 'type'))}: its index is one whole number or a slice, so it cannot be indexed like an array.`,
    ko: (d) =>
      `${code(d['name'], '이것')}의 형은 ${detail(d, 'type')}이므로 첨자는 정수 하나나 슬라이스여야 합니다. 배열처럼 꺼낼 수 없습니다.`,
  },
  'list-too-short': {
    en: (d) => `${code(d['name'], 'The list')} is shorter than that; the first index is 0.`,
    ko: (d) => `${code(d['name'], '리스트')}의 길이가 그보다 짧습니다. 첫 첨자는 0입니다.`,
  },
  'index-out-of-bounds': {
    en: (d) =>
      `Axis ${detail(d, 'axis')} of ${code(d['name'], 'the array')} has ${detail(d, 'size')} entries, numbered from 0, so there is none numbered ${detail(d, 'index')}${detail(d, 'many') === '' ? '' : `: with shape ${detail(d, 'shape')} it has more than one dimension, and a single index picks a whole row`}.`,
    ko: (d) =>
      `${code(d['name'], '배열')}의 축 ${detail(d, 'axis')}에는 원소가 ${detail(d, 'size')}개 있고 번호는 0부터이므로 ${detail(d, 'index')}번은 없습니다.${detail(d, 'many') === '' ? '' : ` 모양이 ${detail(d, 'shape')}이므로 차원이 둘 이상이며, 첨자 하나는 행 전체를 고릅니다.`}`,
  },
  'no-item-assignment': {
    en: (d) => `${code(d['name'], 'This')} is ${aOf(detail(d, 'type'))}, whose entries cannot be set.`,
    ko: (d) => `${code(d['name'], '이것')}의 형은 ${detail(d, 'type')}이므로 원소를 바꿀 수 없습니다.`,
  },
  'integer-array': {
    en: (d) =>
      `${code(d['name'], 'The array')} holds integers, and changing it in place cannot turn them into numbers with a fraction: make a new array, or begin with floats.`,
    ko: (d) =>
      `${code(d['name'], '이 배열')}에는 정수가 들어 있어서 제자리에서 바꾸어도 소수를 담을 수 없습니다. 새 배열을 만들거나 처음부터 부동소수점 배열로 시작하세요.`,
  },
  'read-only': {
    en: (d) =>
      `${code(d['name'], 'The array')} is a view that must not be written to: compute a new array, or write to a copy.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이 배열'), '은', '는')} 쓸 수 없는 뷰입니다. 새 배열을 계산하거나 복사본에 쓰세요.`,
  },
  'ragged-array': {
    en: () =>
      'The pieces have different lengths or shapes, so they do not make one array: every row needs as many entries as the others.',
    ko: () => '조각마다 길이나 모양이 달라서 한 배열이 되지 않습니다. 행마다 원소의 수가 같아야 합니다.',
  },
  reshape: {
    en: () =>
      'A new shape has to hold exactly as many entries as the array has: compare the product of its sizes with them.',
    ko: () => '새 모양의 크기를 모두 곱한 값은 배열의 원소 수와 같아야 합니다.',
  },
  'fewer-dimensions': {
    en: (d) =>
      `${code(d['name'], 'The array')}${detail(d, 'shape') === '' ? '' : `, of shape ${detail(d, 'shape')},`} has fewer dimensions than this line asks for.`,
    ko: (d) =>
      `${code(d['name'], '이 배열')}${detail(d, 'shape') === '' ? '' : `(모양 ${detail(d, 'shape')})`}의 차원은 이 줄이 바라는 것보다 적습니다.`,
  },
  'no-such-axis': {
    en: (d) =>
      `There is no axis ${detail(d, 'axis')} in an array of ${detail(d, 'dimensions')} dimension${detail(d, 'dimensions') === '1' ? '' : 's'}: axes are numbered from 0, and axis 0 runs over the rows.`,
    ko: (d) =>
      `${detail(d, 'dimensions')}차원 배열에는 축 ${withParticle(detail(d, 'axis'), '이', '가')} 없습니다. 축의 번호는 0부터이고, 축 0은 행을 따라갑니다.`,
  },
  'unpack-count': {
    en: (d) =>
      `There ${detail(d, 'wanted') === '1' ? 'is one name' : `are ${detail(d, 'wanted')} names`} on the left, and ${detail(d, 'given') === '' ? (detail(d, 'more') === '' ? 'fewer values' : 'more values') : `${detail(d, 'given')} value${detail(d, 'given') === '1' ? '' : 's'}`} on the right.`,
    ko: (d) =>
      `왼쪽 이름은 ${detail(d, 'wanted')}개인데 오른쪽 값은 ${detail(d, 'given') === '' ? (detail(d, 'more') === '' ? '그보다 적습니다' : '그보다 많습니다') : `${detail(d, 'given')}개입니다`}.`,
  },
};
