import createClient from 'openapi-fetch';
import { request } from 'undici';
import type { paths } from './schema';

const client = createClient<paths>({ baseUrl: 'https://api.attio.com', headers: { Authorization: `Bearer ${Bun.env.ATTIO_API_KEY}` } });

export async function go() {
  await client.GET('/v2/objects/{object}', { params: { path: { object: 'people' } } }); //=> GET /v2/objects/{object}
  await client.POST('/v2/notes', { body: {} }); //=> POST /v2/notes
  const { body } = await request('https://api.attio.com/v2/tasks', { method: 'GET' }); //=> GET /v2/tasks
  const req = new Request('https://api.attio.com/v2/comments', { method: 'POST' }); //=> POST /v2/comments
  await fetch(req);
  return body;
}
