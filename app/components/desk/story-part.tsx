import {DOMAINS} from '../../domain/calls/call-choices.ts';
import type {NeedChoice} from './call-types.ts';
import {SelectField, TextField} from './fields.tsx';
import {NeedsPicker} from './needs-picker.tsx';
import {Part} from './part.tsx';

interface StoryPartProps {
  needs: NeedChoice[];
  /** Keys of the needs the story speaks of. */
  heard: string[];
}

/** What is wrong, in the caller's words, and the needs of the one list that it comes to. */
export function StoryPart({needs, heard}: StoryPartProps) {
  return (
    <Part name="story">
      <TextField name="story" label="What is wrong, in their own words" rows={7} />
      <NeedsPicker needs={needs} heard={heard} />
      <SelectField name="domain" label="Part of life" options={DOMAINS} />
    </Part>
  );
}
