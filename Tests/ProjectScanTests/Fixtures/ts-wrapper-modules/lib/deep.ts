import { search } from './people';
import * as attio from './attio-client';

async function load(resource: string) {
  return attio.attioFetch(`/${resource}`);
}

export async function everything() {
  await load('workspace_members'); //=> GET /v2/workspace_members
  await load('self'); //=> GET /v2/self
  return search('a@example.org');
}
