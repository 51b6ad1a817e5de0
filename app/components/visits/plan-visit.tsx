import {Button, Checkboxes, Fieldset, Radios, TextInput} from 'nhsuk-react-components';
import {VISIT_MODES} from '../../domain/visits/visit-choices.ts';
import {Submission} from '../staff/submission.tsx';

interface PlanVisitProps {
  submission: string;
  today: string;
  /** Addresses of the record: 'Home: 4 Larch Lane, Bracknell, RG12 1JX'. */
  places: {id: string; words: string}[];
  inPairs: boolean;
  notAtHome: boolean;
  typed: Record<string, string>;
  problems: Record<string, string | undefined>;
}

/** Where somebody goes and by when they are back. Without a time of leaving they are out at once. */
export function PlanVisit({submission, today, places, inPairs, notAtHome, typed, problems}: PlanVisitProps) {
  const first = places[0]?.id;
  return (
    <form method="post" noValidate className="plan-visit">
      <Submission number={submission} />
      <input type="hidden" name="act" value="plan" />
      <Radios
        id="mode"
        name="mode"
        legend="What kind of visit is it?"
        legendProps={{size: 's'}}
        error={problems.mode}
        inline
        small
      >
        {Object.entries(VISIT_MODES).map(([key, words]) => (
          <Radios.Item key={key} value={key} defaultChecked={typed.mode === key}>
            {words}
          </Radios.Item>
        ))}
      </Radios>
      {places.length > 0 && (
        <Radios
          id="where"
          name="where"
          legend="Where will you be?"
          legendProps={{size: 's'}}
          error={problems.where}
          small
        >
          {places.map(({id, words}) => (
            <Radios.Item key={id} value={id} defaultChecked={(typed.where ?? first) === id}>
              {words}
            </Radios.Item>
          ))}
          <Radios.Item value="other" defaultChecked={typed.where === 'other'}>
            Somewhere else
          </Radios.Item>
        </Radios>
      )}
      <TextInput
        id="place"
        name="place"
        label={places.length > 0 ? 'Where, if somewhere else' : 'Where will you be?'}
        hint="So that somebody who looks for you finds you."
        defaultValue={typed.place ?? ''}
        error={problems.place}
        autoComplete="off"
      />
      <Fieldset>
        <Fieldset.Legend size="s">When?</Fieldset.Legend>
        <div className="plan-visit__times">
          <TextInput
            id="onDay"
            name="onDay"
            type="date"
            min={today}
            label="Day"
            defaultValue={typed.onDay ?? today}
            error={problems.onDay}
          />
          <TextInput
            id="leaves"
            name="leaves"
            type="time"
            label="Leaving at"
            hint="Empty: now"
            defaultValue={typed.leaves ?? ''}
            error={problems.leaves}
          />
          <TextInput
            id="backBy"
            name="backBy"
            type="time"
            label="Back by"
            hint="With the way back"
            defaultValue={typed.backBy ?? ''}
            error={problems.backBy}
          />
        </div>
      </Fieldset>
      <TextInput
        id="companion"
        name="companion"
        label="Who goes with you?"
        hint={inPairs ? 'Their record says: visit in pairs.' : 'Empty: you go alone.'}
        defaultValue={typed.companion ?? ''}
        error={problems.companion}
        autoComplete="off"
      />
      {notAtHome && (
        <Checkboxes
          id="settled"
          name="settled"
          legend="Their record says: do not visit"
          legendProps={{size: 's'}}
          hint="Meet somewhere else if you can."
          error={problems.settled}
        >
          <Checkboxes.Item value="yes" defaultChecked={typed.settled === 'yes'}>
            My team lead knows that I go to their home all the same
          </Checkboxes.Item>
        </Checkboxes>
      )}
      <Button type="submit">Save the visit</Button>
    </form>
  );
}
