// The part of libcurl's interface that is used, declared here so that no curl header is needed.
// `CurlLibraryCheck.c` compares every number with the real header where there is one.

#ifndef CCURL_LIBRARY_H
#define CCURL_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

enum {
  CCURL_OPT_WRITEDATA = 10001,
  CCURL_OPT_URL = 10002,
  CCURL_OPT_PROXY = 10004,
  CCURL_OPT_ERRORBUFFER = 10010,
  CCURL_OPT_WRITEFUNCTION = 20011,
  CCURL_OPT_POSTFIELDS = 10015,
  CCURL_OPT_USERAGENT = 10018,
  CCURL_OPT_HTTPHEADER = 10023,
  CCURL_OPT_HEADERDATA = 10029,
  CCURL_OPT_POST = 47,
  CCURL_OPT_FOLLOWLOCATION = 52,
  CCURL_OPT_POSTFIELDSIZE = 60,
  CCURL_OPT_SSL_VERIFYPEER = 64,
  CCURL_OPT_CAINFO = 10065,
  CCURL_OPT_HEADERFUNCTION = 20079,
  CCURL_OPT_HTTPGET = 80,
  CCURL_OPT_SSL_VERIFYHOST = 81,
  CCURL_OPT_CAPATH = 10097,
  CCURL_OPT_NOSIGNAL = 99,
  CCURL_OPT_CONNECT_ONLY = 141,
  CCURL_OPT_CERTINFO = 172,
  CCURL_OPT_NOPROXY = 10177,
  CCURL_OPT_PROTOCOLS = 181,
  CCURL_OPT_PROXY_CAINFO = 10246,
  CCURL_OPT_PROXY_CAPATH = 10247,
  CCURL_OPT_SUPPRESS_CONNECT_HEADERS = 265,
  CCURL_OPT_QUICK_EXIT = 322,
};

enum {
  CCURL_INFO_RESPONSE_CODE = 0x200002,
  CCURL_INFO_HTTP_CONNECTCODE = 0x200016,
  CCURL_INFO_OS_ERRNO = 0x200019,
  CCURL_INFO_CERTINFO = 0x400022,
  CCURL_INFO_TOTAL_TIME_T = 0x600032,
  CCURL_INFO_NAMELOOKUP_TIME_T = 0x600033,
  CCURL_INFO_CONNECT_TIME_T = 0x600034,
  CCURL_INFO_STARTTRANSFER_TIME_T = 0x600036,
  CCURL_INFO_APPCONNECT_TIME_T = 0x600038,
};

enum {
  CCURL_OK = 0,
  CCURL_WRITE_ERROR = 23,
  CCURL_GLOBAL_DEFAULT = 3,
  CCURL_MESSAGE_DONE = 1,
  CCURL_PROTO_HTTP_AND_HTTPS = 3,
  CCURL_ERROR_SIZE = 256,
};

struct ccurl_list {
  char *data;
  struct ccurl_list *next;
};

struct ccurl_certificates {
  int count;
  struct ccurl_list **lines;
};

struct ccurl_message {
  int kind;
  void *handle;
  union {
    void *whatever;
    int result;
  } data;
};

struct ccurl_library {
  int (*global_init)(long flags);
  void *(*easy_init)(void);
  int (*easy_setopt)(void *handle, int option, ...);
  int (*easy_getinfo)(void *handle, int info, ...);
  const char *(*easy_strerror)(int code);
  void (*easy_cleanup)(void *handle);
  struct ccurl_list *(*slist_append)(struct ccurl_list *list, const char *text);
  void (*slist_free_all)(struct ccurl_list *list);
  void *(*multi_init)(void);
  int (*multi_add_handle)(void *multi, void *handle);
  int (*multi_remove_handle)(void *multi, void *handle);
  int (*multi_perform)(void *multi, int *running);
  int (*multi_poll)(void *multi, void *extra, unsigned int count, int milliseconds, int *ready);
  int (*multi_wakeup)(void *multi);
  struct ccurl_message *(*multi_info_read)(void *multi, int *left);
  int (*multi_cleanup)(void *multi);
};

/// The loaded library, or NULL and the reason in `words`. `name` asks for one library only; NULL
/// means the system's. A failure is not remembered: the package may be installed meanwhile.
const struct ccurl_library *ccurl_library_load(const char *name, char *words, size_t size);

#endif
