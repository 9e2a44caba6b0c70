<?php
function crm_send($path, $body, $method = 'POST') {
    return wp_remote_request('https://api.attio.com/v2' . $path, [
        'method' => $method,
        'headers' => ['Authorization' => 'Bearer ' . getenv('ATTIO_API_KEY')],
        'body' => wp_json_encode($body),
    ]);
}

add_action('user_register', function ($user_id) {
    crm_send('/objects/people/records', ['data' => []]); //=> POST /v2/objects/{object}/records
    crm_send('/objects/people/records', ['data' => []], 'PUT'); //=> PUT /v2/objects/{object}/records
    wp_remote_get('https://api.attio.com/v2/self'); //=> GET /v2/self
});
