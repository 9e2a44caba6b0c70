// One HTTP request through the system's libcurl, on a thread of its own.
//
// libcurl is loaded with dlopen at the first request, so that the program starts without it and
// builds without its headers. A transfer is created, described with the setters, started once and
// released once; `ccurl_cancel` may be called from any thread in between.

#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ccurl_transfer ccurl_transfer;

/// How a transfer ended.
typedef enum ccurl_ending {
  /// A whole answer came.
  CCURL_ENDING_ANSWERED = 0,
  /// libcurl gave up; `code` and `words` say why.
  CCURL_ENDING_FAILED,
  /// The limit for the whole request was reached.
  CCURL_ENDING_TIMED_OUT,
  /// `ccurl_cancel` was called.
  CCURL_ENDING_CANCELLED,
  /// The body was longer than allowed.
  CCURL_ENDING_BODY_TOO_LARGE,
  /// The headers were longer than allowed.
  CCURL_ENDING_HEADERS_TOO_LARGE,
  /// libcurl is not installed or lacks a function; `words` is the loader's reason.
  CCURL_ENDING_NO_LIBRARY,
  /// Memory or a handle could not be had.
  CCURL_ENDING_NO_MEMORY,
} ccurl_ending;

/// The texts that a transfer is described with.
typedef enum ccurl_text {
  CCURL_TEXT_URL = 0,
  /// `GET` or `POST`.
  CCURL_TEXT_METHOD,
  CCURL_TEXT_USER_AGENT,
  /// The proxy's URL; where it is not set the request goes out directly, whatever the environment says.
  CCURL_TEXT_PROXY,
  /// A file of certificate authorities that replaces the system's.
  CCURL_TEXT_CA_BUNDLE,
  /// A library to load instead of the system's libcurl.
  CCURL_TEXT_LIBRARY,
  CCURL_TEXT_COUNT,
} ccurl_text;

/// What came of a transfer. All pointers end with the callback that gets it.
typedef struct ccurl_outcome {
  ccurl_ending ending;
  /// libcurl's CURLcode.
  int code;
  /// The status of the answer, 0 where there was none.
  long http_status;
  /// The proxy's status for CONNECT, 0 where there was none.
  long connect_status;
  /// Microseconds from the start until the phase was over, 0 where it was not reached.
  int64_t name_lookup, connect, tls, first_byte, total;
  /// The final answer's header lines as they came.
  const unsigned char *headers;
  size_t headers_length;
  const unsigned char *body;
  size_t body_length;
  /// The operating system's words for a failed connection, or empty.
  char system_words[128];
  /// libcurl's or the loader's words, or empty.
  char words[256];
  /// The issuer of the server's certificate, after an inspection, or empty.
  char issuer[256];
} ccurl_outcome;

/// Called exactly once, on the transfer's own thread.
typedef void (*ccurl_done)(void *context, const ccurl_outcome *outcome);

/// A new transfer, or NULL without memory. To be given to `ccurl_release`.
ccurl_transfer *ccurl_create(void);

/// Copies a text into a transfer. False for control characters and without memory.
bool ccurl_set_text(ccurl_transfer *transfer, ccurl_text which, const char *text);

/// Copies a header line, `Name: value`. False for control characters and without memory.
bool ccurl_add_header(ccurl_transfer *transfer, const char *line);

/// Copies the body of a POST. False without memory.
bool ccurl_set_body(ccurl_transfer *transfer, const unsigned char *bytes, size_t length);

/// Sets the limit of the whole request, name lookup included, and the most bytes of a body.
void ccurl_set_limits(ccurl_transfer *transfer, int64_t milliseconds, size_t body_limit);

/// Turns the transfer into a look at the server's certificate: it connects, trusts anybody, sends
/// no HTTP request at all (no header, no token, no body) and reports the issuer.
void ccurl_set_inspection(ccurl_transfer *transfer);

/// Starts the transfer. False where no thread could be had; then `done` is never called.
bool ccurl_start(ccurl_transfer *transfer, ccurl_done done, void *context);

/// Ends a running transfer at once, also in the middle of a name lookup. Harmless before and after.
void ccurl_cancel(ccurl_transfer *transfer);

/// Gives up the caller's hold; the memory goes when the thread has given up its own.
void ccurl_release(ccurl_transfer *transfer);

#endif
