export interface Env {
  ATTIO_API_KEY: string;
  QUEUE: Queue;
}

const ATTIO = 'https://api.attio.com/v2';

async function attio<T>(env: Env, method: string, path: string, body?: object): Promise<T> {
  const res = await fetch(ATTIO + path, {
    method,
    headers: { authorization: `Bearer ${env.ATTIO_API_KEY}` },
    body: body && JSON.stringify(body),
  });
  return (await res.json()) as T;
}

class Attio {
  private key: string;
  constructor(key: string) { this.key = key; }

  private async request<T = any>(path: string, { method = 'GET', body }: { method?: string; body?: unknown } = {}): Promise<T> {
    const res = await fetch(`${ATTIO}${path}`, { method, headers: { Authorization: `Bearer ${this.key}` }, body: JSON.stringify(body) });
    return res.json();
  }
  note(id: string) { return this.request(`/notes/${id}`); } //=> GET /v2/notes/{note_id}
  addTask(body: unknown) { return this.request('/tasks', { method: 'POST', body }); } //=> POST /v2/tasks
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/v2/tasks') return new Response('x');
    await attio(env, 'POST', '/objects/companies/records/query', {}); //=> POST /v2/objects/{object}/records/query
    await attio(env, 'GET', `/objects/${'people'}/attributes`); //=> GET /v2/{target}/{identifier}/attributes
    const client = new Attio(env.ATTIO_API_KEY);
    await client.note('1');
    await fetch(request.url);
    return new Response('ok');
  },
};
