import {Button} from 'nhsuk-react-components';
import {ATTENDANCE} from '../../domain/mdt/mdt-choices.ts';
import {ActSelect} from '../staff/act-fields.tsx';
import {ActForm, FoldedAct, formOf, type FormsProps} from '../staff/act-form.tsx';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import type {MeetingHeadView} from './mdt-view.ts';

export interface AttendeeView {
  id: string;
  name: string;
  place: string;
  attendance: string;
  isYou: boolean;
}

type OneAct = ReturnType<typeof formOf>;

/** Who is asked to a meeting, and whether they came. */
export function Attendees({
  meeting,
  attendees,
  form,
}: {
  meeting: MeetingHeadView;
  attendees: AttendeeView[];
  form: FormsProps;
}) {
  const attendance = formOf(form, 'attendance');
  return (
    <section className="side-part" aria-labelledby="who">
      <h2 id="who">Who is asked</h2>
      <p>Only they see who is spoken of.</p>
      {meeting.isOpen ? (
        <>
          <ActForm {...attendance}>
            {attendees.map(({id, name, place, attendance: now}) => (
              <ChoiceSelect
                key={id}
                id={`came.${id}`}
                name={`came.${id}`}
                label={`${name}, ${place}`}
                options={ATTENDANCE}
                value={attendance.typed[`came.${id}`] ?? now}
              />
            ))}
            <Button type="submit" secondary>
              Save who came
            </Button>
          </ActForm>
          {meeting.isOrganiser && <UnaskAct {...formOf(form, 'unask')} attendees={attendees} />}
        </>
      ) : (
        <ul>
          {attendees.map(({id, name, place, attendance: now}) => (
            <li key={id}>
              {name}, {place}: {ATTENDANCE[now as keyof typeof ATTENDANCE].toLowerCase()}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One more is asked. */
export function AskAct({others, ...form}: OneAct & {others: Choice[]}) {
  return (
    <FoldedAct {...form} title="Ask somebody else">
      <ActSelect
        form={form}
        name="staff"
        label="Who"
        hint="They see everybody on this list from then on."
        options={others}
        none="Choose"
      />
      <Button type="submit" secondary>
        Ask them
      </Button>
    </FoldedAct>
  );
}

function UnaskAct({attendees, ...form}: OneAct & {attendees: AttendeeView[]}) {
  const choices = attendees
    .filter(({isYou}) => !isYou)
    .map(({id, name, place}) => ({key: id, name: `${name}, ${place}`}));
  if (choices.length === 0) return null;
  return (
    <FoldedAct {...form} title="Ask somebody no more">
      <ActSelect form={form} name="staff" label="Who" options={choices} none="Choose" />
      <Button type="submit" secondary>
        Ask them no more
      </Button>
    </FoldedAct>
  );
}
