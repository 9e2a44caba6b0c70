import axios, { AxiosInstance } from 'axios';

export class AttioClient {
  private readonly http: AxiosInstance;

  constructor(apiKey: string = process.env.ATTIO_API_KEY!) {
    this.http = axios.create({
      baseURL: 'https://api.attio.com/v2',
      headers: { Authorization: `Bearer ${apiKey}` },
    });
  }

  async findPeople(email: string) {
    const { data } = await this.http.post('/objects/people/records/query', { filter: { email } }); //=> POST /v2/objects/{object}/records/query
    return data.data.map((row: any) => row.id);
  }

  async assertCompany(domain: string): Promise<{ id: string }> {
    const res = await this.http.put<{ data: any }>( 
      `/objects/companies/records?matching_attribute=domains`, //=> PUT /v2/objects/{object}/records
      { data: { values: { domains: [domain] } } },
    );
    return res.data.data;
  }

  async addNote(recordId: string, body: string) {
    return this.http.request({ method: 'post', url: '/notes', data: { data: { body } } }); //=> POST /v2/notes
  }

  async entries(list: string) {
    return this.http({ method: 'POST', url: `/lists/${list}/entries/query` }); //=> POST /v2/lists/{list}/entries/query
  }

  removeTask = (id: string) => this.http.delete(`/tasks/${id}`); //=> DELETE /v2/tasks/{task_id}
}
