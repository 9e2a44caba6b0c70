#include "CCrypto.h"

#include <stdio.h>

#ifdef __APPLE__
#include <CommonCrypto/CommonDigest.h>

bool ccrypto_sha256(const unsigned char *bytes, size_t length, unsigned char *digest,
                    const char *library, char *words, size_t size) {
  (void)library;
  if (CC_SHA256(bytes, (CC_LONG)length, digest)) return true;
  snprintf(words, size, "CommonCrypto could not hash.");
  return false;
}

#else
#include <dlfcn.h>

// The same function with the same interface in both; the second is older systems'.
static const char *const system_names[] = {"libcrypto.so.3", "libcrypto.so.1.1"};

typedef unsigned char *(*sha256_function)(const unsigned char *bytes, size_t length,
                                          unsigned char *digest);

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

bool ccrypto_sha256(const unsigned char *bytes, size_t length, unsigned char *digest,
                    const char *library, char *words, size_t size) {
  // Never closed: OpenSSL has handlers that run at the end of the program, and libcurl may use it.
  void *handle = open_library(library, words, size);
  if (!handle) return false;
  sha256_function hash;
  // POSIX promises that a function's address fits a data pointer; ISO C has no cast for it.
  *(void **)&hash = dlsym(handle, "SHA256");
  if (hash && hash(bytes, length, digest)) return true;
  snprintf(words, size, hash ? "libcrypto could not hash." : "The library has no SHA256.");
  return false;
}
#endif
