"""Attio's REST API without dependencies; Python 3.8 or newer.

Import `attio` from here, or run this module for a first call that prints the slugs of your objects.
"""

import email.utils
import http.client
import json
import os
import re
import secrets
import sys
import time
import urllib.error
import urllib.request

LONGEST_WAIT = 30  # seconds that a Retry-After may ask for
REPEATABLE = ("GET", "PUT", "DELETE")  # twice is as good as once, so a lost answer does no harm


class AttioError(Exception):
    """Attio's answer to a call that failed; its message is Attio's own."""

    def __init__(self, status, type, code, message):
        super().__init__(message)
        self.status = status
        self.type = type
        self.code = code
        self.message = message


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """The token goes to Attio and nowhere else."""

    def redirect_request(self, *arguments):
        return None


def address(variable, standard):
    """An address of the environment; plain http goes to this machine only."""
    url = (os.environ.get(variable) or standard).rstrip("/")
    here = r"http://(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(/.*)?"
    if not url.startswith("https://") and not re.fullmatch(here, url):
        raise RuntimeError(f"{variable} is neither https nor on this machine.")
    return url


def attio(method, path, body=None, token=None, content_type="application/json"):
    """Makes a call, such as attio("GET", "/objects"), and gives the JSON of the answer.

    A download gives {"location": address}; get the file from there without the token.
    """
    token = token or os.environ.get("ATTIO_API_KEY")
    if not token:
        raise RuntimeError("ATTIO_API_KEY is not set.")
    if not re.fullmatch("[A-Za-z0-9._~+/=-]+", token):  # RFC 6750, section 2.1
        raise RuntimeError("ATTIO_API_KEY holds no bearer token.")
    base = address("ATTIO_BASE_URL", "https://api.attio.com/v2")
    request = urllib.request.Request(
        base + path,
        method=method,
        data=body if body is None or isinstance(body, bytes) else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": content_type},
    )
    for is_last in (False, True):
        try:
            status, headers, answer = send(request)
        except (OSError, http.client.HTTPException):
            if is_last or method not in REPEATABLE:
                raise
            time.sleep(1)
            continue
        if status < 300 and answer is not None:
            return answer
        if status == 302 and path.endswith("/download"):
            return {"location": headers.get("Location")}
        wait = wait_for(headers.get("Retry-After")) if status == 429 else None
        if status == 409 and answer and answer.get("code") == "concurrent_write_conflict":
            wait = 1
        if is_last or wait is None or wait > LONGEST_WAIT:
            answer = answer or {}
            raise AttioError(
                status,
                answer.get("type", "unknown"),
                answer.get("code", "unknown"),
                answer.get("message", "The answer is not Attio's JSON."),
            )
        time.sleep(wait)


def upload(object, record_id, name, content, token=None):
    """Puts a file, such as b"…" under the name "a.pdf", on a record."""
    mark = secrets.token_hex(16)
    name = re.sub(r'["\r\n]', "_", name)
    head = f'--{mark}\r\nContent-Disposition: form-data; name='
    parts = [f'{head}"object"\r\n\r\n{object}\r\n', f'{head}"record_id"\r\n\r\n{record_id}\r\n']
    file = f'{head}"file"; filename="{name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
    body = ("".join(parts) + file).encode() + content + f"\r\n--{mark}--\r\n".encode()
    return attio("POST", "/files/upload", body, token, f"multipart/form-data; boundary={mark}")


def send(request):
    """Gives status, headers and the JSON object of the answer, which is None for anything else."""
    try:
        response = urllib.request.build_opener(NoRedirects).open(request, timeout=30)
    except urllib.error.HTTPError as error:
        response = error
    with response:
        try:
            text = response.read()
            answer = json.loads(text) if text else {}
        except ValueError:
            answer = None
        return response.status, response.headers, answer if isinstance(answer, dict) else None


def wait_for(header):
    """Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3)."""
    if header and header.isdecimal():
        return int(header)
    try:
        return max(0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError):
        return 1


if __name__ == "__main__":
    try:
        for item in attio("GET", "/objects")["data"]:
            if item["api_slug"]:
                print(item["api_slug"])
    except AttioError as error:
        sys.exit(f"{error.status} {error.type} {error.code}: {error.message}")
    except (RuntimeError, OSError, http.client.HTTPException) as error:
        sys.exit(str(error))
