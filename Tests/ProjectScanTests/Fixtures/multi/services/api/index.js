const ATTIO = { base: "https://api.attio.com/v2", key: process.env.ATTIO_API_KEY };
const attio = require("axios").create({ baseURL: ATTIO.base });
attio.defaults.headers.common["Authorization"] = "Bearer " + ATTIO.key;
attio.interceptors.response.use((r) => r, (e) => Promise.reject(e));
module.exports.attio = attio;
module.exports.create = (o, v) => attio.post("/objects/" + o + "/records", { data: { values: v } }); //=> POST /v2/objects/{object}/records
module.exports.find = async function (o, id) {
  const { data } = await attio.get(`objects/${o}/records/${id}`); //=> GET /v2/objects/{object}/records/{record_id}
  return data;
};
