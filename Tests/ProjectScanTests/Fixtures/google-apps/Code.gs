var ATTIO = 'https://api.attio.com/v2';

function attio_(path, opts) {
  opts = opts || {};
  opts.headers = { Authorization: 'Bearer ' + PropertiesService.getScriptProperties().getProperty('ATTIO_TOKEN') };
  return JSON.parse(UrlFetchApp.fetch(ATTIO + path, opts).getContentText());
}

function sync() {
  var rows = attio_('/objects/companies/records/query', { method: 'post', payload: '{}' }); //=> POST /v2/objects/{object}/records/query
  var lists = attio_('/lists'); //=> GET /v2/lists
  UrlFetchApp.fetch(ATTIO + '/notes', { method: 'post' }); //=> POST /v2/notes
}
