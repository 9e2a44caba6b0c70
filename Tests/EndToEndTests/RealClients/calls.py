"""Makes calls one after another and prints what came of each as a line of JSON."""

import json
import sys


class Calls:
    def __init__(self):
        self.failed = 0

    def __call__(self, name, call, refused=None):
        """Makes a call; one that Attio refuses is right where it is refused with that status."""
        try:
            answer, error = call(), None
        except Exception as problem:
            answer, error = None, f"{type(problem).__name__}: {problem}"
        right = error is None if refused is None else refused in (error or "")
        line = {"call": name, "right": right}
        if not right:
            line["error"] = (error or "was let through")[:400]
        print(json.dumps(line))
        sys.stdout.flush()
        return answer
