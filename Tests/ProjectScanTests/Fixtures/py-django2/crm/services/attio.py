import requests
from decouple import config

BASE = config("ATTIO_BASE_URL", default="https://api.attio.com/v2")
session = requests.Session()
session.headers["Authorization"] = "Bearer %s" % config("ATTIO_API_KEY")


def iter_records(slug, page_size=200):
    offset = 0
    url = "{base}/objects/{slug}/records/query".format(base=BASE, slug=slug)  #=> POST /v2/objects/{object}/records/query
    while True:
        data = session.post(url, json={"limit": page_size, "offset": offset}).json()["data"]
        if not data:
            return
        yield from data
        offset += page_size


def set_attribute(target, identifier, attribute, value):
    assert target in ("objects", "lists")
    return session.patch("%s/%s/%s/attributes/%s" % (BASE, target, identifier, attribute), json=value)  #=> PATCH /v2/{target}/{identifier}/attributes/{attribute}


def whoami():
    with session.get(f"{BASE}/self") as r:  #=> GET /v2/self
        return r.json()
