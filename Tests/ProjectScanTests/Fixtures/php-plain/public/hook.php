<?php
require __DIR__ . '/../vendor/autoload.php';
use Crm\AttioApi;

$dotenv = Dotenv\Dotenv::createImmutable(__DIR__ . '/..');
$dotenv->load();
AttioApi::get()->createNote($_POST);
$opts = ['http' => ['method' => 'PUT', 'header' => 'x', 'content' => '{}']];
$res = file_get_contents('https://api.attio.com/v2/objects/people/records?matching_attribute=x', false, stream_context_create($opts)); //=> PUT /v2/objects/{object}/records
