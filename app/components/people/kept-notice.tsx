import {InsetText} from 'nhsuk-react-components';

/** Above a form within a record that is filled with what was typed before the record or the session was closed. */
export function KeptNotice() {
  return (
    <InsetText>
      <p>
        <strong>We kept what you had typed.</strong> It is not saved yet. Check it, then send it again.
      </p>
    </InsetText>
  );
}
