import os
import urllib.error
import urllib.request

url = "https://api.attio.com/v2/objects/people/records/query"
request = urllib.request.Request(
    url,
    data=b'{"limit": 1}',
    headers={
        "Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}",
        "Content-Type": "application/json",
    },
)
try:
    answer = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    answer = error
print(answer.read().decode())
