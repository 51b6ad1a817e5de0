import {TextInput} from 'nhsuk-react-components';
import {OUTCOME_DOMAINS, OUTCOME_VERDICTS, SERVICE_USES, USE_SOURCES} from '../../domain/measures/outcome-domains.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {OneOf} from '../staff/choice-set.tsx';

interface OutcomeFieldsProps {
  typed: Record<string, string>;
  problems: Record<string, string>;
}

/** What got better in somebody's life, and how often services were used. */
export function OutcomeFields({typed, problems}: OutcomeFieldsProps) {
  return (
    <>
      <h2>Since we began, how is …</h2>
      {Object.entries(OUTCOME_DOMAINS).map(([domain, name]) => (
        <OneOf
          key={domain}
          name={`domain.${domain}`}
          inline
          small
          legend={name}
          options={{...OUTCOME_VERDICTS, '': 'Does not apply'}}
          value={typed[`domain.${domain}`] ?? ''}
          error={problems[`domain.${domain}`]}
        />
      ))}
      <h2>How often services were used</h2>
      <p>In the twelve months before we began, and in the twelve months after. Leave out what nobody knows.</p>
      {Object.entries(SERVICE_USES).map(([service, name]) => (
        <fieldset key={service} className="use-fields">
          <legend className="scale-question__words">{name}</legend>
          {(['before', 'after'] as const).map((side) => (
            <TextInput
              key={side}
              id={`use.${service}.${side}`}
              name={`use.${service}.${side}`}
              label={side === 'before' ? '12 months before' : '12 months after'}
              inputMode="numeric"
              width={3}
              defaultValue={typed[`use.${service}.${side}`] ?? ''}
              error={problems[`use.${service}.${side}`]}
            />
          ))}
          <ChoiceSelect
            name={`source.${service}`}
            label="Who says so"
            value={typed[`source.${service}`] ?? ''}
            error={problems[`source.${service}`]}
            options={USE_SOURCES}
            none="Choose"
          />
        </fieldset>
      ))}
    </>
  );
}
