import requests as r

URL = "https://api.attio.com/v2/objects/deals/records/query"
resp = r.post(URL, headers={"Authorization": "Bearer x"}, json={})  #=> POST /v2/objects/{object}/records/query
for i in range(3):
    r.request("get", url=f"https://api.attio.com/v2/threads?limit={i}")  #=> GET /v2/threads
