import logging
import os
from typing import Any, Optional

import requests
from requests.adapters import HTTPAdapter

from .constants import ATTIO_API_BASE, ATTIO_OBJECTS, PEOPLE_QUERY

logger = logging.getLogger(__name__)
ATTIO_KEY = os.environ.get("ATTIO_API_KEY")
HEADERS = {"Authorization": f"Bearer {ATTIO_KEY}"}


def _call(method: str, path: str, payload: Optional[dict] = None, **kw: Any) -> dict:
    logger.debug("calling %s https://api.attio.com/v2%s", method, path)
    resp = requests.request(method.upper(), ATTIO_API_BASE + path, headers=HEADERS, json=payload, **kw)
    resp.raise_for_status()
    return resp.json()


def find(email):
    return _call("post", PEOPLE_QUERY, {"filter": {"email_addresses": email}})  #=> POST /v2/objects/{object}/records/query


def get_object(slug):
    return requests.get(f"{ATTIO_OBJECTS}/{slug}", headers=HEADERS).json()  #=> GET /v2/objects/{object}


def archive(list_slug: str, ids: list[str]):
    for entry_id in ids:
        _call("DELETE", f"/lists/{list_slug}/entries/{entry_id}")  #=> DELETE /v2/lists/{list}/entries/{entry_id}

