#define _POSIX_C_SOURCE 200809L

#include "CCurl.h"
#include "CurlLibrary.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct buffer {
  unsigned char *bytes;
  size_t length, capacity, limit;
  bool overflowed;
};

struct ccurl_transfer {
  char *texts[CCURL_TEXT_COUNT];
  char **headers;
  size_t header_count;
  struct buffer sent, answer_headers, answer_body;
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

enum { header_limit = 64 * 1024 };

static bool append(struct buffer *buffer, const void *bytes, size_t length) {
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

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool has_control(const char *text) {
  for (const unsigned char *next = (const unsigned char *)text; *next; next++) {
    if (*next < 0x20 || *next == 0x7f) return true;
  }
  return false;
}

// MARK: - Describing

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
  return append(&transfer->sent, bytes, length);
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

// MARK: - The request as libcurl sees it

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  ccurl_transfer *transfer = context;
  return append(&transfer->answer_body, bytes, size * count) ? size * count : 0;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  ccurl_transfer *transfer = context;
  size_t length = size * count;
  // A status line begins a new answer: what a "100 Continue" said before it is over.
  if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) transfer->answer_headers.length = 0;
  return append(&transfer->answer_headers, bytes, length) ? length : 0;
}

static void set_long(ccurl_transfer *transfer, int option, long value) {
  transfer->library->easy_setopt(transfer->easy, option, value);
}

static bool set_pointer(ccurl_transfer *transfer, int option, const void *value) {
  return transfer->library->easy_setopt(transfer->easy, option, value) == CCURL_OK;
}

static bool set_headers(ccurl_transfer *transfer) {
  for (size_t index = 0; index < transfer->header_count; index++) {
    struct ccurl_list *grown =
        transfer->library->slist_append(transfer->header_list, transfer->headers[index]);
    if (!grown) return false;
    transfer->header_list = grown;
  }
  return set_pointer(transfer, CCURL_OPT_HTTPHEADER, transfer->header_list);
}

static bool set_method(ccurl_transfer *transfer) {
  const char *method = transfer->texts[CCURL_TEXT_METHOD];
  if (!method || strcmp(method, "POST") != 0) {
    set_long(transfer, CCURL_OPT_HTTPGET, 1);
    return true;
  }
  set_long(transfer, CCURL_OPT_POST, 1);
  set_long(transfer, CCURL_OPT_POSTFIELDSIZE, (long)transfer->sent.length);
  return set_pointer(
      transfer, CCURL_OPT_POSTFIELDS, transfer->sent.bytes ? (char *)transfer->sent.bytes : "");
}

static bool set_trust(ccurl_transfer *transfer) {
  const char *bundle = transfer->texts[CCURL_TEXT_CA_BUNDLE];
  if (!bundle) return true;
  // The bundle stands instead of the system's authorities, so their folder must go as well.
  set_pointer(transfer, CCURL_OPT_CAPATH, NULL);
  set_pointer(transfer, CCURL_OPT_PROXY_CAPATH, NULL);
  set_pointer(transfer, CCURL_OPT_PROXY_CAINFO, bundle);
  return set_pointer(transfer, CCURL_OPT_CAINFO, bundle);
}

static bool set_request(ccurl_transfer *transfer) {
  const char *proxy = transfer->texts[CCURL_TEXT_PROXY];
  const char *agent = transfer->texts[CCURL_TEXT_USER_AGENT];
  set_long(transfer, CCURL_OPT_NOSIGNAL, 1);
  set_long(transfer, CCURL_OPT_FOLLOWLOCATION, 0);
  set_long(transfer, CCURL_OPT_SUPPRESS_CONNECT_HEADERS, 1);
  transfer->exits_quickly =
      transfer->library->easy_setopt(transfer->easy, CCURL_OPT_QUICK_EXIT, 1L) == CCURL_OK;
  // The older of two options with this meaning: every libcurl knows it.
  set_long(transfer, CCURL_OPT_PROTOCOLS, CCURL_PROTO_HTTP_AND_HTTPS);
  set_pointer(transfer, CCURL_OPT_ERRORBUFFER, transfer->error_buffer);
  transfer->library->easy_setopt(transfer->easy, CCURL_OPT_WRITEFUNCTION, take_body);
  transfer->library->easy_setopt(transfer->easy, CCURL_OPT_HEADERFUNCTION, take_header);
  set_pointer(transfer, CCURL_OPT_WRITEDATA, transfer);
  set_pointer(transfer, CCURL_OPT_HEADERDATA, transfer);
  // Both are set even when empty: that is what keeps libcurl from reading the environment.
  if (!set_pointer(transfer, CCURL_OPT_PROXY, proxy ? proxy : "")) return false;
  if (!set_pointer(transfer, CCURL_OPT_NOPROXY, "")) return false;
  if (agent && !set_pointer(transfer, CCURL_OPT_USERAGENT, agent)) return false;
  if (!set_pointer(transfer, CCURL_OPT_URL, transfer->texts[CCURL_TEXT_URL])) return false;
  if (!transfer->inspects) {
    return set_trust(transfer) && set_method(transfer) && set_headers(transfer);
  }
  set_long(transfer, CCURL_OPT_CONNECT_ONLY, 1);
  set_long(transfer, CCURL_OPT_CERTINFO, 1);
  set_long(transfer, CCURL_OPT_SSL_VERIFYPEER, 0);
  set_long(transfer, CCURL_OPT_SSL_VERIFYHOST, 0);
  return true;
}

// MARK: - Running

static bool open_handles(ccurl_transfer *transfer) {
  transfer->easy = transfer->library->easy_init();
  if (!transfer->easy || !set_request(transfer)) return false;
  void *multi = transfer->library->multi_init();
  if (!multi) return false;
  pthread_mutex_lock(&transfer->lock);
  transfer->multi = multi;
  pthread_mutex_unlock(&transfer->lock);
  return transfer->library->multi_add_handle(multi, transfer->easy) == CCURL_OK;
}

static void close_handles(ccurl_transfer *transfer) {
  pthread_mutex_lock(&transfer->lock);
  void *multi = transfer->multi;
  transfer->multi = NULL;
  pthread_mutex_unlock(&transfer->lock);
  if (multi && transfer->easy) transfer->library->multi_remove_handle(multi, transfer->easy);
  if (transfer->easy) transfer->library->easy_cleanup(transfer->easy);
  if (multi) transfer->library->multi_cleanup(multi);
  if (transfer->header_list) transfer->library->slist_free_all(transfer->header_list);
}

static ccurl_ending ending_for(ccurl_transfer *transfer, int code) {
  transfer->outcome.code = code;
  if (code == CCURL_OK) return CCURL_ENDING_ANSWERED;
  if (transfer->answer_body.overflowed) return CCURL_ENDING_BODY_TOO_LARGE;
  if (transfer->answer_headers.overflowed) return CCURL_ENDING_HEADERS_TOO_LARGE;
  return code == CCURL_WRITE_ERROR ? CCURL_ENDING_NO_MEMORY : CCURL_ENDING_FAILED;
}

static ccurl_ending run(ccurl_transfer *transfer) {
  for (;;) {
    int64_t left = transfer->deadline - now_milliseconds();
    if (atomic_load(&transfer->cancelled)) return CCURL_ENDING_CANCELLED;
    // The clock is ours: libcurl's own would wait for a name lookup where it cannot exit quickly.
    if (left <= 0) return CCURL_ENDING_TIMED_OUT;
    int running = 0;
    int unread = 0;
    if (transfer->library->multi_perform(transfer->multi, &running) != CCURL_OK) {
      return CCURL_ENDING_NO_MEMORY;
    }
    struct ccurl_message *message = transfer->library->multi_info_read(transfer->multi, &unread);
    if (message && message->kind == CCURL_MESSAGE_DONE) {
      return ending_for(transfer, message->data.result);
    }
    int wait = left > 60000 ? 60000 : (int)left;
    if (transfer->library->multi_poll(transfer->multi, NULL, 0, wait, NULL) != CCURL_OK) {
      return CCURL_ENDING_NO_MEMORY;
    }
  }
}

static void copy_issuer(ccurl_transfer *transfer) {
  static const char label[] = "Issuer:";
  struct ccurl_certificates *chain = NULL;
  transfer->library->easy_getinfo(transfer->easy, CCURL_INFO_CERTINFO, &chain);
  if (!chain || chain->count < 1) return;
  for (struct ccurl_list *line = chain->lines[0]; line; line = line->next) {
    if (strncmp(line->data, label, sizeof label - 1) != 0) continue;
    snprintf(transfer->outcome.issuer, sizeof transfer->outcome.issuer, "%s",
             line->data + sizeof label - 1);
    return;
  }
}

static void collect(ccurl_transfer *transfer) {
  int (*info)(void *, int, ...) = transfer->library->easy_getinfo;
  ccurl_outcome *outcome = &transfer->outcome;
  long system_error = 0;
  info(transfer->easy, CCURL_INFO_RESPONSE_CODE, &outcome->http_status);
  info(transfer->easy, CCURL_INFO_HTTP_CONNECTCODE, &outcome->connect_status);
  info(transfer->easy, CCURL_INFO_OS_ERRNO, &system_error);
  info(transfer->easy, CCURL_INFO_NAMELOOKUP_TIME_T, &outcome->name_lookup);
  info(transfer->easy, CCURL_INFO_CONNECT_TIME_T, &outcome->connect);
  info(transfer->easy, CCURL_INFO_APPCONNECT_TIME_T, &outcome->tls);
  info(transfer->easy, CCURL_INFO_STARTTRANSFER_TIME_T, &outcome->first_byte);
  info(transfer->easy, CCURL_INFO_TOTAL_TIME_T, &outcome->total);
  if (system_error != 0) {
    strerror_r((int)system_error, outcome->system_words, sizeof outcome->system_words);
  }
  const char *words = transfer->error_buffer[0] ? transfer->error_buffer
                                                : transfer->library->easy_strerror(outcome->code);
  if (outcome->code != CCURL_OK) snprintf(outcome->words, sizeof outcome->words, "%s", words);
  if (transfer->inspects) copy_issuer(transfer);
}

static void deliver(ccurl_transfer *transfer) {
  ccurl_outcome *outcome = &transfer->outcome;
  outcome->headers = transfer->answer_headers.bytes;
  outcome->headers_length = transfer->answer_headers.length;
  outcome->body = transfer->answer_body.bytes;
  outcome->body_length = transfer->answer_body.length;
  transfer->done(transfer->context, outcome);
}

static void perform(ccurl_transfer *transfer) {
  ccurl_outcome *outcome = &transfer->outcome;
  transfer->library = ccurl_library_load(
      transfer->texts[CCURL_TEXT_LIBRARY], outcome->words, sizeof outcome->words);
  if (!transfer->library) {
    outcome->ending = CCURL_ENDING_NO_LIBRARY;
    deliver(transfer);
    return;
  }
  outcome->ending = open_handles(transfer) ? run(transfer) : CCURL_ENDING_NO_MEMORY;
  if (transfer->easy) collect(transfer);
  // Before 7.87 closing waits for a name lookup that hangs: the answer must not wait with it.
  if (!transfer->exits_quickly) deliver(transfer);
  close_handles(transfer);
  if (transfer->exits_quickly) deliver(transfer);
}

static void *thread_main(void *argument) {
  ccurl_transfer *transfer = argument;
  perform(transfer);
  ccurl_release(transfer);
  return NULL;
}

bool ccurl_start(ccurl_transfer *transfer, ccurl_done done, void *context) {
  pthread_t thread;
  sigset_t all, before;
  transfer->done = done;
  transfer->context = context;
  transfer->deadline = now_milliseconds() + transfer->limit;
  atomic_fetch_add(&transfer->holders, 1);
  // Signals belong to the main thread, and a SIGPIPE out of a TLS library must not end the program.
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int failure = pthread_create(&thread, NULL, thread_main, transfer);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (failure != 0) {
    atomic_fetch_sub(&transfer->holders, 1);
    return false;
  }
  pthread_detach(thread);
  return true;
}

void ccurl_cancel(ccurl_transfer *transfer) {
  atomic_store(&transfer->cancelled, true);
  pthread_mutex_lock(&transfer->lock);
  if (transfer->multi) transfer->library->multi_wakeup(transfer->multi);
  pthread_mutex_unlock(&transfer->lock);
}
