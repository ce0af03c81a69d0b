/** What the exercise that trains begins with: every function of the notes, with its blanks. */
import type { Text } from '../exercise';
import { python } from '../writing';

export const starter: Text = {
  en: python`
      import numpy as np


      def relu(x):
          return np.maximum(0, x)


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def initialize_weights(
          input_size, hidden_size, output_size
      ):
          np.random.seed(42)
          W1 = np.random.randn(input_size, hidden_size)
          b1 = np.zeros((1, hidden_size))
          W2 = np.random.randn(hidden_size, output_size)
          b2 = np.zeros((1, output_size))
          return W1, b1, W2, b2


      def forward_propagation(X, W1, b1, W2, b2):
          Z1 = np.dot(X, W1) + b1
          A1 = relu(Z1)
          Z2 = np.dot(A1, W2) + b2
          A2 = relu(Z2)
          return Z1, A1, Z2, A2


      def compute_cost(A2, Y):
          m = Y.shape[0]
          cost = (1 / m) * np.sum((A2 - Y) ** 2)
          return cost


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          m = X.shape[0]
          dZ2 = A2 - Y
          dW2 = (1 / m) * np.dot(A1.T, dZ2)
          db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

          dA1 = np.dot(dZ2, W2.T)
          dZ1 = dA1 * relu_derivative(Z1)
          dW1 = (1 / m) * np.dot(X.T, dZ1)
          db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
          return dW1, db1, dW2, db2


      def update_weights(
          W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
      ):
          W1 -= learning_rate * dW1
          b1 -= learning_rate * db1
          W2 -= learning_rate * dW2
          b2 -= learning_rate * db2
          return W1, b1, W2, b2


      def train(X, Y, learning_rate, iterations):
          """Trains a network with 5 hidden units.

          X: (m, n_in), Y: (m, n_out)
          returns W1, b1, W2, b2 after the last update, and costs,
                  a list with the cost before each update
          """
          W1, b1, W2, b2 = initialize_weights(
              X.shape[1], 5, Y.shape[1]
          )
          costs = ...  # a list, empty at first

          for i in range(iterations):
              # Forward pass, cost, backward pass, update
              ...

          return W1, b1, W2, b2, costs
    `,
  ko: python`
      import numpy as np


      def relu(x):
          return np.maximum(0, x)


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      def initialize_weights(
          input_size, hidden_size, output_size
      ):
          np.random.seed(42)
          W1 = np.random.randn(input_size, hidden_size)
          b1 = np.zeros((1, hidden_size))
          W2 = np.random.randn(hidden_size, output_size)
          b2 = np.zeros((1, output_size))
          return W1, b1, W2, b2


      def forward_propagation(X, W1, b1, W2, b2):
          Z1 = np.dot(X, W1) + b1
          A1 = relu(Z1)
          Z2 = np.dot(A1, W2) + b2
          A2 = relu(Z2)
          return Z1, A1, Z2, A2


      def compute_cost(A2, Y):
          m = Y.shape[0]
          cost = (1 / m) * np.sum((A2 - Y) ** 2)
          return cost


      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          m = X.shape[0]
          dZ2 = A2 - Y
          dW2 = (1 / m) * np.dot(A1.T, dZ2)
          db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

          dA1 = np.dot(dZ2, W2.T)
          dZ1 = dA1 * relu_derivative(Z1)
          dW1 = (1 / m) * np.dot(X.T, dZ1)
          db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
          return dW1, db1, dW2, db2


      def update_weights(
          W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
      ):
          W1 -= learning_rate * dW1
          b1 -= learning_rate * db1
          W2 -= learning_rate * dW2
          b2 -= learning_rate * db2
          return W1, b1, W2, b2


      def train(X, Y, learning_rate, iterations):
          """은닉층 노드가 5개인 신경망을 학습합니다.

          X: (m, n_in), Y: (m, n_out)
          반환값: 마지막 업데이트 뒤의 W1, b1, W2, b2와,
                  업데이트 전의 비용을 차례로 담은 리스트 costs
          """
          W1, b1, W2, b2 = initialize_weights(
              X.shape[1], 5, Y.shape[1]
          )
          costs = ...  # 처음에는 빈 리스트

          for i in range(iterations):
              # 순전파, 비용, 역전파, 업데이트
              ...

          return W1, b1, W2, b2, costs
    `,
};
