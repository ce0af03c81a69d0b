import numpy as np


class OurNeuralNetwork:
    """two inputs, a hidden layer of two neurons and an output neuron, every weight an attribute"""

    def __init__(self):
        r = np.random.RandomState(0)
        self.w1, self.w2, self.w3, self.w4, self.w5, self.w6 = r.normal(size=6)
        self.b1, self.b2, self.b3 = r.normal(size=3)

    def feedforward(self, x):
        h1 = sigmoid(self.w1 * x[0] + self.w2 * x[1] + self.b1)
        h2 = sigmoid(self.w3 * x[0] + self.w4 * x[1] + self.b2)
        return sigmoid(self.w5 * h1 + self.w6 * h2 + self.b3)

    def train(self, data, all_y_trues, learn_rate=0.1, epochs=100):
        for epoch in range(epochs):
            for x, y_true in zip(data, all_y_trues):
                sum_h1 = self.w1 * x[0] + self.w2 * x[1] + self.b1
                h1 = sigmoid(sum_h1)
                sum_h2 = self.w3 * x[0] + self.w4 * x[1] + self.b2
                h2 = sigmoid(sum_h2)
                sum_o1 = self.w5 * h1 + self.w6 * h2 + self.b3
                y_pred = sigmoid(sum_o1)

                d_L_d_ypred = -2 * (y_true - y_pred)
                d_o = d_L_d_ypred * deriv_sigmoid(sum_o1)
                d_h1 = d_o * self.w5 * deriv_sigmoid(sum_h1)
                d_h2 = d_o * self.w6 * deriv_sigmoid(sum_h2)

                self.w1 -= learn_rate * d_h1 * x[0]
                self.w2 -= learn_rate * d_h1 * x[1]
                self.b1 -= learn_rate * d_h1
                self.w3 -= learn_rate * d_h2 * x[0]
                self.w4 -= learn_rate * d_h2 * x[1]
                self.b2 -= learn_rate * d_h2
                self.w5 -= learn_rate * d_o * h1
                self.w6 -= learn_rate * d_o * h2
                self.b3 -= learn_rate * d_o
            if epoch % 10 == 0:
                y_preds = np.apply_along_axis(self.feedforward, 1, data)
                print("Epoch %d loss: %.3f" % (epoch, mse_loss(all_y_trues, y_preds)))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def deriv_sigmoid(x):
    fx = sigmoid(x)
    return fx * (1 - fx)


def mse_loss(y_true, y_pred):
    return ((y_true - y_pred) ** 2).mean()


data = np.array([[-2, -1], [25, 6], [17, 4], [-15, -6]]) / 10
all_y_trues = np.array([1, 0, 0, 1])
network = OurNeuralNetwork()
network.train(data, all_y_trues)
