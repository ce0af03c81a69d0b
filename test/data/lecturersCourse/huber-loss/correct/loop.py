def huber_loss(A, Y, delta):
    total, slope = 0, A * 0
    for i in range(len(A)):
        for j in range(len(A[0])):
            e = A[i, j] - Y[i, j]
            if abs(e) <= delta:
                total += e * e / 2
                slope[i, j] = e
            else:
                total += delta * (abs(e) - delta / 2)
                slope[i, j] = delta if e > 0 else -delta
    return total / len(A), slope / len(A)
