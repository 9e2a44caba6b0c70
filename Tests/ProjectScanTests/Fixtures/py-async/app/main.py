import httpx
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env.dev")
    attio_api_key: str
    attio_list_id: str = ""


settings = Settings()
API = "https://api.attio.com"


async def sync():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2", headers={"Authorization": "Bearer " + settings.attio_api_key}) as client:
        r = await client.get("/lists")  #=> GET /v2/lists
        await client.post(f"/lists/{settings.attio_list_id}/entries", json={})  #=> POST /v2/lists/{list}/entries
        await client.request("PUT", "/objects/companies/records", params={"matching_attribute": "domains"})  #=> PUT /v2/objects/{object}/records
        items = r.json()["data"]
        return [item.get("id") for item in items]


async def tasks(session):
    async with session.get(API + "/v2/tasks", params={"limit": 5}) as resp:  #=> GET /v2/tasks
        return await resp.json()


def legacy(payload):
    import json
    import urllib.request

    req = urllib.request.Request("https://api.attio.com/v2/comments", data=json.dumps(payload).encode())  #=> POST /v2/comments
    req.add_header("Authorization", "Bearer x")
    with urllib.request.urlopen(req) as res:
        return json.load(res)


for slug in ["people", "companies"]:
    httpx.get(f"{API}/v2/objects/{slug}/attributes")  #=> GET /v2/{target}/{identifier}/attributes
