import numpy as np


class Convolutional:
    """valid cross-correlation of one image with several kernels, one bias per output pixel"""

    def __init__(self, input_shape, kernel_size, depth):
        height, width = input_shape
        self.depth = depth
        self.kernels = np.random.randn(depth, kernel_size, kernel_size)
        self.biases = np.random.randn(depth, height - kernel_size + 1, width - kernel_size + 1)

    @staticmethod
    def correlate(image, kernel):
        h = image.shape[0] - kernel.shape[0] + 1
        w = image.shape[1] - kernel.shape[1] + 1
        result = np.zeros((h, w))
        for i in range(h):
            for j in range(w):
                result[i, j] = np.sum(image[i:i + kernel.shape[0], j:j + kernel.shape[1]] * kernel)
        return result

    def forward(self, image):
        self.image = image
        return np.stack([self.correlate(image, k) + b for k, b in zip(self.kernels, self.biases)])

    def backward(self, output_gradient):
        kernels_gradient = np.zeros(self.kernels.shape)
        input_gradient = np.zeros(self.image.shape)
        size = self.kernels.shape[1] - 1
        for d in range(self.depth):
            kernels_gradient[d] = self.correlate(self.image, output_gradient[d])
            padded = np.pad(output_gradient[d], size)
            input_gradient += self.correlate(padded, np.rot90(self.kernels[d], 2))
        return input_gradient, kernels_gradient, output_gradient
