# 2층 신경망으로 붓꽃 비슷한 데이터 분류하기
import numpy as np

np.random.seed(2024)
입력 = np.random.randn(30, 4)
정답 = np.eye(3)[np.random.randint(0, 3, 30)]


def 소프트맥스(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


class 신경망:
    def __init__(self, 입력수, 은닉수, 출력수):
        # 가중치 초기화
        self.W1 = np.random.randn(입력수, 은닉수) * 0.3
        self.b1 = np.zeros(은닉수)
        self.W2 = np.random.randn(은닉수, 출력수) * 0.3
        self.b2 = np.zeros(출력수)

    def 순전파(self, x):
        self.x = x
        self.z1 = np.dot(x, self.W1) + self.b1
        self.a1 = np.maximum(0, self.z1)
        self.y = 소프트맥스(np.dot(self.a1, self.W2) + self.b2)
        return self.y

    def 손실(self, t):
        return -np.sum(t * np.log(self.y + 1e-7)) / t.shape[0]

    def 역전파(self, t):
        n = t.shape[0]
        dy = (self.y - t) / n
        self.dW2 = np.dot(self.a1.T, dy)
        self.db2 = np.sum(dy, axis=0)
        da1 = np.dot(dy, self.W2.T)
        dz1 = da1 * (self.z1 > 0)
        self.dW1 = np.dot(self.x.T, dz1)
        self.db1 = np.sum(dz1, axis=0)

    def 갱신(self, 학습률):
        for 이름 in ('W1', 'b1', 'W2', 'b2'):
            값 = getattr(self, 이름)
            값 -= 학습률 * getattr(self, 'd' + 이름)


망 = 신경망(4, 6, 3)
for 회 in range(200):
    망.순전파(입력)
    망.역전파(정답)
    망.갱신(0.5)
    if 회 % 50 == 0:
        print(회, '번째 손실:', 망.손실(정답))
