<?php
namespace Crm;

class AttioApi
{
    const ENDPOINT = 'https://api.attio.com/v2';
    private static ?self $instance = null;

    public static function get(): self
    {
        return self::$instance ??= new self(getenv('ATTIO_API_KEY') ?: '');
    }

    public function __construct(private readonly string $key) {}

    public function createNote(array $note): array
    {
        return $this->request('POST', '/notes', ['data' => $note]); //=> POST /v2/notes
    }

    public function records(string $slug, int $limit = 10): array
    {
        return $this->request('POST', "/objects/$slug/records/query", compact('limit')); //=> POST /v2/objects/{object}/records/query
    }

    public function objects(): array
    {
        return $this->request('GET', '/objects'); //=> GET /v2/objects
    }

    private function request(string $method, string $path, ?array $body = null): array
    {
        $ch = curl_init(self::ENDPOINT . $path);
        $headers = ['Authorization: Bearer ' . $this->key, 'Content-Type: application/json'];
        curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
        curl_setopt($ch, CURLOPT_CUSTOMREQUEST, $method);
        curl_setopt($ch, CURLOPT_HTTPHEADER, $headers);
        if ($body !== null) {
            curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($body));
        }
        $out = curl_exec($ch);
        if ($out === false) throw new \RuntimeException("Attio $method $path failed: https://api.attio.com/v2/lists");
        return json_decode($out, true);
    }
}
