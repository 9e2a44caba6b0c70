import { json, type ActionFunctionArgs } from '@remix-run/node';
import { attio, pagedTasks } from '~/lib/attio.server';

export async function loader() {
  return json({ tasks: await pagedTasks() });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const person = await attio.people.find(String(form.get('email')));
  await attio.notes.create({ parent_record_id: person.id });
  return null;
}

export default function Leads() {
  return <div className="x">It's {1 > 2 ? 'a' : 'b'} <a href="/notes">Notes</a></div>;
}
