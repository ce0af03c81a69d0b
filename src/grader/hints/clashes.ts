/** Sentences for shapes that do not go together. */
import type { Details } from './sentence';

function operand(details: Details, side: 'left' | 'right', language: 'en' | 'ko'): string {
  const [text, shape] = [details[side] ?? '', details[`${side}Shape`] ?? ''];
  const unnamed = {
    en: { left: 'the left one', right: 'the right one' },
    ko: { left: '왼쪽', right: '오른쪽' },
  };
  const name = text === '' ? unnamed[language][side] : `\`${text}\``;
  return language === 'ko' ? `${name} ${shape}` : `${name} is ${shape}`;
}

const productFits: Readonly<Record<'en' | 'ko', Readonly<Record<string, string>>>> = {
  en: {
    same: 'Both have the same shape: one of them wants to be transposed, or the product to be entry by entry.',
    rows: 'What agrees here is their numbers of rows: are both laid out as the equation has them?',
    columns: 'What agrees here is their numbers of columns: are both laid out as the equation has them?',
    swapped: 'The other way round they would fit: look at which comes first.',
    'one-dimension': 'One of them has a single dimension, so it is neither a row nor a column.',
  },
  ko: {
    same: '두 모양이 같습니다. 둘 가운데 하나를 전치하거나 원소별로 곱해야 하는지 살펴보세요.',
    rows: '여기서 서로 같은 것은 행 수입니다. 두 배열이 수식에 적힌 대로 놓였는지 살펴보세요.',
    columns: '여기서 서로 같은 것은 열 수입니다. 두 배열이 수식에 적힌 대로 놓였는지 살펴보세요.',
    swapped: '순서를 바꾸면 맞습니다. 어느 것이 먼저인지 살펴보세요.',
    'one-dimension': '하나는 1차원이므로 행도 열도 아닙니다.',
  },
};

const entryFits: Readonly<Record<'en' | 'ko', Readonly<Record<string, string>>>> = {
  en: {
    product: 'As factors of a matrix product they could meet: look at the sign between them.',
    transposed: 'One is shaped as the transpose of the other.',
    'one-dimension':
      'One of them has a single dimension, which is taken for a row: a sum over the batch drops an axis, unless it is told to keep it.',
  },
  ko: {
    product: '행렬 곱의 인수라면 만날 수 있습니다. 두 값 사이의 연산 기호를 살펴보세요.',
    transposed: '하나의 모양이 다른 하나를 전치한 모양입니다.',
    'one-dimension':
      '하나는 1차원이라 행으로 다루어집니다. 배치에 대해 더하면, 남기라고 하지 않는 한 축 하나가 사라집니다.',
  },
};

/** `left` and `right` are the operands as they are written, with their shapes; `fits` says what would make them fit. */
export const clashSentences = {
  'product-clash': {
    en: (d: Details) =>
      `A matrix product needs as many columns on the left as rows on the right, but ${operand(d, 'left', 'en')} and ${operand(d, 'right', 'en')}. ${productFits.en[d['fits'] ?? ''] ?? ''}`.trim(),
    ko: (d: Details) =>
      `행렬 곱에서는 왼쪽의 열 수와 오른쪽의 행 수가 같아야 하는데 ${operand(d, 'left', 'ko')}, ${operand(d, 'right', 'ko')}입니다. ${productFits.ko[d['fits'] ?? ''] ?? ''}`.trim(),
  },
  'entry-clash': {
    en: (d: Details) =>
      `Entry by entry, two arrays need the same shape (or an extent of 1), but ${operand(d, 'left', 'en')} and ${operand(d, 'right', 'en')}. ${entryFits.en[d['fits'] ?? ''] ?? ''}`.trim(),
    ko: (d: Details) =>
      `원소별 계산에서는 두 배열의 모양이 같아야 하는데(크기 1은 예외) ${operand(d, 'left', 'ko')}, ${operand(d, 'right', 'ko')}입니다. ${entryFits.ko[d['fits'] ?? ''] ?? ''}`.trim(),
  },
};
