def compute_error_for_line_given_points(b, m, points):
    total_error = 0
    for i in range(len(points)):
        x, y = points[i]
        total_error += (y - (m * x + b)) ** 2
    return total_error / float(len(points))


def step_gradient(b_current, m_current, points, learning_rate):
    b_gradient = 0
    m_gradient = 0
    N = float(len(points))
    for i in range(len(points)):
        x, y = points[i]
        b_gradient += -(2 / N) * (y - ((m_current * x) + b_current))
        m_gradient += -(2 / N) * x * (y - ((m_current * x) + b_current))
    new_b = b_current - (learning_rate * b_gradient)
    new_m = m_current - (learning_rate * m_gradient)
    return [new_b, new_m]


def gradient_descent_runner(points, starting_b, starting_m, learning_rate, num_iterations):
    b = starting_b
    m = starting_m
    for i in range(num_iterations):
        b, m = step_gradient(b, m, points, learning_rate)
    return [b, m]


points = [(0.5, 1.2), (1.0, 1.9), (1.5, 3.2), (2.0, 3.9), (2.5, 5.3)]
b, m = gradient_descent_runner(points, 0.0, 0.0, 0.05, 200)
print("b = %.3f, m = %.3f, error = %.4f" % (b, m, compute_error_for_line_given_points(b, m, points)))
