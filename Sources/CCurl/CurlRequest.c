#include "CurlTransfer.h"

#include <string.h>

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  ccurl_transfer *transfer = context;
  return ccurl_append(&transfer->answer_body, bytes, size * count) ? size * count : 0;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  ccurl_transfer *transfer = context;
  size_t length = size * count;
  // A status line begins a new answer: what a "100 Continue" said before it is over.
  if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0) transfer->answer_headers.length = 0;
  return ccurl_append(&transfer->answer_headers, bytes, length) ? length : 0;
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

bool ccurl_set_request(ccurl_transfer *transfer) {
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
