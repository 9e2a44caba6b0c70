// The inside of a transfer, shared by the files that describe, translate and run it.

#ifndef CCURL_TRANSFER_H
#define CCURL_TRANSFER_H

#include "CCurl.h"
#include "CurlLibrary.h"

#include <pthread.h>
#include <stdatomic.h>

struct ccurl_buffer {
  unsigned char *bytes;
  size_t length, capacity, limit;
  bool overflowed;
};

struct ccurl_transfer {
  char *texts[CCURL_TEXT_COUNT];
  char **headers;
  size_t header_count;
  struct ccurl_buffer sent, answer_headers, answer_body;
  int64_t limit, deadline;
  bool inspects;
  ccurl_done done;
  void *context;
  atomic_int holders;
  atomic_bool cancelled;
  const struct ccurl_library *library;
  void *easy;
  struct ccurl_list *header_list;
  bool exits_quickly;
  // Guards `multi` alone: a cancel may come while the thread frees it.
  pthread_mutex_t lock;
  void *multi;
  char error_buffer[CCURL_ERROR_SIZE];
  ccurl_outcome outcome;
};

/// Adds bytes; false over the buffer's limit, which is noted, and without memory.
bool ccurl_append(struct ccurl_buffer *buffer, const void *bytes, size_t length);

/// Tells libcurl what the transfer is to do. False where it cannot be told.
bool ccurl_set_request(ccurl_transfer *transfer);

#endif
