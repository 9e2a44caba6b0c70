import os
import httpx


class BaseClient:
    BASE_URL = "https://api.attio.com/v2"

    def __init__(self, api_key=None, timeout=10.0):
        self._client = httpx.Client(
            base_url=self.BASE_URL,
            headers={"Authorization": f"Bearer {api_key or os.getenv('ATTIO_API_KEY')}"},
            timeout=timeout,
        )

    def get(self, path, params=None):
        return self._request("GET", path, params=params)

    def post(self, path, json=None):
        return self._request("POST", path, json=json)

    def put(self, path, **kwargs):
        return self._request("PUT", path, **kwargs)

    def _request(self, method, path, **kwargs):
        response = self._client.request(method, path, **kwargs)
        response.raise_for_status()
        return response.json()
