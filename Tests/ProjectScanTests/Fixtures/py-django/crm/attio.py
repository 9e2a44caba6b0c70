import environ
import requests
from django.conf import settings

ENDPOINT = "https://api.attio.com/v2/{resource}"
OBJECTS_URL = "https://api.attio.com/v2/objects"


def headers():
    return {"Authorization": f"Bearer {settings.ATTIO_API_KEY}"}


def get_json(url, **params):
    return requests.get(url, headers=headers(), params=params).json()


def post_json(url, payload):
    return requests.post(url, headers=headers(), json=payload)


def list_tasks():
    return get_json(ENDPOINT.format(resource="tasks"))  #=> GET /v2/tasks


def person(record_id):
    return get_json(OBJECTS_URL + "/people/records/" + record_id)  #=> GET /v2/objects/{object}/records/{record_id}


def create(slug, values):
    url = f"{OBJECTS_URL}/{slug}/records"  #=> POST /v2/objects/{object}/records
    response = post_json(url, {"data": {"values": values}})
    url = "https://api.attio.com/v2/notes"  #=> POST /v2/notes
    response = requests.post(url, headers=headers())
    if response.status_code == 404:
        raise ValueError("POST https://api.attio.com/v2/lists not found")
    return response


def wrong():
    return requests.post("https://api.attio.com/v2/people", headers=headers())  #=> ?
