import { submitLead } from './actions';

export default function Page() {
  // fetch('https://api.attio.com/v2/tasks')
  return (
    <form action={submitLead}>
      <p>Don't worry, we'll {"reply"} soon. See https://api.attio.com/v2/notes</p>
      <a href="https://app.attio.com">Attio</a>
    </form>
  );
}
