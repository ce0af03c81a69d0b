/** What the chain rule's picture says, in both languages. */
import type { Language } from '../../course/exercise';

const english = {
  title: 'The chain rule',
  picture: (x: string, u: string, y: string) => `x is ${x}, u is ${u}, y is ${y}`,
  bars: 'a nudge of x, and what becomes of it',
  sentence: (u: string, y: string, times: string, product: string) =>
    `Nudge \`x\` by 0.01: \`u\` moves ${u}, \`y\` moves ${y}, ${times} times as far. The rule says ${product}.`,
};

export type ChainWords = typeof english;

const korean: ChainWords = {
  title: '연쇄 법칙',
  picture: (x, u, y) => `x는 ${x}, u는 ${u}, y는 ${y}`,
  bars: 'x를 조금 움직이면',
  sentence: (u, y, times, product) =>
    `\`x\`를 0.01 움직이면 \`u\`는 ${u}, \`y\`는 ${y} 움직입니다. ${times}배입니다. 규칙으로는 ${product}배입니다.`,
};

/** The words of a language. */
export function chainWords(language: Language): ChainWords {
  return language === 'ko' ? korean : english;
}
