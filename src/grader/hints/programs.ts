/** Sentences for the program as a whole: its function, how that is called, and how its lines are written. */
import { withParticle } from '../../network/particles';
import { code, detail, type HintSentence } from './sentence';

/** A character as a person recognises it: a space has no picture. */
function shown(character: string, space: string): string {
  if (character.trim() !== '') return `\`${character}\``;
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return character === ' ' ? space : `U+${number}`;
}

export const programSentences: Readonly<Record<string, HintSentence>> = {
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
  unusable: {
    en: (d) =>
      `The exercise works with what ${detail(d, 'name') === '' ? 'the snippet defines' : `\`${detail(d, 'name')}\` gives`}, in this line of its own: \`${detail(d, 'statement')}\`. There it could not be used.`,
    ko: (d) =>
      `연습문제는 ${detail(d, 'name') === '' ? '코드가 정의한 것을' : `\`${detail(d, 'name')}\`의 결과를`} 다음 줄에서 씁니다: \`${detail(d, 'statement')}\`. 여기서 쓸 수 없는 값이었습니다.`,
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
  'copied-session': {
    en: () =>
      'This was copied from a Python session with its prompts: take away what stands in front of the code, and the lines that only show results.',
    ko: () =>
      'Python 대화창에서 프롬프트까지 함께 복사한 줄입니다. 코드 앞에 있는 표시와 결과만 보여 주는 줄을 지우세요.',
  },
  'copied-markdown': {
    en: () => 'This is the fence of a code block in Markdown: take such lines away.',
    ko: () => '마크다운에서 코드를 감싸는 줄입니다. 이런 줄을 지우세요.',
  },
  'odd-character': {
    en: (d) =>
      `The character ${shown(detail(d, 'character'), '')} looks like one that belongs to code and is another: write ${shown(detail(d, 'meant'), 'an ordinary space')}.`,
    ko: (d) =>
      `${shown(detail(d, 'character'), '')} 글자는 코드에 쓰는 글자와 비슷하지만 다릅니다. 대신 ${shown(detail(d, 'meant'), '보통 빈칸')} 글자를 쓰세요.`,
  },
  'await-outside': {
    en: () =>
      'Here await stands outside of an async function, as a notebook allows and a program does not: take the line away, or move it into a function and call asyncio.run.',
    ko: () =>
      '여기서는 await가 async 함수 밖에 있습니다. 노트북에서는 되지만 프로그램에서는 되지 않으므로, 이 줄을 지우거나 함수 안에 넣고 asyncio.run으로 부르세요.',
  },
  'python-2': {
    en: () =>
      'This is Python 2, which Python 3 does not read: there, for example, print is a function, `print(…)`.',
    ko: () =>
      '이 줄은 Python 2 문법이며 Python 3은 읽지 못합니다. 예를 들어 print는 이제 함수이므로 `print(…)`라고 씁니다.',
  },
};
