module.exports = {
  ATTIO_URL: process.env.ATTIO_BASE_URL || 'https://api.attio.com/v2',
  DOCS: 'https://docs.attio.com/rest-api',
};
