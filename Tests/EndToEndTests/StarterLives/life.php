<?php
require 'src/Attio/Client.php';
$attio = new App\Attio\Client();
function check(bool $right): void
{
    if (!$right) {
        throw new RuntimeException('wrong');
    }
}
function values(array $fields): array
{
    return ['data' => ['values' => $fields]];
}
$people = '/objects/people/records';
$made = $attio->call('POST', $people, values(['email_addresses' => ['life@php.example']]));
$record = $made['data']['id']['record_id'];
$again = $attio->call('PUT', "$people?matching_attribute=email_addresses", values([
    'email_addresses' => ['life@php.example'], 'job_title' => 'Author',
]));
check($again['data']['id']['record_id'] === $record);
$seen = [];
foreach ([0, 6] as $at) {
    foreach ($attio->call('POST', "$people/query", ['limit' => 6, 'offset' => $at])['data'] as $row) {
        $seen[$row['id']['record_id']] = true;
    }
}
check(count($seen) === 11);
$changed = $attio->call('PATCH', "$people/$record", values(['job_title' => 'Editor']));
check($changed['data']['values']['job_title'][0]['value'] === 'Editor');
$note = $attio->call('POST', '/notes', ['data' => [
    'parent_object' => 'people', 'parent_record_id' => $record, 'title' => 'Plan',
    'format' => 'plaintext', 'content' => 'Write',
]]);
check($attio->call('DELETE', "/notes/{$note['data']['id']['note_id']}") === []);
$task = $attio->call('POST', '/tasks', ['data' => [
    'content' => 'Write', 'format' => 'plaintext', 'deadline_at' => null, 'is_completed' => false,
    'linked_records' => [], 'assignees' => [],
]]);
$done = $attio->call('PATCH', "/tasks/{$task['data']['id']['task_id']}", ['data' => ['is_completed' => true]]);
check($done['data']['is_completed']);
$file = $attio->upload('people', $record, 'a "b".txt', "A draft\r\n");
$address = $attio->call('GET', "/files/{$file['data']['id']['file_id']}/download")['location'];
check(file_get_contents($address) === "A draft\r\n");
$attio->call('DELETE', "$people/$record");
echo "lived\n";
