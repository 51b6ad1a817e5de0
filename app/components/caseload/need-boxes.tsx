import {Checkboxes} from 'nhsuk-react-components';

interface NeedBoxesProps {
  choices: {key: string; name: string}[];
  chosen: readonly string[];
  legend: string;
  hint: string;
}

/** Needs to tick. */
export function NeedBoxes({choices, chosen, legend, hint}: NeedBoxesProps) {
  if (choices.length === 0) return null;
  return (
    <Checkboxes id="needs" name="needs" legend={legend} legendProps={{size: 's'}} hint={hint}>
      {choices.map(({key, name}) => (
        <Checkboxes.Item key={key} value={key} defaultChecked={chosen.includes(key)}>
          {name}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
