import {TextField} from './fields.tsx';
import {Part} from './part.tsx';

/** What is there already. All of it may be left out. */
export function StrengthsPart() {
  return (
    <Part name="strengths" aside={<span className="call-part__aside">if there is time</span>}>
      <TextField name="goingWell" label="What is going well?" rows={2} />
      <TextField name="peopleAround" label="Who is around?" rows={2} />
      <TextField name="triedBefore" label="What has been tried, and did it help?" rows={2} />
    </Part>
  );
}
