"""The same call once more: whether it gives the same, and where it first goes another way."""

from .own import OWN as __builtins__  # noqa: F401

from .errors import Stop
from .surroundings import fresh_random
from .trace import Tracer
from .wire import Writer, encode_json, without_text


def same_again(run, values, first):
    """Whether a second call on the same values, with another random state, gives what the first gave, bit for bit."""
    run.output.recording = False
    fresh_random()
    try:
        second = run.invoke(run.arguments.of(values))
    except Stop as stop:
        run.end_if_limit(stop)
        return False
    return _fingerprint(run, first) == _fingerprint(run, second)


def divergence(run, values, first):
    """The line from which another run of the call that `first` traced goes another way, or None."""
    tracer = Tracer(Writer(run.result_limit), run.result_limit // 2, {})
    fresh_random()
    try:
        run.invoke(run.arguments.of(values), tracer)
    except Stop as stop:
        run.end_if_limit(stop)
    for one, other in zip(first.marks, tracer.marks):
        if one != other:
            return one[0]
    return None


def _fingerprint(run, value):
    writer = Writer(run.result_limit)
    encoded = run.guarded(lambda: writer.value(value))
    return encode_json(without_text(encoded)), b"".join(writer.chunks)
