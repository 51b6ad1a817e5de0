import {InsetText} from 'nhsuk-react-components';

/** Shown above a form that is filled with what someone had typed before they had to sign in again. */
export function HeldNotice() {
  return (
    <InsetText>
      <p>
        <strong>We kept what you had typed.</strong> You were signed out before it could be saved. Check it, then send
        it again.
      </p>
    </InsetText>
  );
}
