"""`status --json` against `gh auth status`: two requests each, to the same server with TLS.

`gh` takes a host only with https, so that both ask a server on 127.0.0.1 with a certificate of an
authority made for this run. It answers as Attio does (from what the sandbox said) and as GitHub
Enterprise does.
"""

import json

from api_server import APIServer
from certificate import Certificate
from measuring import BrokenMeasurement, interleaved, ratio, timed
from world import Sandbox

REPETITIONS = 40
GH_TOKEN = "gho_0123456789abcdef0123456789abcdef0123"


def figures(world):
    token = world.token("full")
    project = world.project("status-gh", token)
    answers = {
        "/api/v3/": b'{"current_user_url": "https://127.0.0.1/api/v3/user"}',
        "/api/graphql": b'{"data": {"viewer": {"login": "octocat"}}}',
    }
    with Sandbox(world) as sandbox:
        for path in ["/v2/self", "/v2/objects"]:
            header = f'header = "Authorization: Bearer {token}"\n'
            address = sandbox.api.removesuffix("/v2") + path
            text = world.run(["curl", "-sSf", "-K", "-", address], stdin=header)
            answers[path] = text.encode()

    def answer(method, path, bearer):
        if path in answers and bearer == (token if path.startswith("/v2") else GH_TOKEN):
            return b"200 OK", [b"X-OAuth-Scopes: gist, read:org, repo"], answers[path]
        return b"404 Not Found", [], b"{}"

    certificate = Certificate(world)
    with APIServer(answer, certificate=certificate) as server:
        host = f"127.0.0.1:{server.port}"
        trust = {"SSL_CERT_FILE": str(certificate.authority)}
        gh = {**trust, "GH_CONFIG_DIR": str(configuration(world, host))}
        status = [world.program, "status", "--json", "--base-url", f"https://{host}/v2"]
        report = json.loads(world.run(status, project, environment=trust))
        if report["connection"]["state"] != "connected" or not report["objects"]:
            raise BrokenMeasurement(f"status said {report['connection']}")
        words = ["gh", "auth", "status", "--hostname", host]
        ours, theirs = interleaved(
            REPETITIONS,
            timed(lambda: world.run(status, project, environment=trust)),
            timed(lambda: world.run(words, project, environment=gh)),
        )
        runs = 1 + 2 * (REPETITIONS + 1)
        if server.count != 2 * runs:
            raise BrokenMeasurement(f"the server was asked {server.count} times")
    return [ratio("status --json, TLS", ours, theirs, 0.5, "gh auth status")]


def configuration(world, host):
    """A folder for gh in which one is logged in at the host."""
    folder = world.make_folder("gh")
    (folder / "config.yml").write_text("git_protocol: https\nprompt: disabled\n")
    hosts = f'"{host}":\n  oauth_token: {GH_TOKEN}\n  user: octocat\n  git_protocol: https\n'
    (folder / "hosts.yml").write_text(hosts)
    (folder / "hosts.yml").chmod(0o600)
    return folder
