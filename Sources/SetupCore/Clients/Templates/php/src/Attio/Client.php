<?php

declare(strict_types=1);

// Attio's REST API without dependencies; PHP 8.1 or newer with openssl and allow_url_fopen.
// Require it, or run it for a first call that prints the slugs of your objects.

namespace App\Attio;

/** Attio's answer to a call that failed; its message is Attio's own. */
final class AttioError extends \RuntimeException
{
    public function __construct(
        public readonly int $status,
        public readonly string $type,
        public readonly string $attioCode,
        string $message,
    ) {
        parent::__construct($message);
    }
}

final class Client
{
    /** Seconds that a Retry-After may ask for. */
    private const LONGEST_WAIT = 30;
    /** Twice is as good as once. */
    private const REPEATABLE = ['GET', 'PUT', 'DELETE'];

    private string $token;

    /** Without a token, the project's own is used. */
    public function __construct(#[\SensitiveParameter] ?string $token = null)
    {
        $this->token = $token ?? (getenv('ATTIO_API_KEY') ?: '');
        if ($this->token === '') {
            throw new \InvalidArgumentException('ATTIO_API_KEY is not set.');
        }
        if (!preg_match('#^[A-Za-z0-9._~+/=-]+$#D', $this->token)) { // RFC 6750, section 2.1
            throw new \InvalidArgumentException('ATTIO_API_KEY holds no bearer token.');
        }
    }

    /** An address of the environment; plain http goes to this machine only. */
    public static function address(string $variable, string $standard): string
    {
        $url = rtrim(getenv($variable) ?: $standard, '/');
        $here = '~^http://(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(/.*)?$~D';
        if (!str_starts_with($url, 'https://') && !preg_match($here, $url)) {
            throw new \InvalidArgumentException("$variable is neither https nor on this machine.");
        }
        return $url;
    }

    /**
     * Makes a call, such as call('GET', '/objects'), and gives the JSON of the answer.
     *
     * A download gives ['location' => address]; get the file from there without the token.
     */
    public function call(string $method, string $path, ?array $body = null): array
    {
        $content = $body === null ? '' : json_encode((object) $body, JSON_THROW_ON_ERROR);
        return $this->deliver($method, $path, 'application/json', $content);
    }

    /** Puts a file on a record. */
    public function upload(string $object, string $recordId, string $name, string $content): array
    {
        $mark = bin2hex(random_bytes(16));
        $name = preg_replace('/["\r\n]/', '_', $name);
        $head = "--$mark\r\nContent-Disposition: form-data; name=";
        $body = "$head\"object\"\r\n\r\n$object\r\n$head\"record_id\"\r\n\r\n$recordId\r\n"
            . "$head\"file\"; filename=\"$name\"\r\n"
            . "Content-Type: application/octet-stream\r\n\r\n$content\r\n--$mark--\r\n";
        $type = "multipart/form-data; boundary=$mark";
        return $this->deliver('POST', '/files/upload', $type, $body);
    }

    private function deliver(string $method, string $path, string $type, string $content): array
    {
        $base = self::address('ATTIO_BASE_URL', 'https://api.attio.com/v2');
        $headers = ["Authorization: Bearer {$this->token}", "Content-Type: $type"];
        for ($tries = 1; ; $tries++) {
            try {
                [$status, $retryAfter, $answer, $location] =
                    self::send($method, $base . $path, $headers, $content);
            } catch (\RuntimeException $error) {
                if ($tries > 1 || !in_array($method, self::REPEATABLE, true)) {
                    throw $error;
                }
                sleep(1);
                continue;
            }
            if ($status < 300 && $answer !== null) {
                return $answer;
            }
            if ($status === 302 && str_ends_with($path, '/download')) {
                return ['location' => $location];
            }
            $isConflict = ($answer['code'] ?? '') === 'concurrent_write_conflict';
            $wait = $status === 429 ? self::waitFor($retryAfter) : null;
            $wait = $status === 409 && $isConflict ? 1.0 : $wait;
            if ($tries > 1 || $wait === null || $wait > self::LONGEST_WAIT) {
                throw new AttioError(
                    $status,
                    $answer['type'] ?? 'unknown',
                    $answer['code'] ?? 'unknown',
                    $answer['message'] ?? "The answer is not Attio's JSON.",
                );
            }
            usleep((int) ($wait * 1_000_000));
        }
    }

    /** Gives status, Retry-After, the JSON object of the answer or null, and Location. */
    public static function send(string $method, string $url, array $headers, string $content): array
    {
        $context = stream_context_create(['http' => [
            'method' => $method,
            'header' => $headers,
            'content' => $content,
            'ignore_errors' => true,
            'follow_location' => 0, // The token goes to Attio and nowhere else.
            'timeout' => 30,
        ]]);
        $stream = @fopen($url, 'r', false, $context);
        if ($stream === false) {
            $reason = error_get_last()['message'] ?? '';
            $reason = preg_replace('/.*: /', '', $reason);
            throw new \RuntimeException("Attio could not be reached: $reason");
        }
        $text = (string) stream_get_contents($stream);
        $lines = stream_get_meta_data($stream)['wrapper_data'];
        fclose($stream);
        $found = ['retry-after' => null, 'location' => null];
        foreach ($lines as $line) {
            if (preg_match('/^(Retry-After|Location): *(.*)$/i', $line, $parts)) {
                $found[strtolower($parts[1])] = trim($parts[2]);
            }
        }
        $text = $text === '' ? '{}' : $text;
        // An object and a list are both arrays in PHP.
        $answer = str_starts_with(ltrim($text), '{') ? json_decode($text, true) : null;
        $status = (int) explode(' ', $lines[0])[1];
        return [$status, $found['retry-after'], $answer, $found['location']];
    }

    /** Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3). */
    private static function waitFor(?string $header): float
    {
        if ($header !== null && ctype_digit($header)) {
            return (float) $header;
        }
        $date = $header === null ? false : strtotime($header);
        return $date === false ? 1.0 : max(0.0, $date - microtime(true));
    }
}

if (realpath($_SERVER['SCRIPT_FILENAME'] ?? '') === __FILE__) {
    try {
        foreach ((new Client())->call('GET', '/objects')['data'] as $object) {
            if ($object['api_slug'] !== null) {
                echo $object['api_slug'], "\n";
            }
        }
    } catch (AttioError $error) {
        fwrite(STDERR, "$error->status $error->type $error->attioCode: {$error->getMessage()}\n");
        exit(1);
    } catch (\Exception $error) {
        fwrite(STDERR, $error->getMessage() . "\n");
        exit(1);
    }
}
