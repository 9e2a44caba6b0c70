// What the system tells a process of itself and keeps from others, where Swift has no call for it.

#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdbool.h>

/// The arguments as the kernel handed them over, the program's name first; NULL ends them.
///
/// Swift's own list comes from /proc, which is not there everywhere, and has lost what is not UTF-8.
const char *const *cprocess_arguments(void);

/// The variables as the kernel handed them over, `NAME=value` each; NULL ends them.
const char *const *cprocess_variables(void);

/// Keeps this process's memory from core files and from other processes of the same user.
///
/// The soft limit of core files is noted and becomes 0; on Linux the process becomes one that can be
/// neither dumped nor traced (PR_SET_DUMPABLE in prctl(2)), which a program that takes its place is not.
/// Handlers that report a crash are taken back: a report may show memory.
void cprocess_protect_memory(void);

/// Puts the noted limit of core files back, for a program that takes this one's place.
void cprocess_restore_core_limit(void);

#endif
