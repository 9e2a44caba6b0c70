// Gives the terminal back whatever happens: signals, crashes, `exit` in a library. In C, because a
// signal handler may touch nothing that is initialised lazily or allocates.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Makes a pipe that neither end waits for and no other program inherits. Returns 0 or an errno.
int cnc_wake_pipe(int *descriptors);

/// Remembers the modes of a terminal and where the handlers report. Returns 0 or an errno.
int cnc_guard_open(int terminal);

/// Lets what is typed come at once and unseen, with the signals of the keyboard; the modes are read back. Returns 0
/// or an errno, after which what is typed may show.
int cnc_guard_hide_input(void);

/// Whether the terminal neither shows what is typed nor keeps it until the line's end.
bool cnc_guard_hides_input(void);

/// Keeps the bytes that take a terminal type out of full screen.
void cnc_guard_set_reset(const char *bytes, size_t length);

/// Installs the handlers: signals that end or stop the program write their number to `wake`; those that
/// crash it give the terminal back and then do what they do by default.
void cnc_guard_arm(int wake);

/// Tells the handlers that the program has taken the signals it was sent.
void cnc_guard_acknowledge(void);

/// Sends what is written to descriptors 1 and 2 into a private file, where they are terminals.
/// Returns 0 or an errno.
int cnc_guard_hold_output(void);

/// Writes to the terminal itself, whole.
void cnc_guard_write(const char *bytes, size_t length);

/// What happens to input that nobody has read.
enum cnc_unread_input {
  cnc_keep_unread_input,
  cnc_discard_unread_input,
};

/// Puts the remembered modes back.
void cnc_guard_restore_modes(enum cnc_unread_input unread);

/// Ends all of it: handlers, held output (it is shown now), descriptors.
void cnc_guard_close(void);

/// Makes a hang-up harmless from the end on: a terminal that was closed ends its input first and sends
/// SIGHUP only then, when what was being written is still to be finished.
void cnc_guard_ignore_hang_up(void);

/// Says whether a crash has a terminal to give back: not while the program is suspended.
void cnc_guard_set_active(bool is_active);

/// Whether the shell has this program in the foreground; elsewhere it must leave the terminal alone.
bool cnc_guard_is_foreground(void);

/// Stops this process, or its whole group as the terminal does for Ctrl-Z, until it is continued.
void cnc_guard_stop(bool whole_group);
