import { postV2ObjectsByObjectRecords as create } from './client/sdk.gen';

export async function go() {
  await create({ path: { object: 'people' }, body: {} }); //=> POST /v2/objects/{object}/records
}
