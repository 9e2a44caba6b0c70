"""Repetitions, statistics and the table."""

import math
import os
import platform
import statistics
import time
from dataclasses import dataclass


class BrokenMeasurement(Exception):
    """What was to be measured did not happen, so that there is no figure."""


@dataclass
class Figure:
    """One line of the table."""

    name: str
    ours: str
    # What it is held against, with its own figure; empty where there is nothing.
    peer: str
    # What the goal speaks of.
    value: float
    # None for what is only told.
    goal: float | None
    unit: str
    repetitions: int

    @property
    def verdict(self):
        if self.goal is None:
            return "-"
        return "met" if self.value <= self.goal else "MISSED"


def interleaved(repetitions, *actions):
    """Runs the actions in turn (A B A B), so that a machine that slows down slows all of them.

    One round before the first is not counted. Gives a list of times in seconds for each action.
    """
    times = [[] for _ in actions]
    for round in range(repetitions + 1):
        for own, action in zip(times, actions):
            seconds = action()
            if round > 0:
                own.append(seconds)
    return times


def timed(action):
    """Gives an action that tells how long it took."""

    def run():
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    return run


def percentile(values, share):
    """The smallest value that this share of all is not above (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def milliseconds(values):
    """The median, as text."""
    return f"{statistics.median(values) * 1000:.1f} ms"


def seconds(values):
    """The median, as text."""
    return f"{statistics.median(values):.2f} s"


def ratio(name, ours, theirs, goal, peer, text=milliseconds):
    """The figure of two series measured side by side: the median of the one by that of the other."""
    value = statistics.median(ours) / statistics.median(theirs)
    return Figure(name, text(ours), f"{peer} {text(theirs)}", value, goal, "x", len(ours))


def machine():
    """What the figures were measured on."""
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return f"{os.cpu_count()} cores, {model}, Linux {platform.release()}, load {load}"


def table(figures):
    """The figures in columns."""
    rows = [("Figure", "Ours", "Against", "Value", "Goal", "", "n")]
    for figure in figures:
        goal = "" if figure.goal is None else f"{figure.goal:g} {figure.unit}"
        value = f"{figure.value:.3g} {figure.unit}"
        rows.append(
            (figure.name, figure.ours, figure.peer, value, goal, figure.verdict)
            + (str(figure.repetitions),)
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows
    ]
