'use server';

import { revalidatePath } from 'next/cache';

const headers = () => ({
  Authorization: `Bearer ${process.env.ATTIO_API_KEY}`,
  'Content-Type': 'application/json',
});

export async function submitLead(_: unknown, form: FormData) {
  const email = form.get('email');
  const res = await fetch('https://api.attio.com/v2/objects/people/records?matching_attribute=email_addresses', { //=> PUT /v2/objects/{object}/records
    method: 'PUT',
    headers: headers(),
    body: JSON.stringify({ data: { values: { email_addresses: [email] } } }),
    cache: 'no-store',
  });
  if (!res.ok) {
    console.error('PUT https://api.attio.com/v2/objects/people/records', res.status);
    return { error: "Couldn't save" };
  }
  const { data } = await res.json();
  await fetch(`https://api.attio.com/v2/lists/${process.env.ATTIO_LIST_ID}/entries`, { //=> POST /v2/lists/{list}/entries
    method: 'POST',
    headers: headers(),
    body: JSON.stringify({ data: { parent_record_id: data.id.record_id } }),
  });
  revalidatePath('/');
}
