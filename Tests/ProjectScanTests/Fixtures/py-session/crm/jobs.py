from crm.client import AttioClient

client = AttioClient()


def run():
    for member in client._request("GET", "workspace_members")["data"]:  #=> GET /v2/workspace_members
        print(member)
    client.query_records("people")
