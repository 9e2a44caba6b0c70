import { sync } from './sync';
const params = new URLSearchParams(location.search);
params.get('/notes');
export default sync;
