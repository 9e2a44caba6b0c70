"""`status --json` against curl with the same two requests to the same server."""

from measuring import interleaved, ratio, timed
from world import Sandbox

REPETITIONS = 40


def figures(world):
    token = world.token("full")
    project = world.project("status-curl", token)
    with Sandbox(world) as sandbox:
        # One curl with two addresses keeps the connection open, as our two requests may.
        curl = ["curl", "-sSf", "-K", "-"]
        for path in ["self", "objects"]:
            curl += ["-o", "/dev/null", f"{sandbox.api}/{path}"]
        header = f'header = "Authorization: Bearer {token}"\n'
        status = [world.program, "status", "--json", "--base-url", sandbox.api]
        ours, theirs, offline = interleaved(
            REPETITIONS,
            timed(lambda: world.run(status, project)),
            timed(lambda: world.run(curl, project, stdin=header)),
            timed(lambda: world.run([*status, "--offline"], project)),
        )
    return [
        ratio("status --json", ours, theirs, 1.3, "curl"),
        ratio("status --json --offline", offline, theirs, None, "curl"),
    ]
