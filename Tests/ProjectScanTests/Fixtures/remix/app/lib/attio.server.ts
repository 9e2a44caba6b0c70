import { z } from 'zod';

const env = z.object({ ATTIO_API_KEY: z.string(), ATTIO_WORKSPACE_ID: z.string().optional() }).parse(process.env);

const BASE_URL = 'https://api.attio.com/v2';

class AttioApiError extends Error {
  constructor(public status: number, public body: string) { super(`Attio API ${status}`); }
}

async function attioFetch<T>(endpoint: string, init?: RequestInit): Promise<T> {
  const url = endpoint.startsWith('http') ? endpoint : `${BASE_URL}${endpoint}`;
  const response = await fetch(url, {
    ...init,
    headers: { ...init?.headers, Authorization: `Bearer ${env.ATTIO_API_KEY}` },
  });
  if (!response.ok) throw new AttioApiError(response.status, await response.text());
  if (response.status === 204) return undefined as T;
  return response.json();
}

export const attio = {
  people: {
    async find(email: string) {
      const { data } = await attioFetch<{ data: any[] }>('/objects/people/records/query', { //=> POST /v2/objects/{object}/records/query
        method: 'POST',
        body: JSON.stringify({ filter: { email_addresses: email } }),
      });
      return data[0] ?? null;
    },
    get: (id: string) => attioFetch(`/objects/people/records/${id}`), //=> GET /v2/objects/{object}/records/{record_id}
  },
  notes: {
    create: (data: unknown) =>
      attioFetch('/notes', { method: 'POST', body: JSON.stringify({ data }) }), //=> POST /v2/notes
    remove: (id: string) => attioFetch<void>(`/notes/${id}`, { method: 'DELETE' }), //=> DELETE /v2/notes/{note_id}
  },
};

export function pagedTasks(limit = 50, offset = 0) {
  const params = new URLSearchParams({ limit: String(limit), offset: String(offset) });
  return attioFetch(`/tasks?${params}`); //=> GET /v2/tasks
}

export function search(query: string) {
  const qs = query ? `?q=${encodeURIComponent(query)}` : '';
  return attioFetch(`/lists${qs}`); //=> GET /v2/lists
}
