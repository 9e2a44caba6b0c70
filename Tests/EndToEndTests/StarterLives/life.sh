set -eu
attio() { sh scripts/attio.sh "$@"; }
id() { grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }
people=/objects/people/records
email='"email_addresses":["life@curl.example"]'
record=$(echo "{\"data\":{\"values\":{$email}}}" | attio POST $people | id record_id)
again=$(echo "{\"data\":{\"values\":{$email,\"job_title\":\"Author\"}}}" |
  attio PUT "$people?matching_attribute=email_addresses" | id record_id)
[ "$record" = "$again" ]
for offset in 0 6; do
  echo "{\"limit\":6,\"offset\":$offset}" | attio POST $people/query |
    grep -o '"id":{"workspace_id":"[^"]*","object_id":"[^"]*","record_id":"[^"]*"' >>rows.txt
done
[ "$(sort -u rows.txt | wc -l)" -eq 11 ]
echo '{"data":{"values":{"job_title":"Editor"}}}' | attio PATCH "$people/$record" | grep -q Editor
place="\"parent_object\":\"people\",\"parent_record_id\":\"$record\""
note=$(echo "{\"data\":{$place,\"title\":\"Plan\",\"format\":\"plaintext\",\"content\":\"Write\"}}" |
  attio POST /notes | id note_id)
[ "$(attio DELETE "/notes/$note")" = '{}' ]
rest='"deadline_at":null,"is_completed":false,"linked_records":[],"assignees":[]'
task=$(echo "{\"data\":{\"content\":\"Write\",\"format\":\"plaintext\",$rest}}" |
  attio POST /tasks | id task_id)
echo '{"data":{"is_completed":true}}' | attio PATCH "/tasks/$task" | grep -q '"is_completed":true'
printf 'A draft\r\n' >'a "b".txt'
file=$(attio upload people "$record" 'a "b".txt' | id file_id)
curl -s "$(attio GET "/files/$file/download")" | cmp - 'a "b".txt'
attio DELETE "$people/$record" >answer.txt
echo lived
