"""A key in the scope table: the time until the last byte of what it changes, and the bytes."""

import statistics

from measuring import BrokenMeasurement, Figure, percentile
from terminal import Terminal
from walk import walk

ROUNDS = 60
DOWN, UP, SPACE = b"\x1bOB", b"\x1bOA", b" "
KEYS = [DOWN, DOWN, SPACE, DOWN, UP, SPACE, UP, UP]
# What comes later than this after the last byte counts as another paint.
QUIET_MILLISECONDS = 15


def figures(world):
    project = world.project("key-to-paint")
    times, sizes = [], []
    command = [world.program, "--sandbox"]
    with Terminal(command, world.environment, project) as terminal:
        walk(terminal, to=3, token=world.token("full"))
        terminal.drain(300, 300)
        for key in KEYS * ROUNDS:
            start = terminal.press(key)
            count, end = terminal.drain(QUIET_MILLISECONDS, 1_000)
            if count == 0:
                raise BrokenMeasurement(f"the key {key!r} painted nothing")
            times.append(end - start)
            sizes.append(count)
    slow = percentile(times, 0.99) * 1000
    median = statistics.median(times) * 1000
    mean = statistics.mean(sizes)
    return [
        Figure(
            "key to paint, 99th percentile", f"median {median:.2f} ms", "", slow, 5, "ms", len(times)
        ),
        Figure(
            "bytes a key, mean", f"largest {max(sizes)}", "", mean, 200, "bytes", len(sizes)
        ),
    ]
