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

// The name of the locale that decides about characters: the first of these that is not empty.
static const char *character_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && *value != '\0')
      return value;
  }
  return NULL;
}

static bool environment_asks_for_utf8(void) {
  const char *value = character_locale();
  return value != NULL &&
         (strcasestr(value, "utf-8") != NULL || strcasestr(value, "utf8") != NULL);
}

bool cnc_adopt_locale(void) {
  // Only LC_CTYPE: the other categories would translate error texts and change how numbers are read.
  if (setlocale(LC_CTYPE, "") == NULL && environment_asks_for_utf8())
    setlocale(LC_CTYPE, "C.UTF-8");
  return locale_is_utf8();
}

bool cnc_locale_is_east_asian(void) {
  const char *value = character_locale();
  return value != NULL && (strncmp(value, "ja", 2) == 0 || strncmp(value, "ko", 2) == 0 ||
                           strncmp(value, "zh", 2) == 0);
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

// Bytes for the terminal, put together before anything can go wrong.
struct bytes {
  size_t length;
  char text[1024];
};

static struct bytes reset, modes_on, modes_off;
static bool reports_mouse;
static bool knows_repetition;

// Padding (`$<5>`) is for terminals of 1978 and would be written as it stands.
static void append(struct bytes *bytes, const char *text) {
  if (text == NULL || text == (const char *)-1)
    return;
  while (*text != '\0' && bytes->length < sizeof bytes->text) {
    const char *end = strncmp(text, "$<", 2) == 0 ? strchr(text, '>') : NULL;
    if (end != NULL)
      text = end + 1;
    else
      bytes->text[bytes->length++] = *text++;
  }
}

static const char *capability(const char *name) {
  const char *text = tigetstr((NCURSES_CONST char *)name);
  return text == (const char *)-1 || (text != NULL && *text == '\0') ? NULL : text;
}

// Numbers: xterm control sequences, "DEC private mode set". The mouse tells presses and the wheel (1000) in
// decimal (1006), not motion, so that selecting with Shift still works.
static void remember_modes(enum cnc_mouse mouse) {
  reports_mouse = mouse == cnc_mouse_where_known && capability("kmous") != NULL;
  modes_on.length = modes_off.length = 0;
  append(&modes_on, "\033[?1004h\033[?2004h");
  append(&modes_off, "\033[?1004l\033[?2004l");
  if (reports_mouse) {
    append(&modes_on, "\033[?1000h\033[?1006h");
    append(&modes_off, "\033[?1006l\033[?1000l");
  }
}

static void remember_reset_bytes(void) {
  reset = modes_off;
  append(&reset, capability("sgr0"));
  append(&reset, capability("op"));
  append(&reset, capability("cnorm"));
  append(&reset, capability("rmcup"));
  has_alternate_screen = capability("rmcup") != NULL;
  if (!has_alternate_screen) {
    int last_row = tigetnum("lines") > 0 ? tigetnum("lines") - 1 : 23;
    append(&reset, tparm(tigetstr("cup"), last_row, 0, 0, 0, 0, 0, 0, 0, 0));
    append(&reset, "\r\n");
  }
  cnc_guard_set_reset(reset.text, reset.length);
}

enum cnc_terminal_type cnc_describe(const char *name, int terminal, enum cnc_mouse mouse) {
  int result = 0;
  if (name == NULL || *name == '\0' || setupterm(name, terminal, &result) != OK)
    return cnc_type_unknown;
  if (capability("cup") == NULL)
    return cnc_type_without_cursor_movement;
  knows_repetition = capability("rep") != NULL;
  remember_modes(mouse);
  remember_reset_bytes();
  return cnc_type_usable;
}

bool cnc_has_mouse(void) { return reports_mouse; }

void cnc_set_modes(bool is_full_screen) {
  const struct bytes *bytes = is_full_screen ? &modes_on : &modes_off;
  cnc_guard_write(bytes->text, bytes->length);
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
  cnc_repaint();
}

int cnc_start_colors(void) {
  if (!has_colors() || start_color() != OK)
    return 0;
  // Without it every cell would get a background of our choice.
  return use_default_colors() == OK ? COLORS : 0;
}

void cnc_define_pair(int pair, int foreground) { init_pair((short)pair, (short)foreground, -1); }

void cnc_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void cnc_resize(int rows, int columns) {
  // Not resizeterm: that queues a KEY_RESIZE for a wgetch that never comes.
  resize_term(rows, columns);
  cnc_repaint();
}

// The picture of before goes too: rows are shown piece by piece, and none of it may come in between.
void cnc_repaint(void) {
  werase(newscr);
  clearok(curscr, TRUE);
}

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

// Whether a cell goes on in a run of equal cells that ncurses would write once and have repeated by the terminal
// (ECMA-48 REP): terminals are told apart by their name, and many that call themselves xterm do not know it. What
// is empty is cleared and needs no run.
static bool is_repeated(const uint32_t *scalars, size_t index, int attributes) {
  bool is_drawn = scalars[index] > ' ' || (attributes & (cnc_reverse | cnc_underline)) != 0;
  return knows_repetition && index > 0 && scalars[index] < 0x100 && is_drawn &&
         scalars[index] == scalars[index - 1];
}

void cnc_put(int row, int column, const uint32_t *scalars, size_t count, int attributes, int pair) {
  // ncurses has no switch for it, but a run ends where an attribute changes, and no terminal shows this one.
  enum { longest_run = 4 };
  attr_t plain = curses_attributes(attributes), other = plain | WA_LOW;
  if (wmove(stdscr, row, column) != OK)
    return;
  wchar_t text[64];
  size_t run = 0;
  for (size_t done = 0; done < count;) {
    size_t length = 0;
    bool is_other = false;
    while (length < sizeof text / sizeof *text && done < count) {
      size_t next = is_repeated(scalars, done, attributes) ? run + 1 : 0;
      bool turns = next / longest_run % 2 == 1;
      if (length > 0 && turns != is_other)
        break;
      is_other = turns;
      run = next;
      text[length++] = (wchar_t)scalars[done++];
    }
    wattr_set(stdscr, is_other ? other : plain, (short)pair, NULL);
    waddnwstr(stdscr, text, (int)length);
  }
}

void cnc_show_rows(int first, int last, bool may_run_over) {
  untouchwin(stdscr);
  wtouchln(stdscr, first, last - first + 1, 1);
  wmove(stdscr, last, 0);
  wrefresh(stdscr);
  // ncurses believes the cursor to be there and has written all it had to say. Not mvcur: outside of a
  // refresh that one writes to stdout.
  struct bytes place = {0};
  append(&place, tparm(tigetstr("cup"), last, 0, 0, 0, 0, 0, 0, 0, 0));
  cnc_guard_write(place.text, place.length);
  if (may_run_over)
    wredrawln(stdscr, last + 1, 1);
}

void cnc_refresh(int cursor_row, int cursor_column) {
  curs_set(cursor_row < 0 ? 0 : 1);
  touchwin(stdscr);
  wmove(stdscr, cursor_row < 0 ? 0 : cursor_row, cursor_row < 0 ? 0 : cursor_column);
  wrefresh(stdscr);
}
