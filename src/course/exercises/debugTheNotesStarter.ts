/** The program that is to be debugged: that of the notes, with slips of the pen in it. */
import type { Text } from '../exercise';
import { python } from '../writing';

export const starter: Text = {
  en: python`
      import numpy as np


      # ReLU and its derivative
      def relu(x):
          return np.maximum(0, x)


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      # Starting weights
      def initialize_weights(
          input_size, hidden_size, output_size
      ):
          np.random.seed(42)
          W1 = np.random.randn(input_size, hidden_size)
          b1 = np.zeros((1, hidden_size))
          W2 = np.random.randn(hidden_size, output_size)
          b2 = np.zeros((1, output_size))
          return W1, b1, W2, b2


      # Forward pass
      def forward_propagation(X, W1, b1, W2, b2):
          Z1 = np.dot(X, W1) + b1
          A1 = relu(Z1)
          Z2 = np.dot(A1, W2) + b2
          A2 = relu(Z2)
          return Z1, A1, Z2, A2


      # Cost (mean squared error)
      def compute_cost(A2, Y):
          m = Y.shape[0]
          cost = (1 / m) * np.sum((A2 - Y) ** 2)


      # Backward pass
      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          m = X.shape[0]
          dZ2 = A2 - Y
          dW2 = (1 / m) * np.dot(A1.T, dZ2)
          db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

          dA1 = np.dot(dZ2, W2.T)
          dZ1 = dA1 * relu_derivative(Z1)
          dW1 = (1 / m) * np.dot(A1.T, dZ1)
          db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
          return dW1, db1, dW2, db2


      # Update
      def update_weights(
          W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
      ):
          W1 += learning_rate * dW1
          b1 -= learning_rate * db1
          W2 -= learning_rate * dW2
          b2 -= learning_rate * db2
          return W1, b1, W2, b2


      # Training: costs[i] is the cost before update i
      def train(X, Y, learning_rate, iterations):
          W1, b1, W2, b2 = initialize_weights(
              X.shape[1], 5, Y.shape[1]
          )
          costs = []

          for i in range(iterations):
              Z1, A1, Z2, A2 = forward_propagation(
                  X, W1, b1, W2, b2
              )
              costs.append(compute_cost(A2, Y))
              dW1, db1, dW2, db2 = backward_propagation(
                  X, Y, Z1, A1, Z2, A2, W1, W2
              )
              W1, b1, W2, b2 = update_weights(
                  W1, b1, W2, b2,
                  dW1, db1, dW2, db2, learning_rate
              )

          return W1, b1, W2, b2, costs
    `,
  ko: python`
      import numpy as np


      # ReLU 함수와 그 도함수
      def relu(x):
          return np.maximum(0, x)


      def relu_derivative(x):
          return np.where(x > 0, 1, 0)


      # 가중치 초기화
      def initialize_weights(
          input_size, hidden_size, output_size
      ):
          np.random.seed(42)
          W1 = np.random.randn(input_size, hidden_size)
          b1 = np.zeros((1, hidden_size))
          W2 = np.random.randn(hidden_size, output_size)
          b2 = np.zeros((1, output_size))
          return W1, b1, W2, b2


      # 순전파
      def forward_propagation(X, W1, b1, W2, b2):
          Z1 = np.dot(X, W1) + b1
          A1 = relu(Z1)
          Z2 = np.dot(A1, W2) + b2
          A2 = relu(Z2)
          return Z1, A1, Z2, A2


      # 비용 함수(MSE)
      def compute_cost(A2, Y):
          m = Y.shape[0]
          cost = (1 / m) * np.sum((A2 - Y) ** 2)


      # 역전파
      def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
          m = X.shape[0]
          dZ2 = A2 - Y
          dW2 = (1 / m) * np.dot(A1.T, dZ2)
          db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)

          dA1 = np.dot(dZ2, W2.T)
          dZ1 = dA1 * relu_derivative(Z1)
          dW1 = (1 / m) * np.dot(A1.T, dZ1)
          db1 = (1 / m) * np.sum(dZ1, axis=0, keepdims=True)
          return dW1, db1, dW2, db2


      # 가중치 업데이트
      def update_weights(
          W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate
      ):
          W1 += learning_rate * dW1
          b1 -= learning_rate * db1
          W2 -= learning_rate * dW2
          b2 -= learning_rate * db2
          return W1, b1, W2, b2


      # 학습: costs[i]는 i번째 업데이트를 하기 전의 비용
      def train(X, Y, learning_rate, iterations):
          W1, b1, W2, b2 = initialize_weights(
              X.shape[1], 5, Y.shape[1]
          )
          costs = []

          for i in range(iterations):
              Z1, A1, Z2, A2 = forward_propagation(
                  X, W1, b1, W2, b2
              )
              costs.append(compute_cost(A2, Y))
              dW1, db1, dW2, db2 = backward_propagation(
                  X, Y, Z1, A1, Z2, A2, W1, W2
              )
              W1, b1, W2, b2 = update_weights(
                  W1, b1, W2, b2,
                  dW1, db1, dW2, db2, learning_rate
              )

          return W1, b1, W2, b2, costs
    `,
};
