from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from os import environ

import aiohttp
from tenacity import retry, stop_after_attempt


@dataclass
class Config:
    api_key: str = field(default_factory=lambda: environ["ATTIO_API_KEY"])
    base_url: str = "https://api.attio.com/v2"


class Attio:
    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        self._session: aiohttp.ClientSession | None = None

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.config.api_key}"}

    @retry(stop=stop_after_attempt(3))
    async def _send(self, method: str, path: str, *, json: dict | None = None) -> dict:
        assert self._session
        async with self._session.request(method, f"{self.config.base_url}{path}", json=json, headers=self.headers) as response:
            response.raise_for_status()
            return await response.json()

    async def workspace(self) -> dict:
        return await self._send("GET", "/self")  #=> GET /v2/self

    async def create_entry(self, list_id: str, record: str) -> dict:
        payload = {"data": {"parent_record_id": record}}
        return await self._send("POST", f"/lists/{list_id}/entries", json=payload)  #=> POST /v2/lists/{list}/entries

    async def sync_all(self, slugs: list[str]) -> None:
        await asyncio.gather(*(self._send("POST", f"/objects/{slug}/records/query", json={}) for slug in slugs))  #=> POST /v2/objects/{object}/records/query


async def main() -> None:
    async with Attio() as attio:
        await attio._send("PATCH", f"/tasks/{1}", json={"data": {"is_completed": True}})  #=> PATCH /v2/tasks/{task_id}


asyncio.run(main())
