// Lets customers install your app (OAuth 2.0, authorization code); Node 20 or newer.
// `connect` and `callback` take a web Request and give a Response, as route handlers do in Next.js,
// Hono, SvelteKit, Deno and Bun. Route your redirect URI's path to `callback`.

// Where your bundler does not find it, write "./client".
import { address, attio } from "./client.js";

declare const process: { env: Record<string, string | undefined> };

const AUTHORIZATION_SERVER = address("ATTIO_APP_URL", "https://app.attio.com");
const COOKIE = "attio_state";

/** States that were sent out; with several server processes, keep them where all of them look. */
const pending = new Map<string, number>();

/**
 * Keeps the token of one workspace. Replace the map by your database: one row a workspace, the
 * token encrypted. Attio's tokens do not expire, and connecting again gives a new one.
 */
const tokens = new Map<string, string>();
export async function saveToken(workspaceID: string, token: string): Promise<void> {
  tokens.set(workspaceID, token);
}

/** Sends the person to Attio; only an admin of a workspace can install an app. */
export function connect(): Response {
  const state = crypto.randomUUID();
  for (const [old, until] of pending) if (until < Date.now()) pending.delete(old);
  pending.set(state, Date.now() + 600_000);
  const url = new URL("/authorize", AUTHORIZATION_SERVER);
  url.searchParams.set("client_id", setting("ATTIO_CLIENT_ID"));
  url.searchParams.set("redirect_uri", setting("ATTIO_REDIRECT_URI"));
  url.searchParams.set("response_type", "code");
  url.searchParams.set("state", state);
  const headers = { Location: url.href, "Set-Cookie": cookie(state, 600) };
  return new Response(null, { status: 302, headers });
}

/** Takes the person back: checks the state, exchanges the code, and keeps the token. */
export async function callback(request: Request): Promise<Response> {
  const answer = new URL(request.url).searchParams;
  const state = answer.get("state") ?? "";
  // The cookie binds the answer to this browser; deleting the state makes it good for one time.
  const isOurs = (request.headers.get("cookie") ?? "").split(/; */).includes(`${COOKIE}=${state}`);
  if (!isOurs || !((pending.get(state) ?? 0) > Date.now()) || !pending.delete(state)) {
    return page(400, "This link is not valid any more. Start again.");
  }
  const code = answer.get("code");
  if (!code) return page(400, "Attio was not connected.");
  const token = await exchange(code);
  const workspace = await attio<{ workspace_id: string; workspace_name: string }>(
    "GET",
    "/self",
    undefined,
    token,
  );
  await saveToken(workspace.workspace_id, token);
  return page(200, `Connected: ${workspace.workspace_name}`);
}

async function exchange(code: string): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), 30_000);
  const [response, answer] = await fetch(new URL("/oauth/token", AUTHORIZATION_SERVER), {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id: setting("ATTIO_CLIENT_ID"),
      client_secret: setting("ATTIO_CLIENT_SECRET"),
      redirect_uri: setting("ATTIO_REDIRECT_URI"),
    }),
    redirect: "manual",
    signal: abort.signal,
  })
    .then(async (response) => [response, await response.json().catch(() => null)] as const)
    .finally(() => clearTimeout(timer));
  if (response.ok && answer?.access_token) return answer.access_token;
  throw new Error(`Attio gave no token: ${response.status} ${answer?.error ?? answer?.code ?? ""}`);
}

function page(status: number, text: string): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Set-Cookie": cookie("", 0) };
  return new Response(text, { status, headers });
}

function cookie(value: string, seconds: number): string {
  const secure = setting("ATTIO_REDIRECT_URI").startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
