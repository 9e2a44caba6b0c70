import ky from 'ky';
import got from 'got';

const api = ky.create({ prefixUrl: 'https://api.attio.com/v2', headers: { Authorization: `Bearer ${process.env.ATTIO_API_KEY}` } });
const g = got.extend({ prefixUrl: 'https://api.attio.com/v2' });

export const lists = () => api.get('lists').json(); //=> GET /v2/lists
export const task = (json) => api.post('tasks', { json }).json(); //=> POST /v2/tasks
export const hook = (id) => g.delete(`webhooks/${id}`); //=> DELETE /v2/webhooks/{webhook_id}
export const raw = (id) => g(`notes/${id}`).json(); //=> GET /v2/notes/{note_id}

const ENDPOINTS = {
  people: '/objects/people/records/query',
  members: '/workspace_members', //=> GET /v2/workspace_members
};

export async function load(kind) {
  const r = await fetch('https://api.attio.com/v2' + ENDPOINTS.members, { headers: {} });
  return r.json();
}

const headers = { 'x': 'y' };
const send = async (method, url, data) => {
  const response = await fetch(url, { method, headers, body: JSON.stringify(data) });
  return response.json();
};
export const c = () => send('POST', 'https://api.attio.com/v2/comments', {}); //=> POST /v2/comments
export const other = () => send('POST', 'https://api.example.org/v2/notes', {});
export const trap = () => fetch('https://api.attio.com.evil.org/v2/notes');
export const docs = () => fetch('https://docs.attio.com/v2/notes');
