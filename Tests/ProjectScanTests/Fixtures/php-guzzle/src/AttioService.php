<?php

declare(strict_types=1);

namespace App\Service;

use GuzzleHttp\Client;

final class AttioService
{
    private const BASE = 'https://api.attio.com/v2/';

    private Client $client;

    public function __construct(?string $key = null)
    {
        $this->client = new Client([
            'base_uri' => self::BASE,
            'headers' => ['Authorization' => 'Bearer ' . ($key ?? $_ENV['ATTIO_API_KEY'])],
        ]);
    }

    public function find(string $id): array
    {
        $response = $this->client->get("objects/people/records/{$id}"); //=> GET /v2/objects/{object}/records/{record_id}
        return json_decode((string) $response->getBody(), true);
    }

    public function update(string $slug, string $id, array $values): void
    {
        $this->client->request('PATCH', sprintf('objects/%s/records/%s', $slug, $id), ['json' => $values]); //=> PATCH /v2/objects/{object}/records/{record_id}
    }

    public function entry(string $list): void
    {
        $this->client->post('lists/' . $list . '/entries', ['json' => []]); //=> POST /v2/lists/{list}/entries
    }

    /** GET https://api.attio.com/v2/notes */
    public function legacy(array $body)
    {
        $ch = curl_init();
        curl_setopt($ch, CURLOPT_URL, self::BASE . 'tasks'); //=> POST /v2/tasks
        curl_setopt($ch, CURLOPT_POST, true);
        curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($body));
        return curl_exec($ch);
    }

    public function old($id)
    {
        $ch = curl_init("https://api.attio.com/v2/notes/$id"); //=> DELETE /v2/notes/{note_id}
        curl_setopt_array($ch, [
            CURLOPT_CUSTOMREQUEST => 'DELETE',
            CURLOPT_RETURNTRANSFER => true,
        ]);
        return curl_exec($ch);
    }
}
