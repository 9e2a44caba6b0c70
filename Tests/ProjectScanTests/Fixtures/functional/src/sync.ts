import { createAttioClient } from './client';

const attio = createAttioClient();

export async function sync(deals: { id: string }[]) {
  await attio.post('/tasks', { data: {} }); //=> POST /v2/tasks
  for (const deal of deals) {
    await attio.patch(`/objects/deals/records/${deal.id}`, {}); //=> PATCH /v2/objects/{object}/records/{record_id}
  }
  const cache = new Map();
  cache.get('/lists');
  return attio.get('/workspace_members'); //=> GET /v2/workspace_members
}
