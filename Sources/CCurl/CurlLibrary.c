#include "CurlLibrary.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#ifdef __APPLE__
static const char *const system_names[] = {"libcurl.4.dylib"};
#else
// The second is the same interface with GnuTLS; on Debian it comes with git.
static const char *const system_names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct ccurl_library loaded;
static bool is_loaded = false;

static bool find(void *handle, const char *name, void *slot) {
  void *symbol = dlsym(handle, name);
  // POSIX promises that a function's address fits a data pointer; ISO C has no cast for it.
  *(void **)slot = symbol;
  return symbol != NULL;
}

static bool resolve(void *handle, struct ccurl_library *library) {
  return find(handle, "curl_global_init", &library->global_init) &&
         find(handle, "curl_easy_init", &library->easy_init) &&
         find(handle, "curl_easy_setopt", &library->easy_setopt) &&
         find(handle, "curl_easy_getinfo", &library->easy_getinfo) &&
         find(handle, "curl_easy_strerror", &library->easy_strerror) &&
         find(handle, "curl_easy_cleanup", &library->easy_cleanup) &&
         find(handle, "curl_slist_append", &library->slist_append) &&
         find(handle, "curl_slist_free_all", &library->slist_free_all) &&
         find(handle, "curl_multi_init", &library->multi_init) &&
         find(handle, "curl_multi_add_handle", &library->multi_add_handle) &&
         find(handle, "curl_multi_remove_handle", &library->multi_remove_handle) &&
         find(handle, "curl_multi_perform", &library->multi_perform) &&
         find(handle, "curl_multi_poll", &library->multi_poll) &&
         find(handle, "curl_multi_wakeup", &library->multi_wakeup) &&
         find(handle, "curl_multi_info_read", &library->multi_info_read) &&
         find(handle, "curl_multi_cleanup", &library->multi_cleanup);
}

static void *open_library(const char *name, char *words, size_t size) {
  size_t count = name ? 1 : sizeof system_names / sizeof *system_names;
  for (size_t index = 0; index < count; index++) {
    void *handle = dlopen(name ? name : system_names[index], RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
    const char *reason = dlerror();
    // The first name is the one to install, so its reason is the one to tell.
    if (index == 0) snprintf(words, size, "%s", reason ? reason : "It could not be loaded.");
  }
  return NULL;
}

static bool load(const char *name, char *words, size_t size) {
  // A handle is never closed: libcurl starts threads that may outlive a request.
  void *handle = open_library(name, words, size);
  if (!handle) return false;
  if (is_loaded) return true;
  struct ccurl_library library;
  if (!resolve(handle, &library)) {
    snprintf(words, size, "The installed libcurl is older than 7.68.");
    return false;
  }
  if (library.global_init(CCURL_GLOBAL_DEFAULT) != CCURL_OK) {
    snprintf(words, size, "libcurl could not set itself up.");
    return false;
  }
  loaded = library;
  is_loaded = true;
  return true;
}

const struct ccurl_library *ccurl_library_load(const char *name, char *words, size_t size) {
  pthread_mutex_lock(&lock);
  bool ready = (is_loaded && !name) || load(name, words, size);
  pthread_mutex_unlock(&lock);
  return ready ? &loaded : NULL;
}
