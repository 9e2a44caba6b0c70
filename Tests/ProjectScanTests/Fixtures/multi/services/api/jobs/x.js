const { attio } = require("../index");
const lib = require("..");

exports.run = async () => {
  await attio.request({ url: "/tasks", method: "POST", data: {} }); //=> POST /v2/tasks
  await lib.attio.delete("/webhooks/" + process.argv[2]); //=> DELETE /v2/webhooks/{webhook_id}
  const base = "https://example.org/v2";
  await fetch(base + "/notes", { method: "POST" });
};
