// SHA-256 by the system: OpenSSL's libcrypto, or CommonCrypto on Darwin.
//
// libcrypto is loaded with dlopen at the first use, so that the program starts without it and builds
// without its headers.

#ifndef CCRYPTO_H
#define CCRYPTO_H

#include <stdbool.h>
#include <stddef.h>

enum { CCRYPTO_DIGEST_SIZE = 32 };

/// Hashes bytes into the 32 of `digest`.
///
/// `library` is a library to load instead of the system's, NULL for the system's; Darwin loads none.
/// False where there is no hash; then `words` holds the reason, cut to `size` with its final NUL.
bool ccrypto_sha256(const unsigned char *bytes, size_t length, unsigned char *digest,
                    const char *library, char *words, size_t size);

#endif
