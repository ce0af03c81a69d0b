/** The program of the course notes, as a learner pastes it, prints the notes' figures in every Python. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeEach, patienceMs, run } from './support';

interface Figures {
  readonly tolerance: { readonly costRelative: number };
  readonly runs: readonly { readonly costs: readonly number[]; readonly finalCost: number | null }[];
}

const figures = JSON.parse(readFileSync(join(__dirname, '../data/notes-figures.json'), 'utf8')) as Figures;

/** Two trainings one after the other: from seed 42 in the first cell, from seed 11 in the second. */
const program = `
import numpy as np

# ReLU 함수와 그 미분 함수 정의
def relu(x):
    return np.maximum(0, x)

def relu_derivative(x):
    return np.where(x > 0, 1, 0)

# 초기 가중치와 편향 설정
def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(42)  # 재현성을 위해 시드 설정
    W1 = np.random.randn(input_size, hidden_size)
    b1 = np.zeros((1, hidden_size))
    W2 = np.random.randn(hidden_size, output_size)
    b2 = np.zeros((1, output_size))
    return W1, b1, W2, b2

# 순전파 함수
def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)
    Z2 = np.dot(A1, W2) + b2
    A2 = relu(Z2)
    return Z1, A1, Z2, A2

# 역전파 함수
def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = (1/m) * np.dot(A1.T, dZ2)
    db2 = (1/m) * np.sum(dZ2, axis=0, keepdims=True)

    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * relu_derivative(Z1)
    dW1 = (1/m) * np.dot(X.T, dZ1)
    db1 = (1/m) * np.sum(dZ1, axis=0, keepdims=True)

    return dW1, db1, dW2, db2

# 가중치 업데이트 함수
def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 -= learning_rate * dW1
    b1 -= learning_rate * db1
    W2 -= learning_rate * dW2
    b2 -= learning_rate * db2
    return W1, b1, W2, b2

# 비용 함수 (MSE)
def compute_cost(A2, Y):
    m = Y.shape[0]
    cost = (1/m) * np.sum((A2 - Y)**2)
    return cost

# 데이터 생성
np.random.seed(42)
X = np.random.rand(100, 3)  # 입력 데이터
Y = np.random.rand(100, 1)  # 출력 데이터

# 모델 초기화
input_size = X.shape[1]
hidden_size = 5
output_size = Y.shape[1]
W1, b1, W2, b2 = initialize_weights(input_size, hidden_size, output_size)

# 하이퍼파라미터 설정
learning_rate = 0.01
iterations = 1000

# 경사하강법을 이용한 학습
for i in range(iterations):
    Z1, A1, Z2, A2 = forward_propagation(X, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2)
    W1, b1, W2, b2 = update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate)

    if i % 100 == 0:
        cost = compute_cost(A2, Y)
        print(f"Iteration {i}, Cost: {cost}")

# 최종 비용 출력
final_cost = compute_cost(A2, Y)
print(f"Final Cost: {final_cost}")

def init_weights(input_size, hidden_size, output_size):
    np.random.seed(11)
    W_1 = np.random.randn(input_size, hidden_size)
    b_1 = np.zeros((1, hidden_size))
    W_2 = np.random.randn(hidden_size, output_size)
    b_2 = np.zeros((1, output_size))
    return W_1, b_1, W_2, b_2

W_1, b_1, W_2, b_2 = init_weights(input_size, hidden_size, output_size)
for i in range(iterations):
    Z_1, A_1, Z_2, A_2 = forward_propagation(X, W_1, b_1, W_2, b_2)
    dW_1, db_1, dW_2, db_2 = backward_propagation(X, Y, Z_1, A_1, Z_2, A_2, W_1, W_2)
    W_1, b_1, W_2, b_2 = update_weights(W_1, b_1, W_2, b_2, dW_1, db_1, dW_2, db_2, learning_rate)

    if i % 100 == 0:
        cost = compute_cost(A_2, Y)
        print(f"{i}번째 학습시 비용 값은 :", cost)
W1, b1, W2, b2
`;

describeEach('the notes’ program', (runtime) => {
  it('prints all the costs of the notes', async () => {
    const result = await run(runtime(), program, { name: 'backward_propagation', calls: 0 });
    assert.equal(result.error, null, result.error?.message);
    const printed = result.stdout.trimEnd().split('\n');
    const costs = printed.map((line) => Number(line.split(':').at(-1)));
    const expected = figures.runs.flatMap(({ costs: run, finalCost }) =>
      finalCost === null ? run : [...run, finalCost],
    );
    assert.equal(costs.length, 21);
    for (const [index, cost] of costs.entries()) {
      const wanted = expected[index] ?? NaN;
      const relative = Math.abs(cost - wanted) / wanted;
      assert.ok(
        relative <= figures.tolerance.costRelative,
        `${printed[index] ?? ''}: expected ${String(wanted)}`,
      );
    }
    assert.equal(printed[0], 'Iteration 0, Cost: 0.29617825471294423');
    assert.match(printed[11] ?? '', /^0번째 학습시 비용 값은 : 0\.2805/u);
    assert.ok(result.timings.runMs < 2 * patienceMs(), String(result.timings.runMs));
  });
});
