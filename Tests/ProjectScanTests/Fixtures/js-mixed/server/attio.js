const axios = require('axios');
const { ATTIO_URL } = require('./config');

const api = axios.create({ baseURL: ATTIO_URL, headers: { Authorization: `Bearer ${process.env.ATTIO_API_KEY}` } });

async function createPerson(values) {
  const res = await api.post('/objects/people/records', { data: { values } }); //=> POST /v2/objects/{object}/records
  return res.data;
}

async function findNotes({ recordId, limit = 10 }) {
  const url = new URL(`${ATTIO_URL}/notes`); //=> GET /v2/notes
  url.searchParams.set('parent_record_id', recordId);
  url.searchParams.set('limit', String(limit));
  const r = await fetch(url.toString(), { headers: {} });
  return r.json();
}

async function legacy(id, cb) {
  const https = require('https');
  const req = https.request({
    hostname: 'api.attio.com',
    path: '/v2/tasks/' + id, //=> PATCH /v2/tasks/{task_id}
    method: 'PATCH',
  }, cb);
  req.end();
}

async function upsertCompany(domain) {
  return axios({
    method: 'put',
    url: `${ATTIO_URL}/objects/companies/records`, //=> PUT /v2/objects/{object}/records
    params: { matching_attribute: 'domains' },
  });
}

function get(path) {
  return axios.get(`${ATTIO_URL}/${path}`).then((r) => r.data);
}

const post = (path, body) => axios.post(ATTIO_URL + path, body);

async function all() {
  const [members, objects] = await Promise.all([
    get('workspace_members'), //=> GET /v2/workspace_members
    get('objects'), //=> GET /v2/objects
  ]);
  for (const resource of ['lists', 'webhooks']) { //=> GET /v2/lists; GET /v2/webhooks
    await get(resource);
  }
  await post(`/lists/${members.id}/entries/query`, {}); //=> POST /v2/lists/{list}/entries/query
  const options = { method: 'POST', body: '{}' };
  await fetch(`${ATTIO_URL}/comments`, options); //=> POST /v2/comments
  return objects;
}

module.exports = { createPerson, findNotes, get, post, all };
