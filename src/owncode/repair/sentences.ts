/** What is said of a mistake that one change of one place takes back: what stands there, not what should. */
import type { Sentence } from '../../diagnosis/mistake';

/** One clause in each language, without its end: it goes on from where the line is told. */
type Clause = Readonly<Record<keyof Sentence, string>>;

/** By the code of the catalogue; a repair with another code is not told. */
export const clauses: Readonly<Record<string, Clause>> = {
  'rounded-prediction': {
    en: 'the decision (0 or 1) is used where the error needs the probability',
    ko: '확률이 필요한 오차 계산에 0이나 1로 결정한 값을 썼습니다',
  },
  'penalty-on-bias': {
    en: 'the bias gets a share of the penalty, which the loss takes of the weights alone',
    ko: '손실의 벌점은 가중치에만 있는데 편향의 기울기에도 벌점 항이 들어 있습니다',
  },
  'penalty-factor': {
    en: 'the penalty counts by another factor than in the loss',
    ko: '벌점 항의 계수가 손실에 있는 계수와 다릅니다',
  },
  'penalty-missing': {
    en: 'the gradient lacks the slope of the penalty that the loss has',
    ko: '손실에 있는 벌점 항의 기울기가 빠져 있습니다',
  },
  'slope-twice': {
    en: 'the error is multiplied by a slope that it already holds',
    ko: '이미 기울기가 들어 있는 오차에 기울기를 한 번 더 곱했습니다',
  },
  'activation-instead-of-derivative': {
    en: "the activation's values stand where its slope belongs",
    ko: '활성화 함수의 기울기가 있어야 할 곳에 활성화 값 자체가 있습니다',
  },
  'derivative-of-wrong-tensor': {
    en: "the slope is taken of another array than this layer's",
    ko: '이 층의 배열이 아닌 다른 배열에서 기울기를 구했습니다',
  },
  'wrong-slope': {
    en: 'the slope is not that of the activation in the forward pass: another function, or its argument and its value mixed up',
    ko: '순전파에서 쓴 활성화 함수의 기울기가 아닙니다. 다른 함수의 기울기이거나 함수의 입력과 출력을 바꾸어 썼습니다',
  },
  'missing-activation-derivative': {
    en: 'the error goes through the activation without its slope',
    ko: '오차가 활성화 함수의 기울기를 곱하지 않은 채 지나갑니다',
  },
  'inner-derivative-missing': {
    en: 'a factor is missing that the forward pass multiplies or divides by',
    ko: '순전파에서 곱하거나 나눈 값이 역전파에서 빠졌습니다',
  },
  'missing-delta': {
    en: 'the difference between output and target is missing or replaced',
    ko: '출력과 목표의 차이가 빠졌거나 다른 값으로 바뀌어 있습니다',
  },
  'missing-dot-term': {
    en: 'each entry answers for itself alone: what was divided by a sum or a spread of all entries depends on all of them',
    ko: '원소마다 자기 몫만 셌습니다. 모든 원소의 합이나 퍼진 정도로 나눈 값은 그 원소 모두에 달려 있습니다',
  },
  'not-a-slope': {
    en: 'the error is multiplied by something that is no slope of the activation',
    ko: '활성화 함수의 기울기가 아닌 것을 오차에 곱했습니다',
  },
  'wrong-layer-input': {
    en: 'the error meets another array than the one that this layer was given',
    ko: '이 층이 입력으로 받은 배열이 아닌 다른 배열을 오차와 곱했습니다',
  },
  'wrong-weights': {
    en: 'the error is carried back through other weights than those it came forward through',
    ko: '순전파에서 지나온 가중치가 아닌 다른 가중치로 오차를 되돌려 보냈습니다',
  },
  'restarted-delta': {
    en: 'the error of another layer is used',
    ko: '다른 층의 오차를 썼습니다',
  },
  'wrong-key': {
    en: "another layer's entry is read",
    ko: '다른 층의 항목을 읽었습니다',
  },
  'operand-order': {
    en: 'the factors of the matrix product are in the wrong order, or one should be turned',
    ko: '행렬 곱의 순서가 바뀌었거나 한쪽을 전치해야 합니다',
  },
  'elementwise-product': {
    en: 'two arrays are multiplied entry by entry where a matrix product belongs',
    ko: '행렬 곱이 있어야 할 곳에서 원소끼리 곱했습니다',
  },
  'matrix-product': {
    en: 'a matrix product stands where two arrays are to be multiplied entry by entry',
    ko: '원소끼리 곱해야 할 곳에서 행렬 곱을 했습니다',
  },
  'summed-everything': {
    en: 'the sum goes over all axes, so that one number is left for all units',
    ko: '모든 축을 더해 모든 노드에 수 하나만 남았습니다',
  },
  'wrong-axis': {
    en: 'the sum goes along the wrong axis',
    ko: '더하는 축이 틀렸습니다',
  },
  'missing-sum': {
    en: 'contributions that belong together are not added up',
    ko: '함께 더해야 할 값들을 더하지 않았습니다',
  },
  'gradients-accumulate': {
    en: 'the gradient is added to what is left of an earlier one',
    ko: '앞서 남은 기울기에 새 기울기를 더했습니다',
  },
  'update-order': {
    en: 'a parameter is changed before the way back has used it',
    ko: '역전파에서 쓰기 전에 매개변수를 바꾸었습니다',
  },
  'wrong-sign': {
    en: 'the sign is the other way round',
    ko: '부호가 반대입니다',
  },
  'loss-term-sign': {
    en: 'one term has the wrong sign',
    ko: '항 하나의 부호가 틀렸습니다',
  },
  'double-mean': {
    en: 'it is divided by the number of samples once too often',
    ko: '샘플 수로 한 번 더 나누었습니다',
  },
  'missing-mean': {
    en: 'a division by a count is missing: the number of samples, or of whatever else is averaged',
    ko: '개수로 나누는 것이 빠졌습니다. 샘플 수이거나, 평균을 낸 다른 것의 수입니다',
  },
  'wrong-mean': {
    en: 'it is divided by another count than the number of samples',
    ko: '샘플 수가 아닌 다른 수로 나누었습니다',
  },
  'factor-two': {
    en: 'a factor of 2 is too many or missing',
    ko: '계수 2가 더 있거나 빠졌습니다',
  },
  scaled: {
    en: 'a constant factor is wrong',
    ko: '상수 계수가 틀렸습니다',
  },
};
