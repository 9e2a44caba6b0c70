from .base import BaseClient


class RecordsClient(BaseClient):
    def query(self, obj, body):
        return self.post(f"/objects/{obj}/records/query", json=body)  #=> POST /v2/objects/{object}/records/query

    def assert_record(self, obj, attr, values):
        return self.put(
            f"/objects/{obj}/records",  #=> PUT /v2/objects/{object}/records
            params={"matching_attribute": attr},
            json={"data": {"values": values}},
        )


class Notes:
    def __init__(self, client: BaseClient):
        self.client = client

    def list(self):
        return self.client.get("/notes")  #=> GET /v2/notes

    def all_of(self, ids):
        return [self.client.get(f"/notes/{i}") for i in ids]  #=> GET /v2/notes/{note_id}
