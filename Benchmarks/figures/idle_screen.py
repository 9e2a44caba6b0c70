"""The system calls of screens that nobody touches, in five seconds."""

import contextlib
import subprocess
import time
from pathlib import Path

from measuring import BrokenMeasurement, Figure
from terminal import Terminal
from walk import walk
from world import Sandbox

SECONDS = 5
# The time limits of the questions to git end by then: the last that a cancelled wait is heard of.
SETTLING = 11


def figures(world):
    token = world.token("full")
    with contextlib.ExitStack() as stack:
        sandbox = stack.enter_context(Sandbox(world))
        screens = []
        for step in range(1, 5):
            project = world.project(f"idle-{step}")
            command = [world.program, "--base-url", sandbox.api]
            terminal = stack.enter_context(Terminal(command, world.environment, project))
            walk(terminal, to=step, token=token)
            screens.append(terminal)
        command = [world.program, "status", "--base-url", sandbox.api]
        project = world.project("idle-status", token)
        terminal = stack.enter_context(Terminal(command, world.environment, project))
        terminal.wait_for("Last checked", "? help")
        screens.append(terminal)
        drain(screens, SETTLING)
        *wizard, status = system_calls(world, screens)
    loops = [loop for loop, _ in wizard]
    others = [rest for _, rest in wizard]
    return [
        Figure("idle wizard, the screen's thread", steps(loops), "", max(loops), 0, "calls", 4),
        Figure("idle wizard, other threads", steps(others), "", max(others), 0, "calls", 4),
        Figure("idle status screen's thread", "it shows an age", "", status[0], None, "calls", 1),
        Figure("idle status, other threads", "", "", status[1], 0, "calls", 1),
    ]


def steps(counts):
    return "steps 1 to 4: " + ", ".join(map(str, counts))


def drain(screens, seconds):
    """Takes what is painted, for a full terminal would stop a program."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for terminal in screens:
            terminal.drain(0, 50)


def system_calls(world, screens):
    """Watches all screens at once; gives what each began, in the thread of its loop and in others."""
    traces = []
    for number, terminal in enumerate(screens):
        path = world.folder / f"trace-{number}"
        loops = threads(terminal.pid, "wchan", lambda place: "poll_schedule" in place)
        if len(loops) != 1:
            raise BrokenMeasurement(f"{len(loops)} threads wait in poll, and one was expected")
        command = ["strace", "-f", "-qq", "-o", path, "-p", str(terminal.pid)]
        strace = subprocess.Popen(command, stderr=subprocess.PIPE)
        wait_for_tracer(terminal.pid, strace)
        traces.append((strace, path, loops[0]))
    begun = [len(path.read_bytes()) for _, path, _ in traces]
    drain(screens, SECONDS)
    counts = []
    for (strace, path, loop), start in zip(traces, begun):
        lines = path.read_bytes()[start:].decode().splitlines()
        strace.terminate()
        strace.wait()
        strace.stderr.close()
        # The other half of a call that is told in two lines.
        calls = [line.split()[0] for line in lines if "resumed>" not in line and "+++" not in line]
        counts.append((calls.count(loop), len(calls) - calls.count(loop)))
    return counts


def wait_for_tracer(pid, strace):
    """Waits until every thread of a process is watched."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if strace.poll() is not None:
            raise BrokenMeasurement(f"strace cannot watch: {strace.stderr.read().decode()}")
        if not threads(pid, "status", lambda text: f"TracerPid:\t{strace.pid}\n" not in text):
            return
    raise BrokenMeasurement("strace did not begin to watch")


def threads(pid, file, is_wanted):
    """The threads of a process of whom the kernel says something, as text."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [task.name for task in tasks if is_wanted((task / file).read_text())]
