"""`workspaces check` of 200 workspaces at 50 ms each, against what its pace permits."""

import json
import statistics

from api_server import APIServer
from measuring import BrokenMeasurement, Figure, interleaved, seconds, timed

REPETITIONS = 3
COUNT = 200
DELAY = 0.05
# `Pace.usual` and `WorkspaceChecker.width` in Sources: starts a second, and requests at once.
PACE = 90
WIDTH = 16


def ideal():
    """The time of a check that costs nothing itself: the starts, and the last answer."""
    a_second = min(PACE, WIDTH / DELAY)
    return (COUNT - 1) / a_second + DELAY


def figures(world):
    identities = {f"{one:064x}": f"00000000-0000-4000-8000-{one:012d}" for one in range(COUNT)}

    def answer(method, path, bearer):
        if path != "/v2/self" or bearer not in identities:
            return b"404 Not Found", [], b"{}"
        body = {"active": True, "scope": "record_permission:read", "token_type": "Bearer"}
        body["workspace_id"] = identities[bearer]
        body["workspace_name"] = body["workspace_slug"] = "shop"
        return b"200 OK", [], json.dumps(body).encode()

    with APIServer(answer, delay=DELAY) as server:
        api = f"http://127.0.0.1:{server.port}/v2"
        fill(world, identities, api)
        command = [world.program, "workspaces", "check", "--json", "--base-url", api]
        (times,) = interleaved(REPETITIONS, timed(lambda: world.run(command)))
        if server.count != COUNT * (REPETITIONS + 1):
            raise BrokenMeasurement(f"the server was asked {server.count} times")
    value = statistics.median(times) / ideal()
    peer = f"ideal {ideal():.2f} s"
    return [Figure("200 workspaces at 50 ms", seconds(times), peer, value, None, "x", len(times))]


def fill(world, identities, api):
    """Writes a store with a workspace for each token."""
    folder = world.folder / "data" / "attio-setup"
    folder.mkdir(parents=True, mode=0o700)
    entries = [
        {
            "workspace_id": identity,
            "client_id": "app-1",
            "api": api,
            "store": "file",
            "slug": f"shop-{number}",
            "name": f"Shop {number}",
            "scopes": [],
            "verified_at": None,
            "token": token,
        }
        for number, (token, identity) in enumerate(identities.items())
    ]
    file = folder / "workspaces.json"
    file.write_text(json.dumps({"schema": 1, "workspaces": entries}))
    file.chmod(0o600)
