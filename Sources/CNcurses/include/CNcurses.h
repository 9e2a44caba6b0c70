// The only door to ncurses: plain numbers and arrays in, nothing of curses.h out. Swift cannot import
// `A_BOLD` (a complex macro) nor use `stdscr` and `LINES` (shared mutable state), and no caller needs
// a `WINDOW *`, since the program owns exactly one screen.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CNcursesGuard.h"

/// What a terminal type is good for.
enum cnc_terminal_type {
  cnc_type_unknown = 0,
  cnc_type_without_cursor_movement = 1,
  cnc_type_usable = 2,
};

/// Attributes of a cell, to be combined.
enum cnc_attribute {
  cnc_bold = 1,
  cnc_dim = 2,
  cnc_underline = 4,
  cnc_reverse = 8,
};

/// Takes the character type from the environment (`LC_ALL`, `LC_CTYPE`, `LANG`); where the named locale
/// is not installed but asks for UTF-8, takes `C.UTF-8`. Returns whether characters are UTF-8 now.
bool cnc_adopt_locale(void);

/// The columns of a Unicode scalar: 0, 1 or 2, or -1 for a control character.
int cnc_width(uint32_t scalar);

/// Whether the environment names a locale of China, Japan or Korea, where many terminals draw symbols of
/// ambiguous width (Unicode annex 11) over two columns.
bool cnc_locale_is_east_asian(void);

/// What may be switched on beside the screen.
enum cnc_mouse {
  cnc_mouse_never,
  cnc_mouse_where_known,
};

/// Looks a terminal type up and, where it is usable, hands its reset bytes to the guard.
enum cnc_terminal_type cnc_describe(const char *name, int terminal, enum cnc_mouse mouse);

/// Whether the terminal reports the mouse (`kmous`) and may do so.
bool cnc_has_mouse(void);

/// Switches bracketed paste, focus and mouse reports on or off.
void cnc_set_modes(bool is_full_screen);

/// Opens the screen on a terminal; input is never read here. False where ncurses refuses the type.
bool cnc_open(const char *name, int terminal);

/// Leaves the screen and frees it; the descriptor stays open.
void cnc_close(void);

/// Leaves the screen until the next refresh.
void cnc_suspend(void);

/// Sets the modes of the open screen again.
void cnc_resume(void);

/// The number of colours after switching them on, 0 for a terminal without, or without a way to keep its
/// own background.
int cnc_start_colors(void);

/// Defines a colour pair (1...63) on the terminal's own background.
void cnc_define_pair(int pair, int foreground);

/// The size by the screen, for terminals that do not know their own.
void cnc_size(int *rows, int *columns);

/// Gives the screen a new size and makes the next refresh paint everything.
void cnc_resize(int rows, int columns);

/// Makes the next refresh paint everything.
void cnc_repaint(void);

/// Empties the picture that the next refresh shows.
void cnc_erase(void);

/// Puts scalars from a cell on; the caller has made sure that they end before the right edge.
void cnc_put(int row, int column, const uint32_t *scalars, size_t count, int attributes, int pair);

/// Shows the rows up to one whose characters the terminal may give other widths than the C library: places the
/// cursor anew behind it, and has the next row painted again where that one may have run into it.
void cnc_show_rows(int first, int last, bool may_run_over);

/// Shows the picture, with the cursor visible at a cell, or hidden for a negative row.
void cnc_refresh(int cursor_row, int cursor_column);
