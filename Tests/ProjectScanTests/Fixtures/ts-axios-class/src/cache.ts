const cache = new Map<string, string>();
export function get(key: string) {
  return cache.get('/objects/' + key);
}
