const ATTIO_BASE_URL = process.env.ATTIO_BASE_URL ?? 'https://api.attio.com/v2';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

// Example: attioFetch('/lists') with fetch('https://api.attio.com/v2/lists')
export async function attioFetch<T>(path: string, options: RequestInit = {}): Promise<T> {
  const response = await fetch(`${ATTIO_BASE_URL}${path}`, {
    ...options,
    headers: {
      Authorization: `Bearer ${process.env.ATTIO_ACCESS_TOKEN}`,
      'Content-Type': 'application/json',
      ...options.headers,
    },
  });
  if (!response.ok) {
    throw new Error(`Attio ${options.method ?? 'GET'} /v2/tasks failed: ${response.status}`);
  }
  return response.json() as Promise<T>;
}

export const attioRequest = async (method: Method, path: string, body?: unknown) =>
  attioFetch(path, { method, body: body ? JSON.stringify(body) : undefined });
