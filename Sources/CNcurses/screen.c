#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include "CNcurses.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <wchar.h>

// Declared here because <term.h> turns `columns`, `lines` and a hundred other words into macros.
extern int setupterm(const char *name, int terminal, int *result);

static SCREEN *screen;
static FILE *output;
static bool is_suspended;
static bool has_alternate_screen;

static bool locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static bool environment_asks_for_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && *value != '\0')
      return strcasestr(value, "utf-8") != NULL || strcasestr(value, "utf8") != NULL;
  }
  return false;
}

bool cnc_adopt_locale(void) {
  // Only LC_CTYPE: the other categories would translate error texts and change how numbers are read.
  if (setlocale(LC_CTYPE, "") == NULL && environment_asks_for_utf8())
    setlocale(LC_CTYPE, "C.UTF-8");
  return locale_is_utf8();
}

// wcwidth knows only ASCII in the locale "C", where columns must still be counted.
int cnc_width(uint32_t scalar) {
  static locale_t utf8;
  if (locale_is_utf8())
    return wcwidth((wchar_t)scalar);
  if (utf8 == (locale_t)0)
    utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (utf8 == (locale_t)0)
    return wcwidth((wchar_t)scalar);
  locale_t previous = uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  uselocale(previous);
  return width;
}

static size_t reset_length;
static char reset_bytes[1024];

static int append_reset(int character) {
  if (reset_length < sizeof reset_bytes)
    reset_bytes[reset_length++] = (char)character;
  return character;
}

// Padding (`$<5>`) is for terminals of 1978 and would be written as it stands.
static void append_reset_text(const char *text) {
  if (text == NULL || text == (const char *)-1)
    return;
  while (*text != '\0') {
    const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') : NULL;
    if (end != NULL)
      text = end + 1;
    else
      append_reset(*text++);
  }
}

static void append_reset_capability(const char *name) { append_reset_text(tigetstr((NCURSES_CONST char *)name)); }

static void remember_reset_bytes(void) {
  reset_length = 0;
  append_reset_text("\033[?1004l\033[?2004l");
  append_reset_capability("sgr0");
  append_reset_capability("op");
  append_reset_capability("cnorm");
  append_reset_capability("rmcup");
  const char *leaves = tigetstr("rmcup");
  has_alternate_screen = leaves != NULL && *leaves != '\0';
  if (!has_alternate_screen) {
    int last_row = tigetnum("lines") > 0 ? tigetnum("lines") - 1 : 23;
    append_reset_text(tparm(tigetstr("cup"), last_row, 0, 0, 0, 0, 0, 0, 0, 0));
    append_reset_text("\r\n");
  }
  cnc_guard_set_reset(reset_bytes, reset_length);
}

enum cnc_terminal_type cnc_describe(const char *name, int terminal) {
  int result = 0;
  if (name == NULL || *name == '\0' || setupterm(name, terminal, &result) != OK)
    return cnc_type_unknown;
  const char *moves = tigetstr("cup");
  if (moves == NULL || moves == (const char *)-1 || *moves == '\0')
    return cnc_type_without_cursor_movement;
  remember_reset_bytes();
  return cnc_type_usable;
}

bool cnc_open(const char *name, int terminal) {
  int descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3);
  output = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  if (output == NULL)
    return false;
  // The terminal's own word before LINES and COLUMNS, which a shell may have exported long ago.
  use_env(TRUE);
  use_tioctl(TRUE);
  screen = newterm(name, output, stdin);
  if (screen == NULL) {
    fclose(output);
    output = NULL;
    return false;
  }
  raw();
  noecho();
  nonl();
  // Painting is never cut short because a key is waiting: input is read elsewhere.
  typeahead(-1);
  return true;
}

static void leave_screen(void) {
  if (is_suspended)
    return;
  is_suspended = true;
  // Without another screen to go back to, what follows would be written over a picture.
  if (!has_alternate_screen) {
    werase(stdscr);
    wrefresh(stdscr);
  }
  endwin();
}

void cnc_close(void) {
  if (screen == NULL)
    return;
  leave_screen();
  is_suspended = false;
  delscreen(screen);
  fclose(output);
  screen = NULL;
  output = NULL;
}

void cnc_suspend(void) { leave_screen(); }

void cnc_resume(void) {
  is_suspended = false;
  reset_prog_mode();
  clearok(curscr, TRUE);
}

int cnc_start_colors(void) {
  if (!has_colors() || start_color() != OK)
    return 0;
  use_default_colors();
  return COLORS;
}

void cnc_define_pair(int pair, int foreground) { init_pair((short)pair, (short)foreground, -1); }

void cnc_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void cnc_resize(int rows, int columns) {
  // Not resizeterm: that queues a KEY_RESIZE for a wgetch that never comes.
  resize_term(rows, columns);
  clearok(curscr, TRUE);
}

void cnc_repaint(void) { clearok(curscr, TRUE); }

void cnc_erase(void) { werase(stdscr); }

static attr_t curses_attributes(int attributes) {
  attr_t result = A_NORMAL;
  if (attributes & cnc_bold)
    result |= A_BOLD;
  if (attributes & cnc_dim)
    result |= A_DIM;
  if (attributes & cnc_underline)
    result |= A_UNDERLINE;
  if (attributes & cnc_reverse)
    result |= A_REVERSE;
  return result;
}

void cnc_put(int row, int column, const uint32_t *scalars, size_t count, int attributes, int pair) {
  wattr_set(stdscr, curses_attributes(attributes), (short)pair, NULL);
  if (wmove(stdscr, row, column) != OK)
    return;
  wchar_t text[64];
  for (size_t done = 0; done < count;) {
    size_t length = 0;
    while (length < sizeof text / sizeof *text && done < count)
      text[length++] = (wchar_t)scalars[done++];
    waddnwstr(stdscr, text, (int)length);
  }
}

void cnc_refresh(int cursor_row, int cursor_column) {
  curs_set(cursor_row < 0 ? 0 : 1);
  wmove(stdscr, cursor_row < 0 ? 0 : cursor_row, cursor_row < 0 ? 0 : cursor_column);
  wrefresh(stdscr);
}
