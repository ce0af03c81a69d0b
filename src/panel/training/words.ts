/** What the training view says, in both languages. */
import type { Language } from '../../course/exercise';

const english = {
  weights: 'The reference’s weights',
  ownWeights: 'Your weights',
  positive: 'positive',
  negative: 'negative',
  alwaysMean: 'always the mean',
  play: 'Play the training',
  pause: 'Pause the training',
  learningRate: 'Learning rate',
  dead: (count: number, units: number) =>
    count === 0
      ? 'Every unit is on for some sample.'
      : `${String(count)} of ${String(units)} units ${count === 1 ? 'is' : 'are'} always 0.`,
  otherRate: (rate: string) =>
    `This is the reference at the learning rate ${rate}. Your code was trained at 0.01.`,
  explodes: (iteration: number) =>
    `At this rate the cost explodes: after iteration ${String(iteration)} it is beyond all bounds.`,
  near: (from: number, to: number) =>
    from === 0 ? `the first ${String(to)} iterations` : `iterations ${String(from)} to ${String(to)}`,
  part: (iteration: number) => `they part at ${String(iteration)}`,
  network: (iteration: number, own: boolean) =>
    `${own ? 'Your weights' : 'The reference’s weights'} at iteration ${String(iteration)}`,
  /** Of the learner's: they have left the finite numbers, or their code was slow and the training was cut short. */
  lost: 'Your training had ended by then.',
  ended: 'The training had ended by then.',
  dead1: 'gives 0 for every sample',
};

export type TrainingWords = typeof english;

const korean: TrainingWords = {
  weights: '기준 코드의 가중치',
  ownWeights: '내 가중치',
  positive: '양수',
  negative: '음수',
  alwaysMean: '항상 평균',
  play: '학습 재생',
  pause: '학습 일시 정지',
  learningRate: '학습률',
  dead: (count, units) =>
    count === 0
      ? '모든 노드가 어떤 샘플에서는 켜집니다.'
      : `노드 ${String(units)}개 중 ${String(count)}개가 모든 샘플에서 0입니다.`,
  otherRate: (rate) => `학습률 ${rate}에서의 기준 곡선입니다. 작성한 코드는 0.01로 학습했습니다.`,
  explodes: (iteration) =>
    `이 학습률에서는 비용이 발산합니다. ${String(iteration)}번째 반복 뒤로는 끝없이 커집니다.`,
  near: (from, to) => (from === 0 ? `처음 ${String(to)}번 반복` : `${String(from)}~${String(to)}번째 반복`),
  part: (iteration) => `${String(iteration)}에서 갈라짐`,
  network: (iteration, own) => `${String(iteration)}번째 반복에서 ${own ? '내' : '기준 코드의'} 가중치`,
  lost: '내 학습은 그 전에 끝났습니다.',
  ended: '학습은 그 전에 끝났습니다.',
  dead1: '모든 샘플에서 0',
};

/** The words of a language. */
export function trainingWords(language: Language): TrainingWords {
  return language === 'ko' ? korean : english;
}
