const url =
  "https://api.attio.com/v2/objects/people/records/query";
const answer = await fetch(url, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.ATTIO_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ limit: 1 }),
  redirect: "error",
});
console.log(await answer.text());
