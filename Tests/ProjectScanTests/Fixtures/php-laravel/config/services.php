<?php

return [
    'attio' => [
        'key' => env('ATTIO_API_KEY'),
        'base_url' => env('ATTIO_BASE_URL', 'https://api.attio.com/v2'),
    ],
];
