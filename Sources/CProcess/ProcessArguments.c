#include "CProcess.h"

#include <stddef.h>

static const char *const nothing[] = {NULL};
static const char *const *arguments = nothing;
static const char *const *variables = nothing;

// glibc and dyld hand the arguments of main to every constructor. Swift's main is the compiler's and
// keeps them to itself.
__attribute__((constructor)) static void remember(int count, char **values, char **environment) {
  if (count > 0 && values != NULL) arguments = (const char *const *)values;
  if (environment != NULL) variables = (const char *const *)environment;
}

const char *const *cprocess_arguments(void) { return arguments; }

const char *const *cprocess_variables(void) { return variables; }
