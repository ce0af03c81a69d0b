import threading

import numpy as np

w = np.array([[0.5, -1.0], [2.0, 0.25]])
lock = threading.Lock()


def gradcheck():
    result = []
    def work():
        with lock:
            result.append(np.sum(w ** 2))
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    return result[0], 2 * w, w
