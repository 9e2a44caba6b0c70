"""What the measured programs run in: a home, projects and servers of their own."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from measuring import BrokenMeasurement

SCOPES = "object_configuration:read record_permission:read"


class World:
    """A folder with a home, in which no setting of the user counts; to be used with `with`."""

    def __init__(self, program, root):
        self.program = str(program)
        self.root = root
        self.folder = Path(tempfile.mkdtemp(prefix="attio-setup-bench-"))
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.make_folder("home")),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "XDG_STATE_HOME": str(self.folder / "state"),
            "XDG_DATA_HOME": str(self.folder / "data"),
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def make_folder(self, name):
        path = self.folder / name
        path.mkdir(parents=True)
        return path

    def run(self, arguments, directory=None, stdin="", environment=None):
        """Runs a program to its end; another exit code than 0 breaks the measurement."""
        result = subprocess.run(
            arguments,
            cwd=directory or self.folder,
            env={**self.environment, **(environment or {})},
            input=stdin.encode(),
            capture_output=True,
            timeout=600,
        )
        if result.returncode != 0:
            words = result.stderr.decode(errors="replace")[-2000:]
            words += result.stdout.decode(errors="replace")[-2000:]
            raise BrokenMeasurement(f"{arguments[0]} ended with {result.returncode}: {words}")
        return result.stdout.decode()

    def project(self, name, token=None):
        """Makes a small project in a git repository, set up already where there is a token."""
        path = self.make_folder(name)
        (path / "package.json").write_text('{ "name": "my-shop", "private": true }\n')
        (path / ".gitignore").write_text("node_modules/\n.env\n.env.local\n.env.*.local\n")
        if token:
            example = f"# attio-scopes: {SCOPES}\nATTIO_API_KEY=\n"
            (path / ".env.example").write_text(example)
            (path / ".env").write_text(f"PORT=3000\nATTIO_API_KEY={token}\n")
            (path / ".env").chmod(0o600)
        self.run(["git", "init", "-q"], path)
        self.run(["git", "add", "."], path)
        person = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com"]
        self.run(["git", *person, "commit", "-q", "-m", "Begin"], path)
        return path

    def token(self, scenario):
        """One of the sandbox's tokens."""
        return json.loads(self.run([self.program, "sandbox", "--list-tokens"]))[scenario]


class Sandbox:
    """The program's own imitation of Attio, in a process of its own; to be used with `with`."""

    def __init__(self, world):
        self.process = subprocess.Popen(
            [world.program, "sandbox"],
            env=world.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        line = self.process.stdout.readline()
        fields = dict(word.split("=", 1) for word in line.split() if "=" in word)
        if "api" not in fields:
            self.process.kill()
            raise BrokenMeasurement(f"the sandbox said: {line}")
        self.api = fields["api"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
