"""A clean clone, its debug build, and the first frame of the demo's program."""

import os
import shutil
import subprocess
import time

from measuring import BrokenMeasurement, Figure
from terminal import Terminal

CORES = 2


def figures(world):
    clone = world.folder / "clone"
    project = world.project("clean-clone")
    cores = sorted(os.sched_getaffinity(0))[:CORES]
    # The tool chain finds its own files by the user's home.
    environment = dict(os.environ)
    start = time.perf_counter()
    for command in [
        ["git", "clone", "--quiet", "--no-local", world.root, clone],
        ["make", "-C", clone, "build"],
    ]:
        result = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )
        if result.returncode != 0:
            raise BrokenMeasurement(f"{command[0]} ended so: {result.stdout}{result.stderr}"[-3000:])
    program = str(clone / ".build" / "debug" / "attio-setup")
    with Terminal([program], world.environment, project) as terminal:
        end = terminal.wait_for("Attio setup", "1 of 6", "? help")
    shutil.rmtree(clone)
    minutes = (end - start) / 60
    name = "clean clone to first frame"
    return [Figure(name, f"{end - start:.0f} s", f"{len(cores)} cores", minutes, 3, "min", 1)]
