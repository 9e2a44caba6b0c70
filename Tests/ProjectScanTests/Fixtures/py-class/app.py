from flask import Flask
from attio_client.records import RecordsClient, Notes

app = Flask(__name__)
records = RecordsClient()


@app.get("/objects/<slug>")
def show(slug):
    return records.query(slug, {})


@app.post("/notes")
def note():
    return Notes(records).list()
