"""The resident memory of the status screen."""

from measuring import Figure
from terminal import Terminal
from world import Sandbox

REPETITIONS = 5


def figures(world):
    project = world.project("memory", world.token("full"))
    with Sandbox(world) as sandbox:
        samples = [sample(world, project, sandbox) for _ in range(REPETITIONS)]
    worst = max(samples, key=lambda one: one["Rss"])
    private = worst["Private_Clean"] + worst["Private_Dirty"]
    text = f"PSS {worst['Pss'] / 1024:.1f} MB, private {private / 1024:.1f} MB"
    return [
        Figure(
            "resident memory, status screen", text, "", worst["Rss"] / 1024, 20, "MB", len(samples)
        )
    ]


def sample(world, project, sandbox):
    """Opens the screen and gives what the kernel says of its memory, in KiB."""
    command = [world.program, "status", "--base-url", sandbox.api]
    with Terminal(command, world.environment, project) as terminal:
        terminal.wait_for("Last checked", "? help")
        terminal.drain(300, 300)
        with open(f"/proc/{terminal.pid}/smaps_rollup", encoding="utf-8") as file:
            fields = [line.split() for line in file if line.endswith("kB\n")]
    return {field[0].rstrip(":"): int(field[1]) for field in fields}
