"""One value in a large env file, against python-dotenv; and how the time grows with the file."""

import itertools
import shutil
import time

from measuring import BrokenMeasurement, interleaved, ratio, seconds

REPETITIONS = 5
LINES = 200_000
VARIABLE = "ATTIO_API_KEY"


def figures(world):
    tokens = (f"{number:064x}" for number in itertools.count(1))
    whole = project(world, "env-whole", LINES)
    double = project(world, "env-double", 2 * LINES)
    other = project(world, "env-dotenv", LINES)
    apply = [world.program, "apply", "--token-stdin", "--no-verify", "--json"]

    def ours(folder):
        return measured(folder, next(tokens), lambda token: world.run(apply, folder, stdin=token))

    def theirs():
        command = [shutil.which("python-dotenv"), "--file", ".env", "set", VARIABLE]
        return measured(other, next(tokens), lambda token: world.run([*command, token], other))

    own, doubled, dotenv = interleaved(
        REPETITIONS, lambda: ours(whole), lambda: ours(double), theirs
    )
    return [
        ratio("one value in 200,000 lines", own, dotenv, 0.05, "dotenv set", seconds),
        ratio("the same in 400,000 lines", doubled, own, 2.1, "200,000", seconds),
    ]


def measured(folder, token, action):
    """Times an action that sets the token, and makes sure that it did, and nothing else."""
    file = folder / ".env"
    before = file.read_bytes().split(b"\n")
    start = time.perf_counter()
    action(token)
    elapsed = time.perf_counter() - start
    changed = [new for old, new in zip(before, file.read_bytes().split(b"\n")) if old != new]
    name = VARIABLE.encode()
    if len(changed) != 1 or not changed[0].startswith(name) or token.encode() not in changed[0]:
        raise BrokenMeasurement(f"{len(changed)} lines of {file} were changed")
    return elapsed


def project(world, name, lines):
    """A folder without a repository, whose env file has the variable in its middle."""
    folder = world.make_folder(name)
    kinds = ["VALUE_{0}=abc{0}", "# what {0} is for", "QUOTED_{0}='a b {0}'", 'NAME_{0}="x {0}"']
    with open(folder / ".env", "w", encoding="utf-8") as file:
        for number in range(lines):
            line = kinds[number % len(kinds)].format(number)
            file.write(f"{VARIABLE}={0:064x}\n" if number == lines // 2 else f"{line}\n")
    (folder / ".env").chmod(0o600)
    return folder
