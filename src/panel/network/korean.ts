/** What the network says, in Korean. */
import type { NetworkWords } from './english';

/** Whether a number or a word, read aloud, ends in a consonant: 0, 1, 3, 6, 7 and 8 do. */
function endsInConsonant(text: string): boolean {
  const last = text.replace(/[`*)\]]+$/u, '').at(-1) ?? '';
  if (/[0-9]/u.test(last)) return /[013678]/u.test(last);
  const code = last.codePointAt(0) ?? 0;
  return code >= 0xac00 && code <= 0xd7a3 && (code - 0xac00) % 28 > 0;
}

const topic = (text: string): string => text + (endsInConsonant(text) ? '은' : '는');
const subject = (text: string): string => text + (endsInConsonant(text) ? '이' : '가');
const object = (text: string): string => text + (endsInConsonant(text) ? '을' : '를');

export const korean: NetworkWords = {
  input: (unit) => `입력 ${String(unit)}`,
  hidden: (unit, layer) =>
    layer === null ? `노드 ${String(unit)}` : `${String(layer)}층 노드 ${String(unit)}`,
  output: (unit) => (unit === null ? '출력' : `출력 ${String(unit)}`),

  addsUp: (unit, sum) => `${unit}에 들어온 것을 더합니다: ${sum}.`,
  isOff: (unit, z) => `${topic(unit)} 꺼집니다. ${subject(z)} 0보다 작아 ReLU의 값은 **0**입니다.`,
  isOn: (unit, a) =>
    `${topic(unit)} 켜집니다. ReLU가 **${a}**${object(a).slice(a.length)} 그대로 통과시킵니다.`,
  passesOn: (unit, a) => `${topic(unit)} **${a}**${object(a).slice(a.length)} 그대로 넘깁니다.`,
  makes: (unit, name, z, a) => `${unit}: ${z}에 대한 ${name}의 값은 **${a}**입니다.`,
  softmax: (unit, z, a) => `${unit}: 모든 출력을 함께 보고 소프트맥스가 ${z}에 **${a}**의 몫을 줍니다.`,
  target: (a, y) => `신경망의 답은 ${a}이고 목표는 ${y}입니다.`,

  squares: (halved, sum) => `거리 제곱${halved ? '의 절반' : ''}: ${sum}.`,
  wholeSquare: (cost) => `노트의 비용은 제곱 전체인 ${cost}입니다. A − Y는 그 절반의 기울기입니다.`,
  logarithm: (probability, loss) => `정답의 확률은 ${probability}입니다: −ln(${probability}) = **${loss}**.`,
  loss: (loss) => `이 샘플의 손실은 **${loss}**입니다.`,

  error: (unit, difference) => `${unit}의 오차: ${difference}.`,
  tooLow: '답이 너무 작습니다.',
  tooHigh: '답이 너무 큽니다.',
  lossSlope: (unit, slope) => `${subject(unit)} 조금 커지면 손실은 그 **${slope}**배만큼 변합니다.`,
  closed: (z) =>
    `이 출력은 닫혀 있어(${subject(z)} 0보다 작음) 실제 기울기는 0입니다. 노트의 규칙 A − Y는 이를 빼고 오차를 그대로 되돌립니다.`,
  closedExact: '이 출력은 닫혀 있어, 이 샘플에서는 아무것도 되돌아가지 않습니다.',

  stopped: (unit, of, z, product) =>
    `${topic(unit)} 꺼져 있었으므로(\`${of}\` = ${z}) 아무것도 지나가지 않아야 합니다: ${product}.`,
  passed: (unit, product) => `${topic(unit)} 켜져 있었으므로 모두 지나갑니다: ${product}.`,
  sloped: (unit, of, z, product) => `${unit}: 오차에 \`${of}\` = ${z}에서의 기울기를 곱합니다: ${product}.`,
  together: (unit, result) =>
    `소프트맥스에서는 모든 출력이 서로에 따라 변합니다. 모두 더하면 ${unit}의 몫은 **${result}**입니다.`,
  carries: (unit, sum) => `${unit}의 몫: ${sum}.`,
  weight: (from, to, product) => `${from}에서 ${to}로 가는 가중치의 몫: ${product}.`,
  bias: (unit, result) => `${unit}의 편향의 몫은 오차 그대로입니다: **${result}**.`,

  yours: (value) => `작성한 코드에서는 **${value}**입니다.`,
  lets: (value) => `작성한 코드는 **${value}**${object(value).slice(value.length)} 통과시킵니다.`,
  yoursInBatch: (yours, reference) =>
    `배치 전체에서 작성한 코드의 값은 **${yours}**, 기준값은 ${reference}입니다.`,

  meanOf: (unit, of, samples, value) =>
    `샘플 ${String(samples)}개에 대한 ${unit}의 \`${of}\` 평균은 **${value}**입니다.`,
  meanLoss: (samples, value) => `샘플 ${String(samples)}개의 손실 평균은 **${value}**입니다.`,
  meanWeight: (from, to, samples, value) =>
    `${from}에서 ${to}로 가는 가중치의 몫은 샘플 ${String(samples)}개의 몫의 평균입니다: **${value}**.`,
  meanBias: (unit, samples, value) =>
    `${unit}의 편향의 몫은 샘플 ${String(samples)}개의 오차의 평균입니다: **${value}**.`,

  restSample: (sample, answer, target) =>
    `샘플 ${String(sample)}: 답은 ${answer}, 목표는 ${target}입니다. 재생하면 오차가 되돌아갑니다.`,
  restBatch:
    '각 단계는 샘플마다 따로 계산하고, 평균은 그다음에 냅니다. 무엇이 곱해지는지 보려면 샘플을 고르세요.',
  units: (units, layer) => `${layer === null ? '' : `${String(layer)}층 `}노드 ${units.join(', ')}`,
  outputs: (units) => (units === null ? '출력' : `출력 ${units.join(', ')}`),
  restWrong: (sample, of, units) =>
    `샘플 ${String(sample)}에서 작성한 코드의 \`${of}\` 값이 ${units}에서 다릅니다. 재생하면 어디서 생기는지 볼 수 있습니다.`,
  restWrongBatch: (of) =>
    `배치 전체에서 작성한 코드의 ${of.map((name) => `\`${name}\``).join(', ')} 값이 기준값과 다릅니다.`,

  askActivate: (unit, of, z, name) => `${unit}의 \`${of}\` 값은 ${z}입니다. ${name}의 값은 무엇일까요?`,
  askError: (a, y) => `답은 ${a}, 목표는 ${y}입니다. 오차는 무엇일까요?`,
  askThrough: (unit, of, z, carried) =>
    `${unit}의 \`${of}\` 값은 ${z}이었습니다. 되돌아온 오차는 ${carried}입니다. 얼마나 지나갈까요?`,
  askCarry: (unit, sources) => `다음 층에서 되돌아온 것은 ${sources}입니다. ${unit}의 몫은 얼마일까요?`,
  askWeight: (from, a, to, d) =>
    `${from}의 값은 ${a}, ${to}의 오차는 ${d}입니다. 그 사이 가중치의 몫은 얼마일까요?`,
  askBias: (unit, d) => `${unit}의 오차는 ${d}입니다. 편향의 몫은 얼마일까요?`,
  showMe: '그냥 보기',
  predicted: '예상이 맞았습니다.',
  notPredicted: (choice) => `예상한 값: ${choice}.`,
  askFirst: '먼저 예상하기',

  forward: '순전파',
  cost: '비용',
  backward: '역전파',
  before: '시작 전',
  step: '단계',
  targetLabel: (value) => `목표 ${value}`,
  off: '꺼짐',
  yoursOrReference: (name) => `${name}: 내 값 | 기준값`,
  yoursOverReference: (name) => `${name}: 내 값 / 기준`,
  yoursLabel: '내 값',
  referenceLabel: '기준값',
  differs: '다름',
  closedSample: (sample) => `샘플 ${String(sample)} (출력 닫힘)`,
  keyPositive: '가중치 > 0',
  keyNegative: '< 0',
  keyOff: '꺼진 노드',
  keyDiffers: '내 값이 다름',
  unitHelp: '화살표 키로 노드를 오갑니다.',
};
