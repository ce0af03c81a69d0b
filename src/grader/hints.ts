/** What a Python error means here, in one sentence: the one table for all kinds that the harness tells apart. */
import type { Language } from '../course/exercise';
import type { ErrorHint } from '../python/runtime';
import { clashSentences } from './clashHints';
import { withParticle } from './particles';

type Details = ErrorHint['details'];

/** A sentence in both languages. Details that the harness could not tell are empty. */
export interface HintSentence {
  readonly en: (d: Details) => string;
  readonly ko: (d: Details) => string;
}

/** A detail, empty where it is not known. */
export function detail(details: Details, key: string): string {
  return details[key] ?? '';
}

/** `name` as code, or other words where it is not known. */
export function code(name: string | undefined, otherwise: string): string {
  return name === undefined || name === '' ? otherwise : `\`${name}\``;
}

/** `a dict`, `an int`. */
function aOf(type: string): string {
  return `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}`;
}

function shaped(d: Details): string {
  return detail(d, 'shape') === '' ? ',' : `, of shape ${detail(d, 'shape')},`;
}

const names: Readonly<Record<string, HintSentence>> = {
  'undefined-name': {
    en: (d) =>
      ({
        similar: `\`${detail(d, 'name')}\` is not defined here; you have \`${detail(d, 'suggestion')}\`.`,
        numpy: `\`${detail(d, 'name')}\` belongs to NumPy: write \`${detail(d, 'suggestion')}\`.`,
        import: `NumPy has not been imported: begin with \`${detail(d, 'suggestion')}\`.`,
        elsewhere: `\`${detail(d, 'name')}\` is set inside \`${detail(d, 'suggestion')}\`, and what a function sets ends with it: pass it on as an argument or return it.`,
      })[detail(d, 'variant')] ??
      `Nothing has given \`${detail(d, 'name')}\` a value by then: check its spelling, and that it is set before this line.`,
    ko: (d) =>
      ({
        similar: `${withParticle(code(d['name'], ''), '이라는', '라는')} 이름은 정의되어 있지 않습니다. 코드에는 ${withParticle(code(d['suggestion'], ''), '이', '가')} 있습니다.`,
        numpy: `${withParticle(code(d['name'], ''), '은', '는')} NumPy의 함수입니다. ${withParticle(code(d['suggestion'], ''), '이라고', '라고')} 쓰세요.`,
        import: `NumPy를 가져오지 않았습니다. 맨 위에 ${withParticle(code(d['suggestion'], ''), '을', '를')} 쓰세요.`,
        elsewhere: `${withParticle(code(d['name'], ''), '은', '는')} \`${detail(d, 'suggestion')}\` 함수 안에서만 있는 이름입니다. 인자로 넘기거나 return으로 돌려주세요.`,
      })[detail(d, 'variant')] ??
      `이 줄에 이를 때까지 \`${detail(d, 'name')}\`에 값을 준 곳이 없습니다. 철자를 확인하고, 이 줄보다 먼저 값을 주는지 살펴보세요.`,
  },
  'unbound-local': {
    en: (d) =>
      `\`${detail(d, 'name')}\` gets its value within this function, but not before this line: it is used first, or set only in a branch that did not run.`,
    ko: (d) =>
      `${withParticle(code(d['name'], ''), '은', '는')} 이 함수 안에서 값을 받지만 이 줄보다 먼저 받지 않았습니다. 먼저 쓰였거나, 실행되지 않은 분기에서만 값을 줍니다.`,
  },
  'no-such-key': {
    en: (d) =>
      detail(d, 'suggestion') === ''
        ? `${code(d['name'], 'The dictionary')} has no entry ${detail(d, 'key')}; ${detail(d, 'keys') === '' ? 'it is empty' : `its keys are ${detail(d, 'keys')}`}.`
        : `${code(d['name'], 'The dictionary')} has no entry ${detail(d, 'key')}; did you mean ${detail(d, 'suggestion')}? Its keys are ${detail(d, 'keys')}.`,
    ko: (d) =>
      detail(d, 'suggestion') === ''
        ? `${code(d['name'], '딕셔너리')}에 ${detail(d, 'key')} 항목이 없습니다. ${detail(d, 'keys') === '' ? '빈 딕셔너리입니다.' : `들어 있는 키: ${detail(d, 'keys')}.`}`
        : `${code(d['name'], '딕셔너리')}에 ${detail(d, 'key')} 항목이 없습니다. 혹시 ${detail(d, 'suggestion')}입니까? 들어 있는 키: ${detail(d, 'keys')}.`,
  },
  'no-such-function': {
    en: (d) =>
      `The module ${detail(d, 'module')} has nothing named \`${detail(d, 'name')}\`${detail(d, 'suggestion') === '' ? '' : `; it has \`${detail(d, 'suggestion')}\``}.`,
    ko: (d) =>
      `${detail(d, 'module')} 모듈에 ${withParticle(code(d['name'], ''), '이라는', '라는')} 이름이 없습니다.${detail(d, 'suggestion') === '' ? '' : ` ${withParticle(code(d['suggestion'], ''), '은', '는')} 있습니다.`}`,
  },
  'no-such-attribute': {
    en: (d) => {
      const has = detail(d, 'suggestion') === '' ? '' : `; it has \`${detail(d, 'suggestion')}\``;
      if (detail(d, 'type') === 'array') return `An array has no \`.${detail(d, 'name')}\`${has}.`;
      return `${code(d['holder'], 'This value')} is ${aOf(detail(d, 'type'))} here, not an array, so it has no \`.${detail(d, 'name')}\`${has}.`;
    },
    ko: (d) => {
      const has =
        detail(d, 'suggestion') === ''
          ? ''
          : ` ${withParticle(code(d['suggestion'], ''), '은', '는')} 있습니다.`;
      if (detail(d, 'type') === 'array')
        return `배열에는 ${withParticle(`\`.${detail(d, 'name')}\``, '이', '가')} 없습니다.${has}`;
      return `${code(d['holder'], '이 값')}의 형은 배열이 아니라 ${detail(d, 'type')}이므로 ${withParticle(`\`.${detail(d, 'name')}\``, '이', '가')} 없습니다.${has}`;
    },
  },
  'removed-name': {
    en: (d) =>
      `${code(d['name'], 'This name')} is from an older NumPy and no longer there: use what the message names in its place.`,
    ko: (d) =>
      `${withParticle(code(d['name'], '이 이름'), '은', '는')} 옛 NumPy에 있던 이름으로 이제는 없습니다. 오류 메시지가 알려 주는 이름을 대신 쓰세요.`,
  },
  'missing-module': {
    en: (d) =>
      detail(d, 'said') !== ''
        ? detail(d, 'said')
        : `The module ${code(d['name'], 'asked for')} is not there: the exercise needs NumPy only.`,
    ko: (d) =>
      detail(d, 'said') !== ''
        ? '내장 Python에는 NumPy와 표준 라이브러리만 있습니다. 다른 패키지가 필요하면 "Backprop Tutor: Select Python" 명령으로 자신의 Python을 고르세요.'
        : `${code(d['name'], '가져오려는')} 모듈이 없습니다. 이 연습문제에는 NumPy만 있으면 됩니다.`,
  },
};

const values: Readonly<Record<string, HintSentence>> = {
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
        : `배열이 있어야 할 자리에 ${code(d['name'], '있는 값')}${detail(d, 'name') === '' ? '이' : '의 값이'} None입니다. ${withParticle(code(d['made'], ''), '이', '가')} 아무것도 돌려주지 않았습니다.`,
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
      `${code(d['name'], '이 배열')}에는 정수가 들어 있어서 제자리에서 바꾸어도 소수를 담을 수 없습니다. 새 배열을 만들거나 처음부터 실수로 시작하세요.`,
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

const programs: Readonly<Record<string, HintSentence>> = {
  'needs-skipped': {
    en: (d) => {
      const behind =
        detail(d, 'behind') === ''
          ? ''
          : `: it needs line ${detail(d, 'behind')} (\`${detail(d, 'cause')}\`)`;
      const why =
        {
          long: ', which takes too long for a check',
          printing: ', which prints too much',
          rest: '. As a whole, the program takes more than a check may',
        }[detail(d, 'reason')] ?? '';
      return `The function needs \`${detail(d, 'name')}\`, and line ${detail(d, 'line')} (\`${detail(d, 'statement')}\`), which should make it, could not be run${behind}${why}.`;
    },
    ko: (d) => {
      const behind =
        detail(d, 'behind') === ''
          ? ''
          : ` 그 줄에는 ${detail(d, 'behind')}번째 줄(\`${detail(d, 'cause')}\`)이 필요합니다.`;
      const why =
        {
          long: ' 시간이 너무 오래 걸립니다.',
          printing: ' 출력이 너무 많습니다.',
          rest: ' 프로그램 전체가 확인에 허용된 것보다 많은 시간이나 메모리를 씁니다.',
        }[detail(d, 'reason')] ?? '';
      return `함수에 ${withParticle(code(d['name'], ''), '이', '가')} 필요한데, 이를 만드는 ${detail(d, 'line')}번째 줄(\`${detail(d, 'statement')}\`)을 실행할 수 없었습니다.${behind}${why}`;
    },
  },
  'no-function': {
    en: (d) => {
      const what =
        {
          kind: `\`${detail(d, 'wanted')}\` is not a function here but of type ${detail(d, 'kind')}.`,
          method: `Here it is a method of the class \`${detail(d, 'class')}\`, which cannot be called without an object: define it outside the class.`,
          defined: `It defines ${detail(d, 'names')}.`,
        }[detail(d, 'variant')] ?? 'It defines no function.';
      return `The snippet must define the function \`${detail(d, 'wanted')}\`. ${what}`;
    },
    ko: (d) => {
      const what =
        {
          kind: `여기서는 함수가 아니라 ${detail(d, 'kind')} 형의 값입니다.`,
          method: `여기서는 클래스 \`${detail(d, 'class')}\`의 메서드라서 객체 없이 부를 수 없습니다. 클래스 밖에 정의하세요.`,
          defined: `코드에 정의된 함수는 ${detail(d, 'names')}입니다.`,
        }[detail(d, 'variant')] ?? '코드에 정의된 함수가 없습니다.';
      return `코드에 \`${detail(d, 'wanted')}\` 함수가 정의되어 있어야 합니다. ${what}`;
    },
  },
  signature: {
    en: (d) =>
      `The exercise calls \`${detail(d, 'wanted')}\`${detail(d, 'given') === '' ? '' : `; yours is \`${detail(d, 'given')}\``}.`,
    ko: (d) =>
      `연습문제는 ${withParticle(code(d['wanted'], ''), '으로', '로')} 함수를 부릅니다.${detail(d, 'given') === '' ? '' : ` 작성한 함수는 \`${detail(d, 'given')}\`입니다.`}`,
  },
  'wrong-arguments': {
    en: (d) =>
      `\`${detail(d, 'name')}\` is defined as \`${detail(d, 'signature')}\` and is called here with other arguments.`,
    ko: (d) =>
      `${withParticle(code(d['name'], ''), '은', '는')} ${withParticle(code(d['signature'], ''), '으로', '로')} 정의되어 있는데 여기서는 다른 인자로 불렸습니다.`,
  },
  'missing-self': {
    en: (d) =>
      detail(d, 'variant') === 'instance'
        ? `\`${detail(d, 'name')}\` was called on the class \`${detail(d, 'class')}\` itself: make an object of it first.`
        : `\`${detail(d, 'name')}\` is a method of \`${detail(d, 'class')}\`, and its first parameter has to be \`self\`.`,
    ko: (d) =>
      detail(d, 'variant') === 'instance'
        ? `${withParticle(code(d['name'], ''), '을', '를')} 클래스 \`${detail(d, 'class')}\` 자체에서 불렀습니다. 먼저 객체를 만드세요.`
        : `${withParticle(code(d['name'], ''), '은', '는')} 클래스 \`${detail(d, 'class')}\`의 메서드이므로 첫 매개변수가 \`self\`여야 합니다.`,
  },
  'endless-recursion': {
    en: () => 'A function of the snippet calls itself without coming to an end.',
    ko: (d) => `${withParticle(code(d['name'], '코드의 함수'), '이', '가')} 끝없이 자기 자신을 부릅니다.`,
  },
  'system-exit': {
    en: () => 'The snippet ended Python itself. Remove the call of exit().',
    ko: () => '코드가 Python을 끝냈습니다. exit()를 부르는 곳을 지우세요.',
  },
  'division-by-zero': {
    en: () => 'What stands under the division sign is 0 here.',
    ko: () => '여기서 나누는 수가 0입니다.',
  },
  'tabs-and-spaces': {
    en: () =>
      'This line is indented with tabs where its neighbours have spaces, or the reverse: use one of them throughout.',
    ko: () => '이 줄은 이웃한 줄과 달리 탭과 공백이 섞여 들여쓰기되어 있습니다. 한 가지로 통일하세요.',
  },
  indentation: {
    en: (d) =>
      ({
        missing: 'A line that ends in a colon needs a block under it, indented further.',
        unexpected:
          'This line is indented further than the one before it, though nothing there opens a block.',
      })[detail(d, 'variant')] ?? 'This line begins at a column at which no block above it begins.',
    ko: (d) =>
      ({
        missing: '콜론으로 끝난 줄 아래에는 더 들여 쓴 블록이 있어야 합니다.',
        unexpected: '블록을 여는 줄이 없는데 이 줄이 앞줄보다 더 들여 쓰여 있습니다.',
      })[detail(d, 'variant')] ?? '이 줄의 들여쓰기가 위에 있는 어느 블록과도 맞지 않습니다.',
  },
  'python-2': {
    en: () =>
      'This is Python 2, which Python 3 does not read: there, for example, print is a function, `print(…)`.',
    ko: () =>
      '이 줄은 Python 2 문법이며 Python 3은 읽지 못합니다. 예를 들어 print는 이제 함수이므로 `print(…)`라고 씁니다.',
  },
};

const sentences: Readonly<Record<string, HintSentence>> = {
  ...names,
  ...values,
  ...programs,
  ...clashSentences,
};

/** The sentence for a hint, or null where its kind has none. */
export function hintSentence(hint: ErrorHint | null, language: Language): string | null {
  return hint === null ? null : (sentences[hint.code]?.[language](hint.details) ?? null);
}
