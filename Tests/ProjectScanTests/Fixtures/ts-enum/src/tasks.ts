import { AttioBase, HttpMethod } from './http';

export class Tasks extends AttioBase {
  static fromEnv() {
    return new Tasks(process.env.ATTIO_API_TOKEN!);
  }
  constructor(token: string) { super(token); }

  create(content: string) {
    return this.send({ method: HttpMethod.POST, path: '/tasks', body: { content } }); //=> POST /v2/tasks
  }
  update(id: string, body: object) {
    return this.send<object, void>({
      method: HttpMethod.PATCH,
      path: `/tasks/${id}`, //=> PATCH /v2/tasks/{task_id}
      body,
    });
  }
  async remove(ids: string[]) {
    await Promise.all(ids.map(async (id) => this.send({ method: HttpMethod.DELETE, path: `/tasks/${id}` }))); //=> DELETE /v2/tasks/{task_id}
  }
}
