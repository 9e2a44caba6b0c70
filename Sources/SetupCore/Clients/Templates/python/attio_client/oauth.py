"""Lets customers install your app (OAuth 2.0, authorization code); Python 3.8 or newer.

`application` is a WSGI application with two paths: /attio/connect, and that of your redirect URI.
Mount it in your server, or run this module to try it on the redirect URI's own port.
"""

import hmac
import os
import secrets
import time
import urllib.parse
import urllib.request
from http.cookies import SimpleCookie

from attio_client.client import address, attio, send

COOKIE = "attio_state"

# States that were sent out; with several server processes, keep them where all of them look.
pending = {}

# Replace this by your database: one row a workspace, the token encrypted. Attio's tokens do not
# expire, and connecting again gives a new one.
tokens = {}


def save_token(workspace_id, token):
    """Keeps the token of one workspace."""
    tokens[workspace_id] = token


def application(environ, start_response):
    """Sends the person to Attio, and takes them back."""
    if environ["PATH_INFO"] == "/attio/connect":
        status, headers, text = connect()
    elif environ["PATH_INFO"] == urllib.parse.urlsplit(setting("ATTIO_REDIRECT_URI")).path:
        status, headers, text = callback(environ)
    else:
        status, headers, text = "404 Not Found", [], "Not found"
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), *headers])
    return [text.encode()]


def connect():
    """Sends the person to Attio; only an admin of a workspace can install an app."""
    state = secrets.token_urlsafe(32)
    for old in [old for old, until in pending.items() if until < time.time()]:
        pending.pop(old, None)
    pending[state] = time.time() + 600
    query = urllib.parse.urlencode(
        {
            "client_id": setting("ATTIO_CLIENT_ID"),
            "redirect_uri": setting("ATTIO_REDIRECT_URI"),
            "response_type": "code",
            "state": state,
        }
    )
    location = f"{authorization_server()}/authorize?{query}"
    return "302 Found", [("Location", location), cookie(state, 600)], ""


def callback(environ):
    """Takes the person back: checks the state, exchanges the code, and keeps the token."""
    answer = dict(urllib.parse.parse_qsl(environ.get("QUERY_STRING", "")))
    state = answer.get("state", "")
    # The cookie binds the answer to this browser; taking the state out makes it good for one time.
    sent = SimpleCookie(environ.get("HTTP_COOKIE", "")).get(COOKIE)
    is_ours = sent is not None and hmac.compare_digest(sent.value.encode(), state.encode())
    if not is_ours or pending.pop(state, 0) < time.time():
        return "400 Bad Request", [cookie("", 0)], "This link is not valid any more. Start again."
    if "code" not in answer:
        return "400 Bad Request", [cookie("", 0)], "Attio was not connected."
    token = exchange(answer["code"])
    workspace = attio("GET", "/self", token=token)
    save_token(workspace["workspace_id"], token)
    return "200 OK", [cookie("", 0)], f"Connected: {workspace['workspace_name']}"


def exchange(code):
    form = urllib.parse.urlencode(
        {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": setting("ATTIO_CLIENT_ID"),
            "client_secret": setting("ATTIO_CLIENT_SECRET"),
            "redirect_uri": setting("ATTIO_REDIRECT_URI"),
        }
    )
    # urllib sends data as application/x-www-form-urlencoded.
    request = urllib.request.Request(f"{authorization_server()}/oauth/token", data=form.encode())
    status, _, answer = send(request)
    answer = answer or {}
    if status == 200 and answer.get("access_token"):
        return answer["access_token"]
    raise RuntimeError(f"Attio gave no token: {status} {answer.get('error', '')}")


def authorization_server():
    return address("ATTIO_APP_URL", "https://app.attio.com")


def cookie(value, seconds):
    secure = "; Secure" if setting("ATTIO_REDIRECT_URI").startswith("https:") else ""
    parts = f"{COOKIE}={value}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax{secure}"
    return "Set-Cookie", parts


def setting(name):
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"{name} is not set.")
    return value


if __name__ == "__main__":
    from wsgiref.simple_server import make_server

    address = urllib.parse.urlsplit(setting("ATTIO_REDIRECT_URI"))
    with make_server(address.hostname, address.port, application) as server:
        print(f"Open http://{address.netloc}/attio/connect", flush=True)
        server.serve_forever()
