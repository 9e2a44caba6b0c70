export function useAttio() {
  const config = useRuntimeConfig();
  const client = $fetch.create({
    baseURL: config.attioUrl || 'https://api.attio.com/v2',
    headers: { Authorization: `Bearer ${config.attioKey}` },
  });
  const listDeals = () => client('/objects/deals/records/query', { method: 'POST', body: {} }); //=> POST /v2/objects/{object}/records/query
  const addNote = (note: object) => client('/notes', { method: 'post', body: { data: note } }); //=> POST /v2/notes
  const members = () => client<{ data: unknown[] }>('/workspace_members'); //=> GET /v2/workspace_members
  return { listDeals, addNote, members };
}
