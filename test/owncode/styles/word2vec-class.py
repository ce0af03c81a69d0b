import numpy as np


class word2vec():
    def __init__(self):
        self.n = 4
        self.eta = 0.05
        self.epochs = 5
        self.window = 2

    def generate_training_data(self, corpus):
        words = sorted({w for s in corpus for w in s})
        self.v_count = len(words)
        self.word_index = {w: i for i, w in enumerate(words)}
        training_data = []
        for sentence in corpus:
            for i, word in enumerate(sentence):
                w_target = self.word2onehot(word)
                w_context = [self.word2onehot(sentence[j]) for j in range(i - self.window, i + self.window + 1)
                             if j != i and 0 <= j < len(sentence)]
                training_data.append([w_target, w_context])
        return training_data

    def word2onehot(self, word):
        vec = np.zeros(self.v_count)
        vec[self.word_index[word]] = 1
        return vec

    def softmax(self, x):
        e_x = np.exp(x - np.max(x))
        return e_x / e_x.sum(axis=0)

    def forward_pass(self, x):
        h = np.dot(self.w1.T, x)
        u = np.dot(self.w2.T, h)
        return self.softmax(u), h, u

    def backprop(self, e, h, x):
        dl_dw2 = np.outer(h, e)
        dl_dw1 = np.outer(x, np.dot(self.w2, e.T))
        self.w1 = self.w1 - (self.eta * dl_dw1)
        self.w2 = self.w2 - (self.eta * dl_dw2)

    def train(self, training_data):
        rng = np.random.RandomState(2)
        self.w1 = rng.uniform(-0.8, 0.8, (self.v_count, self.n))
        self.w2 = rng.uniform(-0.8, 0.8, (self.n, self.v_count))
        for i in range(self.epochs):
            self.loss = 0
            for w_t, w_c in training_data:
                y_pred, h, u = self.forward_pass(w_t)
                EI = np.sum([np.subtract(y_pred, word) for word in w_c], axis=0)
                self.backprop(EI, h, w_t)
                self.loss += -np.sum([u[np.argmax(word)] for word in w_c]) + len(w_c) * np.log(np.sum(np.exp(u)))
            print('EPOCH:', i, 'LOSS:', self.loss)


text = "natural language processing and machine learning is fun and exciting"
corpus = [[word.lower() for word in text.split()]]
w2v = word2vec()
training_data = w2v.generate_training_data(corpus)
w2v.train(training_data)
