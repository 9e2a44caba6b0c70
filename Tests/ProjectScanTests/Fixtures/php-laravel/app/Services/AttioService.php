<?php

namespace App\Services;

use Illuminate\Support\Facades\Http;
use Illuminate\Http\Client\PendingRequest;

class AttioService
{
    protected string $baseUrl;

    public function __construct()
    {
        $this->baseUrl = config('services.attio.base_url');
    }

    private function http(): PendingRequest
    {
        return Http::baseUrl($this->baseUrl)->withToken(config('services.attio.key'))->acceptJson();
    }

    public function lists(): array
    {
        return $this->http()->get('/lists')->json('data'); //=> GET /v2/lists
    }

    public function assertPerson(array $values): array
    {
        return $this->http()
            ->retry(3, 100)
            ->put('/objects/people/records?matching_attribute=email_addresses', ['data' => $values]) //=> PUT /v2/objects/{object}/records
            ->throw()
            ->json();
    }

    public function note(string $id): void
    {
        Http::withHeaders(['Authorization' => 'Bearer ' . config('services.attio.key')])
            ->delete("{$this->baseUrl}/notes/{$id}"); //=> DELETE /v2/notes/{note_id}
        Http::withToken('x')->patch($this->baseUrl . '/tasks/' . $id, []); //=> PATCH /v2/tasks/{task_id}
    }
}
