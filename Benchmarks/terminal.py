"""A program in a pseudo-terminal, and when what it draws is there."""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time

from measuring import BrokenMeasurement

ROWS, COLUMNS = 24, 80
TERM = "xterm-256color"

# CSI and OSC sequences, character sets, and the two-byte ones (ECMA-48, and ESC 7 and 8 of DEC).
ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b[()*+][0-~]|\x1b[0-Z\\-~]", re.DOTALL
)
BLANKS = re.compile(rb"\s+")


class FrameDetector:
    """Tells when all words of a frame have been written.

    Curses moves over blanks instead of writing them, and changes colours within a word, so both are
    taken out before the words are looked for.
    """

    def __init__(self, words):
        self.words = [BLANKS.sub(b"", word.encode()) for word in words]
        self.written = b""

    def feed(self, data):
        """Takes what was written, and tells whether the frame is whole by now."""
        self.written += data
        text = BLANKS.sub(b"", ESCAPES.sub(b"", self.written))
        return all(word in text for word in self.words)


class Terminal:
    """Runs a program in a terminal of its own; to be used with `with`."""

    def __init__(self, arguments, environment, directory):
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        path = os.ttyname(slave)
        # Opened by the leader of a new session, the terminal becomes the one that controls it.
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        here = os.getcwd()
        os.chdir(directory)
        try:
            self.start = time.perf_counter()
            self.pid = os.posix_spawnp(
                arguments[0],
                arguments,
                {**environment, "TERM": TERM},
                file_actions=actions,
                setsid=True,
            )
        finally:
            os.chdir(here)
        os.close(slave)
        self.poll = select.poll()
        self.poll.register(self.master, select.POLLIN)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.close(self.master)
        os.waitpid(self.pid, 0)

    def read(self, milliseconds):
        """Gives what is written within the time, or nothing."""
        if not self.poll.poll(milliseconds):
            return b""
        try:
            return os.read(self.master, 65_536)
        except OSError:
            # What a terminal answers once its last program has ended.
            return b""

    def press(self, keys):
        """Types; gives the moment."""
        start = time.perf_counter()
        os.write(self.master, keys)
        return start

    def wait_for(self, *words, limit=20):
        """Waits for words; gives the moment at which the last of them was there."""
        detector = FrameDetector(words)
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            data = self.read(100)
            if data and detector.feed(data):
                return time.perf_counter()
        raise BrokenMeasurement(f"{' and '.join(words)} did not appear in {limit} s")

    def drain(self, quiet_milliseconds, first_milliseconds):
        """Reads until it is quiet; gives the bytes and the moment of the last one."""
        data = self.read(first_milliseconds)
        count, moment = 0, time.perf_counter()
        while data:
            count, moment = count + len(data), time.perf_counter()
            data = self.read(quiet_milliseconds)
        return count, moment
