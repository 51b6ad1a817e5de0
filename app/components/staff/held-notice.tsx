import {InsetText} from 'nhsuk-react-components';

/** Shown above a form that is filled with what someone had typed before they had to sign in, or open the record, again. */
export function HeldNotice() {
  return (
    <InsetText>
      <p>
        <strong>We kept what you had typed.</strong> It is not saved yet. Check it, then send it again.
      </p>
    </InsetText>
  );
}
