const express = require('express');
const attio = require('./attio');
const app = express();

app.post('/objects/people/records', async (req, res) => {
  await attio.post('/notes', { data: req.body }); //=> POST /v2/notes
  res.json({});
});
app.get('/notes', (req, res) => res.json([]));
app.listen(3000);
