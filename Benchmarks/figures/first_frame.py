"""Launch to first frame, against dialog with a menu."""

from measuring import interleaved, ratio
from terminal import Terminal

REPETITIONS = 40


def figures(world):
    project = world.project("first-frame")
    dialog = ["dialog", "--title", "Setup", "--menu", "What should be set up?", "20", "76", "12"]
    for number in range(1, 13):
        dialog += [str(number), f"The thing with the number {number}, and what it is good for"]

    def first(arguments, *words):
        with Terminal(arguments, world.environment, project) as terminal:
            return terminal.wait_for(*words) - terminal.start

    def ours():
        return first([world.program], "Attio setup", "1 of 6", "? help")

    def asked():
        # Git was asked by then: the page with what was found out.
        return first([world.program], "branch", "Use this folder", "? help")

    def theirs():
        return first(dialog, "number 12", "Cancel")

    own, complete, other = interleaved(REPETITIONS, ours, asked, theirs)
    return [
        ratio("launch to first frame", own, other, 1.5, "dialog"),
        ratio("launch to the project's page, git asked", complete, other, None, "dialog"),
    ]
