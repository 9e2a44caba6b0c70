<?php

$url = "https://api.attio.com/v2/objects/people/records/query";
$context = stream_context_create(["http" => [
    "method" => "POST",
    "header" => [
        "Authorization: Bearer " . getenv("ATTIO_API_KEY"),
        "Content-Type: application/json",
    ],
    "content" => '{"limit":1}',
    "follow_location" => 0,
    "ignore_errors" => true,
]]);
echo file_get_contents($url, false, $context);
