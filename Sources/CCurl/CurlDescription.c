#define _POSIX_C_SOURCE 200809L

#include "CurlTransfer.h"

#include <stdlib.h>
#include <string.h>

enum { header_limit = 64 * 1024 };

bool ccurl_append(struct ccurl_buffer *buffer, const void *bytes, size_t length) {
  if (length > buffer->limit - buffer->length) {
    buffer->overflowed = true;
    return false;
  }
  if (length > buffer->capacity - buffer->length) {
    size_t capacity = buffer->capacity * 2 + length;
    unsigned char *grown = realloc(buffer->bytes, capacity);
    if (!grown) return false;
    buffer->bytes = grown;
    buffer->capacity = capacity;
  }
  if (length > 0) memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
  return true;
}

static bool has_control(const char *text) {
  for (const unsigned char *next = (const unsigned char *)text; *next; next++) {
    if (*next < 0x20 || *next == 0x7f) return true;
  }
  return false;
}

ccurl_transfer *ccurl_create(void) {
  ccurl_transfer *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  if (pthread_mutex_init(&transfer->lock, NULL) != 0) {
    free(transfer);
    return NULL;
  }
  atomic_init(&transfer->holders, 1);
  atomic_init(&transfer->cancelled, false);
  transfer->sent.limit = SIZE_MAX;
  transfer->answer_headers.limit = header_limit;
  return transfer;
}

bool ccurl_set_text(ccurl_transfer *transfer, ccurl_text which, const char *text) {
  if (has_control(text)) return false;
  free(transfer->texts[which]);
  transfer->texts[which] = strdup(text);
  return transfer->texts[which] != NULL;
}

bool ccurl_add_header(ccurl_transfer *transfer, const char *line) {
  if (has_control(line)) return false;
  size_t size = (transfer->header_count + 1) * sizeof *transfer->headers;
  char **grown = realloc(transfer->headers, size);
  if (!grown) return false;
  transfer->headers = grown;
  grown[transfer->header_count] = strdup(line);
  if (!grown[transfer->header_count]) return false;
  transfer->header_count++;
  return true;
}

bool ccurl_set_body(ccurl_transfer *transfer, const unsigned char *bytes, size_t length) {
  return ccurl_append(&transfer->sent, bytes, length);
}

void ccurl_set_limits(ccurl_transfer *transfer, int64_t milliseconds, size_t body_limit) {
  transfer->limit = milliseconds;
  transfer->answer_body.limit = body_limit;
}

void ccurl_set_inspection(ccurl_transfer *transfer) { transfer->inspects = true; }

void ccurl_release(ccurl_transfer *transfer) {
  if (atomic_fetch_sub(&transfer->holders, 1) > 1) return;
  for (size_t index = 0; index < CCURL_TEXT_COUNT; index++) free(transfer->texts[index]);
  for (size_t index = 0; index < transfer->header_count; index++) free(transfer->headers[index]);
  free(transfer->headers);
  free(transfer->sent.bytes);
  free(transfer->answer_headers.bytes);
  free(transfer->answer_body.bytes);
  pthread_mutex_destroy(&transfer->lock);
  free(transfer);
}
