/** What a pass means, in a line: by exercise, for those of the course that comes with the tutor. */
import type { Language } from '../../course/exercise';

const headlines: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'chain-rule': {
    en: 'Rates of change multiply.',
    ko: '변화율은 서로 곱해집니다.',
  },
  relu: {
    en: 'A unit is on, or it gives 0.',
    ko: '노드는 켜져 있거나 0을 냅니다.',
  },
  'relu-derivative': {
    en: 'A slope of 0 or 1: a switch for the error.',
    ko: '기울기 0 또는 1, 오차를 여닫는 스위치입니다.',
  },
  'initialize-weights': {
    en: 'A network that can begin.',
    ko: '신경망이 출발할 준비를 마쳤습니다.',
  },
  'forward-2-layer': {
    en: 'You have written a network that answers.',
    ko: '답을 내는 신경망을 작성했습니다.',
  },
  cost: {
    en: 'Now it is a number how wrong the answers are.',
    ko: '답이 얼마나 틀렸는지를 이제 수 하나로 나타냅니다.',
  },
  'output-gradients': {
    en: 'The error has its first gradients.',
    ko: '오차에서 첫 기울기를 얻었습니다.',
  },
  'hidden-gradients': {
    en: 'The error went through a layer.',
    ko: '오차가 층 하나를 거슬러 지나갔습니다.',
  },
  'backward-2-layer': {
    en: 'You have written backpropagation.',
    ko: '역전파를 작성했습니다.',
  },
  'update-weights': {
    en: 'A step downhill.',
    ko: '내리막으로 한 걸음 내디뎠습니다.',
  },
  'train-2-layer': {
    en: 'You have trained a network of your own.',
    ko: '직접 작성한 신경망을 학습시켰습니다.',
  },
  'forward-3-layer': {
    en: 'One more layer, the same step once more.',
    ko: '층이 하나 늘었고, 같은 단계를 한 번 더 반복했습니다.',
  },
  'backward-3-layer': {
    en: 'Deeper, and nothing new was needed.',
    ko: '더 깊어졌지만 새로 필요한 것은 없었습니다.',
  },
  'numerical-gradient': {
    en: 'You can check any gradient now.',
    ko: '이제 어떤 기울기든 검사할 수 있습니다.',
  },
  'exact-gradient': {
    en: 'The gradient of the cost, with nothing left out.',
    ko: '빠진 것 없는, 비용의 정확한 기울기입니다.',
  },
  'debug-the-notes': {
    en: 'You found by the numbers what the eye missed.',
    ko: '눈으로 놓친 실수를 숫자로 찾아냈습니다.',
  },
  'activation-slopes': {
    en: 'Every activation brings its own slope.',
    ko: '활성화 함수마다 제 기울기가 있습니다.',
  },
  'binary-cross-entropy': {
    en: 'A loss that punishes being sure and wrong.',
    ko: '확신하면서 틀린 답에 큰 손실을 주는 함수입니다.',
  },
  'softmax-cross-entropy': {
    en: 'A long derivation, a short gradient.',
    ko: '유도는 길지만 기울기는 짧습니다.',
  },
  'backward-classifier': {
    en: 'Yes or no, by the same way back.',
    ko: '예와 아니요도 같은 길로 거슬러 갑니다.',
  },
  'backward-softmax': {
    en: 'Several classes, by the same way back.',
    ko: '여러 클래스도 같은 길로 거슬러 갑니다.',
  },
  'undo-broadcasting': {
    en: 'What was stretched is summed on the way back.',
    ko: '늘어났던 것은 돌아오는 길에 더해집니다.',
  },
  'affine-layer': {
    en: 'A layer that knows its own way back.',
    ko: '스스로 거슬러 갈 줄 아는 층을 만들었습니다.',
  },
  'backward-l-layer': {
    en: 'Any number of layers, in one loop.',
    ko: '층이 몇 개이든 반복문 하나면 됩니다.',
  },
  'autograd-value': {
    en: 'You have built a small autograd.',
    ko: '작은 자동 미분 엔진을 만들었습니다.',
  },
  'gradient-check-lab': {
    en: 'A layer that has been measured can be trusted.',
    ko: '직접 재어 본 층은 믿을 수 있습니다.',
  },
  'l2-penalty': {
    en: 'Large weights now have a price.',
    ko: '큰 가중치에 이제 대가가 따릅니다.',
  },
  'momentum-adam': {
    en: 'Steps that remember the ones before.',
    ko: '지난 걸음을 기억하며 나아갑니다.',
  },
  dropout: {
    en: 'What was dropped gets no error back.',
    ko: '떨어뜨린 노드에는 오차가 돌아오지 않습니다.',
  },
  batchnorm: {
    en: 'Every sample of a batch has a say in the slope.',
    ko: '배치의 모든 샘플이 기울기에 관여합니다.',
  },
  'layernorm-residual': {
    en: 'The error has a way around.',
    ko: '오차가 돌아갈 길이 하나 더 생겼습니다.',
  },
  embedding: {
    en: 'Only the rows that were read learn.',
    ko: '읽힌 행만 학습합니다.',
  },
  conv2d: {
    en: 'One small kernel, used everywhere, learns from everywhere.',
    ko: '어디서나 쓰인 작은 커널은 모든 자리에서 배웁니다.',
  },
  'max-pool': {
    en: 'The error goes to the one that won.',
    ko: '오차는 가장 컸던 값으로만 갑니다.',
  },
  'rnn-step': {
    en: 'You have gone back through time.',
    ko: '시간을 거슬러 역전파했습니다.',
  },
  attention: {
    en: 'You have written attention, there and back.',
    ko: '어텐션의 순전파와 역전파를 모두 작성했습니다.',
  },
};

/** The headline of an exercise; null for those of other courses, whose title has to do. */
export function headlineOf(exercise: string, language: Language): string | null {
  return headlines[exercise]?.[language] ?? null;
}
