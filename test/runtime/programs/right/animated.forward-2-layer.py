# skipped: 3, 4, 5
import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation
from IPython.display import HTML, clear_output

plt.rcParams["figure.figsize"] = (8, 4)
fig = plt.figure()
ax = fig.add_subplot(111, projection="3d")
(line,) = ax.plot([], [], lw=2)


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = np.matmul(X, W1) + b1
    A1 = np.where(Z1 > 0, Z1, 0)
    Z2 = np.matmul(A1, W2) + b2
    A2 = np.where(Z2 > 0, Z2, 0)
    return Z1, A1, Z2, A2


def update(frame):
    line.set_data(np.arange(frame), np.arange(frame))
    return (line,)


anim = FuncAnimation(fig, update, frames=50, interval=20, blit=True)
anim.save("net.gif", writer="pillow")
HTML(anim.to_jshtml())
xx, yy = np.meshgrid(np.linspace(-1, 1, 20), np.linspace(-1, 1, 20))
ax.plot_surface(xx, yy, xx * yy, alpha=0.5)
for spine in ax.spines.values():
    spine.set_visible(False)
cbar = plt.colorbar(ax.scatter([0], [0]), ax=ax)
plt.tight_layout(); plt.show(block=False)
