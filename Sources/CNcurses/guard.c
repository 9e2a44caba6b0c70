#define _GNU_SOURCE

#include "CNcursesGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Seconds after which a second ending signal no longer waits for a program that ignored the first.
enum { patience_seconds = 2 };
// How long a terminal that takes no output holds up a program that a signal ends.
enum { last_words_milliseconds = 1000 };

static const int waking_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static const int crash_signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
// Signals that end a program which has no handler for them.
static const int fatal_signals[] = {SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
                                    SIGPIPE, SIGXCPU, SIGXFSZ};

enum { highest_signal = 64, alternate_stack_bytes = 64 * 1024 };

static struct {
  volatile sig_atomic_t has_terminal;
  volatile sig_atomic_t is_leaving;
  pid_t owner;
  volatile sig_atomic_t is_unanswered;
  volatile time_t unanswered_since;
  int terminal;
  int wake;
  struct termios modes;
  char reset[1024];
  size_t reset_length;
  int held;
  int held_descriptors[2];
  bool is_installed[highest_signal + 1];
  struct sigaction previous[highest_signal + 1];
  stack_t previous_stack;
} guard = {.terminal = -1, .wake = -1, .held = -1, .held_descriptors = {-1, -1}};

static char alternate_stack[alternate_stack_bytes];

// Others may have made the terminal one that does not wait; then it is waited for here.
static bool waits_for_room(int descriptor) {
  struct pollfd room = {.fd = descriptor, .events = POLLOUT};
  int count;
  while ((count = poll(&room, 1, guard.is_leaving ? last_words_milliseconds : -1)) < 0 &&
         errno == EINTR)
    continue;
  return count > 0 && (room.revents & POLLOUT) != 0;
}

static void write_whole(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0 && errno == EAGAIN && waits_for_room(descriptor))
      continue;
    if (written <= 0)
      return;
    bytes += written;
    length -= (size_t)written;
  }
}

void cnc_guard_write(const char *bytes, size_t length) {
  write_whole(guard.terminal, bytes, length);
}

static void show_held_output(void) {
  char block[4096];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(guard.held, block, sizeof block, offset)) > 0) {
    write_whole(guard.terminal, block, (size_t)count);
    offset += count;
  }
}

static void release_held_descriptors(void) {
  for (int i = 0; i < 2; i++)
    if (guard.held_descriptors[i] >= 0)
      dup2(guard.held_descriptors[i], i + 1);
}

void cnc_guard_restore_modes(enum cnc_unread_input unread) {
  if (unread == cnc_discard_unread_input)
    tcflush(guard.terminal, TCIFLUSH);
  // Not TCSADRAIN: a terminal that takes no output must not keep the program.
  while (tcsetattr(guard.terminal, TCSANOW, &guard.modes) != 0 && errno == EINTR)
    continue;
}

// Async-signal-safe: write, poll, pread, tcflush, tcsetattr, dup2 and getpid only. A child between fork and exec
// has inherited the handlers but not the terminal.
static void give_terminal_back(void) {
  if (!guard.has_terminal || guard.owner != getpid())
    return;
  guard.has_terminal = 0;
  guard.is_leaving = 1;
  write_whole(guard.terminal, guard.reset, guard.reset_length);
  cnc_guard_restore_modes(cnc_discard_unread_input);
  release_held_descriptors();
  if (guard.held >= 0)
    show_held_output();
}

static void restore_handler(int number) {
  if (guard.is_installed[number])
    sigaction(number, &guard.previous[number], NULL);
  guard.is_installed[number] = false;
}

// The default action follows, not the handler from before: Swift's backtracer asks for keys, and prints
// registers and memory, where the token may be.
static void die_by(int number) {
  struct sigaction ordinary = {.sa_handler = SIG_DFL};
  sigaction(number, &ordinary, NULL);
  // In its own handler it would wait for the handler's end.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, number);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
  raise(number);
  // The first process of a container is not ended by a signal that it has no handler for.
  _exit(128 + number);
}

static void crash(int number) {
  give_terminal_back();
  die_by(number);
}

static bool ends_the_program(int number) {
  return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}

// True where the program has left an ending signal lying for so long that it must hang.
static bool has_lost_patience(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (guard.is_unanswered)
    return now.tv_sec - guard.unanswered_since >= patience_seconds;
  guard.unanswered_since = now.tv_sec;
  guard.is_unanswered = 1;
  return false;
}

static void wake(int number) {
  int saved_errno = errno;
  if (ends_the_program(number) && has_lost_patience()) {
    give_terminal_back();
    die_by(number);
  }
  unsigned char byte = (unsigned char)number;
  // A full pipe wakes just as well.
  while (write(guard.wake, &byte, 1) < 0 && errno == EINTR)
    continue;
  errno = saved_errno;
}

static void install(int number, const struct sigaction *action) {
  struct sigaction previous;
  if (guard.is_installed[number] || sigaction(number, NULL, &previous) != 0)
    return;
  // Who started the program with a signal ignored (nohup) meant it.
  if (previous.sa_handler == SIG_IGN)
    return;
  guard.previous[number] = previous;
  guard.is_installed[number] = sigaction(number, action, NULL) == 0;
}

static void install_waking(int number) {
  struct sigaction action = {.sa_handler = wake, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  install(number, &action);
}

static void install_crash(int number) {
  struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  install(number, &action);
}

static bool is_default(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_DFL;
}

#define FOR_EACH(name, table)                                                                     \
  for (size_t i_##name = 0; i_##name < sizeof table / sizeof *table; i_##name++)                   \
    for (int name = table[i_##name], once_##name = 1; once_##name; once_##name = 0)

int cnc_wake_pipe(int *descriptors) {
  return pipe2(descriptors, O_CLOEXEC | O_NONBLOCK) == 0 ? 0 : errno;
}

int cnc_guard_open(int terminal) {
  int copy = fcntl(terminal, F_DUPFD_CLOEXEC, 3);
  if (copy < 0)
    return errno;
  if (tcgetattr(copy, &guard.modes) != 0) {
    int reason = errno;
    close(copy);
    return reason;
  }
  guard.terminal = copy;
  guard.reset_length = 0;
  guard.is_leaving = 0;
  return 0;
}

static bool has_modes_of_lines(const struct termios *modes) {
  return (modes->c_lflag & (ECHO | ECHONL | ICANON)) == 0 && (modes->c_lflag & ISIG) != 0;
}

int cnc_guard_hide_input(void) {
  struct termios modes;
  if (tcgetattr(guard.terminal, &modes) != 0)
    return errno;
  modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
  modes.c_lflag |= ISIG;
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  int reason = 0;
  while (tcsetattr(guard.terminal, TCSANOW, &modes) != 0) {
    reason = errno;
    if (reason != EINTR)
      break;
  }
  // What counts is what the terminal does now, not what the call said.
  if (tcgetattr(guard.terminal, &modes) != 0)
    return errno;
  if (has_modes_of_lines(&modes))
    return 0;
  return reason != 0 && reason != EINTR ? reason : EIO;
}

bool cnc_guard_hides_input(void) {
  struct termios modes;
  return tcgetattr(guard.terminal, &modes) == 0 && (modes.c_lflag & (ECHO | ECHONL | ICANON)) == 0;
}

void cnc_guard_set_reset(const char *bytes, size_t length) {
  guard.reset_length = length < sizeof guard.reset ? length : sizeof guard.reset;
  memcpy(guard.reset, bytes, guard.reset_length);
}

void cnc_guard_arm(int wake_descriptor) {
  static bool is_registered;
  if (!is_registered)
    is_registered = atexit(give_terminal_back) == 0;
  guard.wake = wake_descriptor;
  guard.is_unanswered = 0;
  guard.owner = getpid();
  guard.has_terminal = 1;
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, &guard.previous_stack);
  FOR_EACH(number, waking_signals) install_waking(number);
  FOR_EACH(number, crash_signals) install_crash(number);
  FOR_EACH(number, fatal_signals) if (is_default(number)) install_crash(number);
}

void cnc_guard_acknowledge(void) { guard.is_unanswered = 0; }

static int private_file(void) {
#ifdef MFD_CLOEXEC
  return memfd_create("held output", MFD_CLOEXEC);
#else
  char path[] = "/tmp/held-output-XXXXXX";
  int descriptor = mkostemp(path, O_CLOEXEC);
  if (descriptor >= 0)
    unlink(path);
  return descriptor;
#endif
}

int cnc_guard_hold_output(void) {
  fflush(stdout);
  guard.held = private_file();
  if (guard.held < 0)
    return errno;
  for (int i = 0; i < 2; i++) {
    if (!isatty(i + 1))
      continue;
    guard.held_descriptors[i] = fcntl(i + 1, F_DUPFD_CLOEXEC, 3);
    if (guard.held_descriptors[i] < 0 || dup2(guard.held, i + 1) < 0)
      return errno;
  }
  return 0;
}

static void close_if_open(int *descriptor) {
  if (*descriptor >= 0)
    close(*descriptor);
  *descriptor = -1;
}

void cnc_guard_close(void) {
  guard.has_terminal = 0;
  for (int number = 1; number <= highest_signal; number++)
    restore_handler(number);
  // Both are empty where the guard was never armed.
  if (guard.previous_stack.ss_sp != NULL || guard.previous_stack.ss_flags & SS_DISABLE)
    sigaltstack(&guard.previous_stack, NULL);
  fflush(stdout);
  release_held_descriptors();
  if (guard.held >= 0)
    show_held_output();
  close_if_open(&guard.held);
  close_if_open(&guard.held_descriptors[0]);
  close_if_open(&guard.held_descriptors[1]);
  close_if_open(&guard.terminal);
}

void cnc_guard_ignore_hang_up(void) {
  // What is put back at the end, so that there is no moment without it.
  if (guard.is_installed[SIGHUP])
    guard.previous[SIGHUP].sa_handler = SIG_IGN;
}

void cnc_guard_set_active(bool is_active) { guard.has_terminal = is_active; }

bool cnc_guard_is_foreground(void) { return tcgetpgrp(guard.terminal) == getpgrp(); }

void cnc_guard_stop(bool whole_group) {
  struct sigaction ignored = {.sa_handler = SIG_IGN};
  struct sigaction ordinary = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigaction(SIGTSTP, &ignored, &ours);
  // What is sent to the process may reach any of its threads at any time, when our handler is back: so
  // the others of the group are told first, and this process stops by a signal to this very thread,
  // which has it blocked where it is one of a pool.
  if (whole_group)
    kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ordinary, NULL);
  sigset_t stop;
  sigset_t former;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &former);
  // In a group without a shell the system ignores this, and the program simply goes on.
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  pthread_sigmask(SIG_SETMASK, &former, NULL);
}
