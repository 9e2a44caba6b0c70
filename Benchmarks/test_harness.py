"""Checks what measures: `python3 -B -m unittest` in this folder. There are no figures here."""

import unittest

from measuring import BrokenMeasurement, Figure, interleaved, percentile, ratio, table
from terminal import FrameDetector, Terminal

ENVIRONMENT = {"PATH": "/usr/bin:/bin"}


def shell(script):
    return Terminal(["sh", "-c", script], ENVIRONMENT, "/")


class FrameDetectorTests(unittest.TestCase):
    def test_it_waits_for_the_last_word(self):
        detector = FrameDetector(["Attio setup", "? help"])
        self.assertFalse(detector.feed(b"\x1b[?1049h\x1b[H \x1b(B\x1b[0;1mAttio"))
        self.assertFalse(detector.feed(b"\x1b[3Csetup\x1b[24d ? he"))
        self.assertTrue(detector.feed(b"lp\x1b[H"))

    def test_colours_within_a_word_and_moves_over_blanks_do_not_hide_it(self):
        detector = FrameDetector(["<Cancel>"])
        self.assertTrue(detector.feed(b"\x1b[4m<\x1b[31mC\x1b[39;49m\x1b(Bancel\x1b[2C>"))

    def test_a_title_in_an_operating_system_command_is_no_text(self):
        detector = FrameDetector(["help"])
        self.assertFalse(detector.feed(b"\x1b]0;help\x07hel"))


class TerminalTests(unittest.TestCase):
    def test_the_program_has_the_terminal_and_its_size(self):
        with shell("stty size; tty </dev/tty >/dev/null && echo controlled $TERM") as terminal:
            end = terminal.wait_for("24 80", "controlled xterm-256color")
            self.assertGreater(end, terminal.start)

    def test_a_key_is_answered_and_its_bytes_are_counted(self):
        script = "stty -echo raw; printf ready; head -c 1 >/dev/null; printf 12345; cat"
        with shell(script) as terminal:
            terminal.wait_for("ready")
            start = terminal.press(b"x")
            count, end = terminal.drain(100, 5_000)
            self.assertEqual(count, 5)
            self.assertGreater(end, start)

    def test_words_that_do_not_come_break_the_measurement(self):
        with shell("printf something; cat") as terminal:
            with self.assertRaises(BrokenMeasurement):
                terminal.wait_for("else", limit=0.3)


class MeasuringTests(unittest.TestCase):
    def test_actions_take_turns_and_the_first_round_does_not_count(self):
        order = []

        def action(name):
            return lambda: order.append(name) or len(order)

        self.assertEqual(interleaved(2, action("a"), action("b")), [[3, 5], [4, 6]])
        self.assertEqual(order, ["a", "b"] * 3)

    def test_the_percentile_is_a_value_that_was_measured(self):
        self.assertEqual(percentile(range(1, 101), 0.99), 99)
        self.assertEqual(percentile([7], 0.99), 7)

    def test_a_ratio_is_of_the_medians_and_held_against_its_goal(self):
        met = ratio("a", [1, 1, 9], [2, 2, 2], 0.5, "peer")
        missed = ratio("b", [3, 3, 3], [2, 2, 2], 1.3, "peer")
        told = Figure("c", "", "", 5, None, "calls", 1)
        self.assertEqual([one.verdict for one in (met, missed, told)], ["met", "MISSED", "-"])
        self.assertIn("1.5 x", table([met, missed, told])[2])


if __name__ == "__main__":
    unittest.main()
