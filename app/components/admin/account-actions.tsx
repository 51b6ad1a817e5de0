import {Button, InsetText} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import type {StaffState} from '../../domain/administration/staff.ts';
import {Submission} from '../staff/submission.tsx';

type AccountAct = 'invite-again' | 'end-sessions' | 'clear-code-app' | 'open' | 'close';

interface AccountActionsProps {
  id: string;
  /** A number for each of the forms: with one for all, a second act would count as the first one sent again. */
  submissions: Record<AccountAct, string>;
  state: StaffState;
  /** Whether it is the administrator's own account. */
  isOwn: boolean;
}

/** What can be done to an account besides changing it. Each button says beforehand what will happen. */
export function AccountActions({id, submissions, state, isOwn}: AccountActionsProps) {
  if (isOwn) {
    return (
      <InsetText>
        <p>
          This is you. Your password, your codes and where you are signed in are under{' '}
          <a href="/account">Your account</a>.
        </p>
      </InsetText>
    );
  }
  const act = (to: 'account' | 'sign-in', name: AccountAct, button: ReactNode) => (
    <form method="post" action={`/admin/staff/${id}/${to}`}>
      <Submission number={submissions[name]} />
      <input type="hidden" name="act" value={name} />
      {button}
    </form>
  );
  return (
    <div className="account-actions">
      {state === 'invited' && (
        <section>
          <h2>Send the invitation again</h2>
          <p>They get a new link for 7 days. The link they have stops working.</p>
          {act('sign-in', 'invite-again', secondary('Send it again'))}
        </section>
      )}
      {state === 'active' && (
        <>
          <section>
            <h2>Sign them out everywhere</h2>
            <p>For example when a computer was left open. They can sign in again at once.</p>
            {act('sign-in', 'end-sessions', secondary('Sign them out'))}
          </section>
          <section>
            <h2>They have lost their telephone</h2>
            <p>
              Make sure that it is really them who asks: call them back on a number you know. Their code app and
              recovery codes stop working, and they are told by e-mail. With their password they set up a new app.
            </p>
            {act('sign-in', 'clear-code-app', secondary('Remove the code app'))}
          </section>
        </>
      )}
      {state === 'disabled' ? (
        <section>
          <h2>Open the account again</h2>
          <p>They can sign in again with the password they had.</p>
          {act('account', 'open', secondary('Open the account'))}
        </section>
      ) : (
        <section>
          <h2>Close the account</h2>
          <p>They are signed out at once and cannot sign in. What they wrote stays. You can open it again.</p>
          {act(
            'account',
            'close',
            <Button type="submit" warning>
              Close the account
            </Button>,
          )}
        </section>
      )}
    </div>
  );
}

const secondary = (words: string) => (
  <Button type="submit" secondary>
    {words}
  </Button>
);
