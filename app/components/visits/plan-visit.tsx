import {Button, Fieldset, TextInput} from 'nhsuk-react-components';
import {VISIT_MODES} from '../../domain/visits/visit-choices.ts';
import {OneOf, SeveralOf} from '../staff/choice-set.tsx';
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
  return (
    <form method="post" noValidate className="plan-visit">
      <Submission number={submission} />
      <input type="hidden" name="act" value="plan" />
      <OneOf
        name="mode"
        legend="What kind of visit is it?"
        options={VISIT_MODES}
        value={typed.mode}
        error={problems.mode}
        inline
        small
      />
      {places.length > 0 && (
        <OneOf
          name="where"
          legend="Where will you be?"
          options={[...places.map(({id, words}) => ({key: id, name: words})), {key: 'other', name: 'Somewhere else'}]}
          value={typed.where ?? places[0]?.id}
          error={problems.where}
          small
        />
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
        <SeveralOf
          name="settled"
          legend="Their record says: do not visit"
          hint="Meet somewhere else if you can."
          options={{yes: 'My team lead knows that I go to their home all the same'}}
          values={[typed.settled ?? '']}
          error={problems.settled}
        />
      )}
      <Button type="submit">Save the visit</Button>
    </form>
  );
}
