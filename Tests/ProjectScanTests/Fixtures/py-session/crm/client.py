"""Attio client: GET https://api.attio.com/v2/tasks is not called here."""
from __future__ import annotations

import os
from typing import Any
from urllib.parse import urljoin

import requests

BASE_URL = os.getenv("ATTIO_BASE_URL", "https://api.attio.com/v2/")


class AttioError(Exception):
    pass


class AttioClient:
    def __init__(self, token: str | None = None, base_url: str = BASE_URL) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token or os.environ['ATTIO_API_TOKEN']}"})

    def _request(self, method: str, endpoint: str, **kwargs: Any) -> dict[str, Any]:
        url = f"{self.base_url}/{endpoint.lstrip('/')}"
        response = self.session.request(method, url, timeout=30, **kwargs)
        if response.status_code >= 400:
            raise AttioError(f"{method} /v2/{endpoint} failed")
        return response.json()

    def list_objects(self):
        return self._request("GET", "objects")["data"]  #=> GET /v2/objects

    def query_records(self, object_slug: str, limit: int = 100):
        return self._request("POST", f"objects/{object_slug}/records/query", json={"limit": limit})  #=> POST /v2/objects/{object}/records/query

    def update_record(self, object_slug, record_id, values):
        return self._request(
            "PATCH",
            "objects/{}/records/{}".format(object_slug, record_id),  #=> PATCH /v2/objects/{object}/records/{record_id}
            json={"data": {"values": values}},
        )

    def note(self, data):
        return self._request(method="POST", endpoint="notes", json={"data": data})  #=> POST /v2/notes

    def raw(self, path):
        return self.session.get(urljoin(BASE_URL, "lists/%s/entries/%s" % (path, 1)))  #=> GET /v2/lists/{list}/entries/{entry_id}
