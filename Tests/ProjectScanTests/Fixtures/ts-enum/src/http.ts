export enum HttpMethod { GET = 'GET', POST = 'POST', PATCH = 'PATCH', DELETE = 'DELETE' }

const BASE_URL = 'https://api.attio.com/v2' as const;

interface RequestOptions<TBody> {
  method: HttpMethod;
  path: string;
  body?: TBody;
}

export abstract class AttioBase {
  protected constructor(protected readonly token: string) {}

  protected async send<TBody, TResult>({ method, path, body }: RequestOptions<TBody>): Promise<TResult> {
    const url = [BASE_URL, path].join('');
    const res = await fetch(url, {
      method,
      headers: new Headers({ Authorization: `Bearer ${this.token}` }),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await res.json()) as TResult;
  }
}
