import { crm } from "./a";

export class Deals {
  constructor(private readonly attio = crm) {}
  async close(id: string) {
    await this.attio.records.partialUpdate({ recordId: id }); //=> PATCH /v2/objects/{object}/records/{record_id}
    await crm.lists.listAll(); //=> GET /v2/lists
  }
}
