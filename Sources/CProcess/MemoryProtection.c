#include "CProcess.h"

#include <signal.h>
#include <stddef.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static struct rlimit former;
static bool is_noted;

// Swift's runtime may have set handlers that start a program which prints registers and what they
// point to.
static void remove_crash_reports(void) {
  static const int numbers[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction action;
    if (sigaction(numbers[index], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = (struct sigaction){.sa_handler = SIG_DFL};
    (void)sigaction(numbers[index], &action, NULL);
  }
}

void cprocess_protect_memory(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_CORE, &limit) == 0) {
    if (!is_noted) former = limit;
    is_noted = true;
    // The hard limit stays: who is not root could not hand the old one on.
    limit.rlim_cur = 0;
    (void)setrlimit(RLIMIT_CORE, &limit);
  }
  remove_crash_reports();
#ifdef __linux__
  (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void cprocess_restore_core_limit(void) {
  if (is_noted) (void)setrlimit(RLIMIT_CORE, &former);
}
