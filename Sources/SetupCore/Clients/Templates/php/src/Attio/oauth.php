<?php

declare(strict_types=1);

// Lets customers install your app (OAuth 2.0, authorization code); PHP 8.1 or newer.
// Serve this page at two paths: /attio/connect, and that of your redirect URI. To try it:
// php -S localhost:8787 src/Attio/oauth.php

namespace App\Attio;

require_once __DIR__ . '/Client.php';

/**
 * Keeps the token of one workspace. Replace the session by your database: one row a workspace, the
 * token encrypted. Attio's tokens do not expire, and connecting again gives a new one.
 */
function saveToken(string $workspaceID, #[\SensitiveParameter] string $token): void
{
    $_SESSION['attio_tokens'][$workspaceID] = $token;
}

/** Sends the person to Attio; only an admin of a workspace can install an app. */
function connect(): void
{
    // The session binds the answer to this browser.
    $_SESSION['attio_state'] = bin2hex(random_bytes(32));
    header('Location: ' . authorizationServer() . '/authorize?' . http_build_query([
        'client_id' => setting('ATTIO_CLIENT_ID'),
        'redirect_uri' => setting('ATTIO_REDIRECT_URI'),
        'response_type' => 'code',
        'state' => $_SESSION['attio_state'],
    ]), true, 302);
}

/** Takes the person back: checks the state, exchanges the code, and keeps the token. */
function callback(): void
{
    $state = $_SESSION['attio_state'] ?? '';
    if ($state === '' || !hash_equals($state, query('state'))) {
        page(400, 'This link is not valid any more. Start again.');
        return;
    }
    unset($_SESSION['attio_state']); // It is good for one time.
    if (query('code') === '') {
        page(400, 'Attio was not connected.');
        return;
    }
    $token = exchange(query('code'));
    $workspace = (new Client($token))->call('GET', '/self');
    saveToken($workspace['workspace_id'], $token);
    page(200, "Connected: {$workspace['workspace_name']}");
}

function exchange(#[\SensitiveParameter] string $code): string
{
    [$status, , $answer] = Client::send(
        'POST',
        authorizationServer() . '/oauth/token',
        ['Content-Type: application/x-www-form-urlencoded'],
        http_build_query([
            'grant_type' => 'authorization_code',
            'code' => $code,
            'client_id' => setting('ATTIO_CLIENT_ID'),
            'client_secret' => setting('ATTIO_CLIENT_SECRET'),
            'redirect_uri' => setting('ATTIO_REDIRECT_URI'),
        ]),
    );
    if ($status !== 200 || !isset($answer['access_token'])) {
        throw new \RuntimeException("Attio gave no token: $status " . ($answer['error'] ?? ''));
    }
    return $answer['access_token'];
}

function authorizationServer(): string
{
    return Client::address('ATTIO_APP_URL', 'https://app.attio.com');
}

function query(string $name): string
{
    return is_string($_GET[$name] ?? null) ? $_GET[$name] : '';
}

function page(int $status, string $text): void
{
    http_response_code($status);
    header('Content-Type: text/plain; charset=utf-8');
    echo $text;
}

function setting(string $name): string
{
    return getenv($name) ?: throw new \RuntimeException("$name is not set.");
}

session_start([
    'use_strict_mode' => true,
    'cookie_httponly' => true,
    'cookie_samesite' => 'Lax',
    'cookie_secure' => str_starts_with(setting('ATTIO_REDIRECT_URI'), 'https:'),
]);
match (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    '/attio/connect' => connect(),
    parse_url(setting('ATTIO_REDIRECT_URI'), PHP_URL_PATH) => callback(),
    default => page(404, 'Not found'),
};
