/** Sentences for names, entries and modules that are not there. */
import { withParticle } from '../../network/particles';
import { aOf, code, detail, type HintSentence } from './sentence';

export const nameSentences: Readonly<Record<string, HintSentence>> = {
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
        elsewhere: `${withParticle(code(d['name'], ''), '은', '는')} \`${detail(d, 'suggestion')}\` 함수 안에서만 있는 이름입니다. 인자로 넘기거나 return으로 반환하세요.`,
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
