import { attioFetch, attioRequest as send } from './attio-client';

export async function search(email: string) {
  return attioFetch<{ data: unknown[] }>('/objects/people/records/query', { //=> POST /v2/objects/{object}/records/query
    method: 'POST',
    body: JSON.stringify({ filter: { email_addresses: email } }),
  });
}

export const lists = () => attioFetch('/lists'); //=> GET /v2/lists

export async function touch(id: string, values: Record<string, unknown>) {
  await send('PATCH', `/objects/people/records/${id}`, { data: { values } }); //=> PATCH /v2/objects/{object}/records/{record_id}
  await send('DELETE', `/tasks/${encodeURIComponent(id)}`); //=> DELETE /v2/tasks/{task_id}
}

export async function both(kind: 'people' | 'companies', id?: string) {
  const method = id ? 'PATCH' : 'POST';
  const path = id ? `/objects/${kind}/records/${id}` : `/objects/${kind}/records`; //=> PATCH /v2/objects/{object}/records/{record_id}; POST /v2/objects/{object}/records
  return attioFetch(path, { method });
}
