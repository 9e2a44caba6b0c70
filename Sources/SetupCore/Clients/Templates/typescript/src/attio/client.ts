// Attio's REST API without dependencies; Node 18 or newer.
// Import `attio`, or run this file for a first call that prints the slugs of your objects.

declare const process: {
  env: Record<string, string | undefined>;
  argv: string[];
  exitCode?: number | string | null;
};

const LONGEST_WAIT = 30; // seconds that a Retry-After may ask for
const JSON_TYPE = { "Content-Type": "application/json" };
const REPEATABLE = ["GET", "PUT", "DELETE"]; // twice is as good as once

/** Attio's answer to a call that failed; its message is Attio's own. */
export class AttioError extends Error {
  readonly status: number;
  readonly type: string;
  readonly code: string;

  constructor(status: number, type: string, code: string, message: string) {
    super(message);
    this.name = "AttioError";
    this.status = status;
    this.type = type;
    this.code = code;
  }
}

const HERE = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/.*)?$/;

/** An address of the environment; plain http goes to this machine only. */
export function address(variable: string, standard: string): string {
  const url = (process.env[variable] || standard).replace(/\/$/, "");
  if (url.startsWith("https://") || HERE.test(url)) return url;
  throw new Error(`${variable} is neither https nor on this machine.`);
}

/**
 * Makes a call, such as `attio("GET", "/objects")`, and gives the JSON of the answer.
 *
 * A download gives `{ location }`; get the file from there without the token.
 */
export async function attio<Answer>(
  method: string,
  path: string,
  body?: unknown,
  token: string | undefined = process.env.ATTIO_API_KEY,
): Promise<Answer> {
  if (!token) throw new Error("ATTIO_API_KEY is not set.");
  // RFC 6750, section 2.1
  if (!/^[\w.~+/=-]+$/.test(token)) throw new Error("ATTIO_API_KEY holds no bearer token.");
  const base = address("ATTIO_BASE_URL", "https://api.attio.com/v2");
  const isForm = body instanceof FormData; // fetch names its type
  for (let tries = 1; ; tries += 1) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), 30_000);
    const sent = await fetch(base + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(isForm ? {} : JSON_TYPE) },
      body: isForm ? body : body === undefined ? undefined : JSON.stringify(body),
      redirect: "manual", // The token goes to Attio and nowhere else.
      signal: abort.signal,
    })
      .then(async (response) => ({ response, text: await response.text() }))
      .catch(async (error) => {
        if (tries > 1 || !REPEATABLE.includes(method)) throw error;
        await pause(1);
        return null;
      })
      .finally(() => clearTimeout(timer));
    if (!sent) continue;
    const { response, text } = sent;
    const answer = parsed(text);
    if (response.ok && answer) return answer as Answer;
    const location = response.headers.get("location");
    if (response.status === 302 && location && path.endsWith("/download")) {
      return { location } as Answer;
    }
    const isConflict = response.status === 409 && answer?.code === "concurrent_write_conflict";
    const isLimited = response.status === 429;
    const wait = isLimited ? waitFor(response.headers.get("retry-after")) : isConflict ? 1 : null;
    if (tries > 1 || wait === null || wait > LONGEST_WAIT) {
      throw new AttioError(
        response.status,
        answer?.type ?? "unknown",
        answer?.code ?? "unknown",
        answer?.message ?? "The answer is not Attio's JSON.",
      );
    }
    await pause(wait);
  }
}

/** Puts a file on a record. */
export function upload<Answer>(
  object: string,
  recordId: string,
  name: string,
  content: string | Blob,
  token?: string,
): Promise<Answer> {
  const form = new FormData();
  form.set("object", object);
  form.set("record_id", recordId);
  form.set("file", new Blob([content]), name);
  return attio<Answer>("POST", "/files/upload", form, token);
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** The JSON object of an answer; null for anything else. */
function parsed(text: string): { type?: string; code?: string; message?: string } | null {
  try {
    const answer = JSON.parse(text || "{}");
    return typeof answer === "object" && !Array.isArray(answer) ? answer : null;
  } catch {
    return null;
  }
}

/** Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3). */
function waitFor(header: string | null): number {
  if (/^\d+$/.test(header ?? "")) return Number(header);
  const seconds = (Date.parse(header ?? "") - Date.now()) / 1000;
  return Number.isNaN(seconds) ? 1 : Math.max(0, seconds);
}

if (/attio[\\/]client\.[jt]s$/.test(process.argv[1] ?? "")) {
  attio<{ data: { api_slug: string | null }[] }>("GET", "/objects").then(
    ({ data }) => data.forEach(({ api_slug: slug }) => slug && console.log(slug)),
    (error) => {
      const isAttios = error instanceof AttioError;
      const cause = isAttios ? `${error.status} ${error.type} ${error.code}: ` : "";
      console.error(cause + (error.cause?.message || error.message));
      process.exitCode = 1;
    },
  );
}
