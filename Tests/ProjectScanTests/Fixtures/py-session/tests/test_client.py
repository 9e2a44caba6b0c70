import responses


@responses.activate
def test_it():
    responses.add(responses.GET, "https://api.attio.com/v2/objects", json={})
