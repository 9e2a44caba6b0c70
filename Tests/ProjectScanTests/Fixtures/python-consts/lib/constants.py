ATTIO_API_BASE = "https://api.attio.com/v2"
ATTIO_OBJECTS = f"{ATTIO_API_BASE}/objects"
PEOPLE_QUERY = "/objects/people/records/query"
