import { Tasks } from './tasks';
test('x', () => fetch('https://api.attio.com/v2/lists'));
