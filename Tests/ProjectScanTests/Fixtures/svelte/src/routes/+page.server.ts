import { ATTIO_API_KEY } from '$env/static/private';
import { fail } from '@sveltejs/kit';
import type { Actions } from './$types';

const endpoint = (path: string) => new URL(path, 'https://api.attio.com/v2/').toString();

export const actions: Actions = {
  default: async ({ request, fetch }) => {
    const data = await request.formData();
    const res = await fetch(endpoint('objects/people/records'), { //=> POST /v2/objects/{object}/records
      method: 'POST',
      headers: { Authorization: `Bearer ${ATTIO_API_KEY}` },
      body: JSON.stringify({ data: { values: { name: data.get('name') } } }),
    });
    if (!res.ok) return fail(400, { message: `It's not saved` });
    const lists = ['customers', 'leads'];
    await Promise.all(lists.map((list) => fetch(endpoint(`lists/${list}/entries`), { method: 'PUT' }))); //=> PUT /v2/lists/{list}/entries
  },
};
