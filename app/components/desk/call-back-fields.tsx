import {SelectField, TextField} from './fields.tsx';

/** A promise to ring back: when, by whom, about what. */
export function CallBackFields({colleagues}: {colleagues: {id: string; name: string}[]}) {
  return (
    <>
      <div className="field-row">
        <TextField name="callBackOn" label="On which day" type="date" width="medium" />
        <TextField name="callBackAt" label="At what time" type="time" width="short" />
      </div>
      <SelectField
        name="callBackBy"
        label="Who rings"
        none="Whoever is free"
        options={Object.fromEntries(colleagues.map(({id, name}) => [id, name]))}
      />
      <TextField
        name="callBackPhone"
        label="Which number"
        hint="Only if it is another than the caller’s"
        inputMode="tel"
        width="medium"
      />
      <TextField name="callBackAbout" label="About what" rows={2} />
    </>
  );
}
