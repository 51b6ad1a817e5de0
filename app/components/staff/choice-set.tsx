/**
 * Radios and boxes to tick. The first of a set has the id of its field: a link of the list of problems moves the focus to
 * what bears the id, and a box around the set takes none. So forms use these, and not those of the library (the lint says so).
 */
import {Checkboxes, Radios} from 'nhsuk-react-components';
import type {ComponentProps, ReactNode} from 'react';

/** One of a set. */
export interface SetChoice {
  key: string;
  name: ReactNode;
  says?: string | null;
  /** What is asked further once it is chosen. */
  more?: ReactNode;
}

type SetLooks = Pick<
  ComponentProps<typeof Radios>,
  'legendProps' | 'hint' | 'error' | 'errorProps' | 'small' | 'className'
>;

interface ChoiceSetProps extends SetLooks {
  legend: string;
  name: string;
  /** Its name, unless the page has several of that name. */
  id?: string;
  /** In this order: words by their keys, or choices. */
  options: Readonly<Record<string, string>> | readonly SetChoice[];
}

interface OneOfProps extends ChoiceSetProps {
  value?: string;
  inline?: boolean;
}

/** One of several, all in view. */
export function OneOf({name, id = name, options, value, ...looks}: OneOfProps) {
  return (
    <Radios {...SMALL_LEGEND} {...looks} name={name} id={boxId(id)}>
      {choicesOf(options).map(({key, name: words, says, more}, place) => (
        <Radios.Item
          key={key}
          id={inputId(id, place)}
          value={key}
          hint={says ?? undefined}
          conditional={more}
          defaultChecked={value === key}
        >
          {words}
        </Radios.Item>
      ))}
    </Radios>
  );
}

interface SeveralOfProps extends ChoiceSetProps {
  values: readonly string[];
  /** Whether each is a field by itself, with its key as its name, and is sent as yes. */
  areFields?: boolean;
}

/** As many of several as one likes. */
export function SeveralOf({name, id = name, options, values, areFields = false, ...looks}: SeveralOfProps) {
  return (
    <Checkboxes {...SMALL_LEGEND} {...looks} name={name} id={boxId(id)}>
      {choicesOf(options).map(({key, name: words, says, more}, place) => (
        <Checkboxes.Item
          key={key}
          {...(areFields && {name: key})}
          id={inputId(id, place)}
          value={areFields ? 'yes' : key}
          hint={says ?? undefined}
          conditional={more}
          defaultChecked={values.includes(key)}
        >
          {words}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

interface TickProps {
  name: string;
  id?: string;
  isTicked?: boolean;
  error?: string;
  children: ReactNode;
}

/** One thing that is so, or is not; sent as yes. */
export function Tick({name, id = name, isTicked = false, error, children}: TickProps) {
  return (
    <Checkboxes name={name} id={boxId(id)} error={error} small>
      <Checkboxes.Item id={id} value="yes" defaultChecked={isTicked}>
        {children}
      </Checkboxes.Item>
    </Checkboxes>
  );
}

const SMALL_LEGEND = {legendProps: {size: 's'}} as const;

const boxId = (id: string) => `${id}-set`;

const inputId = (id: string, place: number) => (place === 0 ? id : `${id}-${place + 1}`);

const choicesOf = (options: ChoiceSetProps['options']): readonly SetChoice[] =>
  Array.isArray(options)
    ? (options as readonly SetChoice[])
    : Object.entries(options as Record<string, string>).map(([key, name]) => ({key, name}));
