#define _POSIX_C_SOURCE 200809L

#include "CurlTransfer.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool open_handles(ccurl_transfer *transfer) {
  transfer->easy = transfer->library->easy_init();
  if (!transfer->easy || !ccurl_set_request(transfer)) return false;
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
