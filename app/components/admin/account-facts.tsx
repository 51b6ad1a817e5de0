import {SummaryList} from 'nhsuk-react-components';
import type {StaffState} from '../../domain/administration/staff.ts';
import {StateTag} from './state-tag.tsx';

interface AccountFactsProps {
  email: string;
  partnerName: string;
  state: StaffState;
  invitation: {until: string; isOver: boolean} | null;
  openSessions: number;
  lastSeen: string | null;
}

/** What an administrator sees of an account and does not change here. */
export function AccountFacts({email, partnerName, state, invitation, openSessions, lastSeen}: AccountFactsProps) {
  return (
    <SummaryList>
      <SummaryList.Row>
        <SummaryList.Key>Account</SummaryList.Key>
        <SummaryList.Value>
          <StateTag state={state} />
          {state === 'invited' && invitation && (
            <p>
              {invitation.isOver
                ? 'The invitation has run out. Send it again below.'
                : `They have not chosen a password yet. The link works until ${invitation.until}.`}
            </p>
          )}
        </SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>E-mail</SummaryList.Key>
        <SummaryList.Value className="breaks-anywhere">{email}</SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>Organisation</SummaryList.Key>
        <SummaryList.Value>{partnerName}</SummaryList.Value>
      </SummaryList.Row>
      <SummaryList.Row>
        <SummaryList.Key>Signed in</SummaryList.Key>
        <SummaryList.Value>
          {openSessions > 0 ? `Now, in ${openSessions} ${openSessions === 1 ? 'place' : 'places'}` : 'Not now'}
          {lastSeen && <>. Last here {lastSeen}</>}
        </SummaryList.Value>
      </SummaryList.Row>
    </SummaryList>
  );
}
