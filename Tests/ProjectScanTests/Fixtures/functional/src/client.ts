const config = {
  attio: {
    baseUrl: 'https://api.attio.com/v2',
    apiKey: process.env.ATTIO_API_KEY as string,
  },
};

export function createAttioClient({ apiKey = config.attio.apiKey, baseUrl = config.attio.baseUrl } = {}) {
  async function request(method: string, path: string, body?: unknown) {
    const res = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (res.status === 429) {
      await new Promise((r) => setTimeout(r, 1000));
      return request(method, path, body);
    }
    return res.json();
  }

  return {
    get: (path: string) => request('GET', path),
    post: (path: string, body: unknown) => request('POST', path, body),
    patch: (path: string, body: unknown) => request('PATCH', path, body),
    people: {
      query: (filter: unknown) => request('POST', '/objects/people/records/query', { filter }), //=> POST /v2/objects/{object}/records/query
    },
    upsert(object: string, attribute: string, values: unknown) {
      return request('PUT', `/objects/${object}/records?matching_attribute=${attribute}`, { data: { values } }); //=> PUT /v2/objects/{object}/records
    },
  };
}
