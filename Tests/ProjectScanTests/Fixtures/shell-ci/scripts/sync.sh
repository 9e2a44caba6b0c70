#!/usr/bin/env bash
set -euo pipefail
API="${ATTIO_API:-https://api.attio.com/v2}"
# curl https://api.attio.com/v2/tasks

attio() {
  local method=$1 path=$2
  shift 2
  curl -sS -X "$method" "$API$path" -H "Authorization: Bearer $ATTIO_API_KEY" "$@"
}

attio GET /lists #=> GET /v2/lists
id=$(attio POST /objects/people/records/query -d '{}' | jq -r .id) #=> POST /v2/objects/{object}/records/query
curl -s "$API/tasks" \
  -H "Authorization: Bearer ${ATTIO_API_KEY:?}" \
  --data '{"data":{}}' #=> POST /v2/tasks
args=(-X PATCH "$API/tasks/$id")
curl "${args[@]}" #=> PATCH /v2/tasks/{task_id}
curl -XDELETE https://api.attio.com/v2/notes/"$id" #=> DELETE /v2/notes/{note_id}
