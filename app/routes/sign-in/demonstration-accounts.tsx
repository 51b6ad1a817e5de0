import type {ReactNode} from 'react';
import {Submission} from '../../components/staff/submission.tsx';
import {disciplines, roleNames, roles} from '../../domain/access/roles.ts';
import type {DemonstrationAccount} from '../../domain/access/demonstration-account.ts';

interface DemonstrationAccountsProps {
  accounts: DemonstrationAccount[];
  next: string;
  submission: string;
}

/** One click each: one person for each role first, and everybody by organisation, as that decides what they see. */
export function DemonstrationAccounts({accounts, ...form}: DemonstrationAccountsProps) {
  const partners = [...new Set(accounts.map((account) => account.partnerName))];
  return (
    <section className="demonstration-accounts" aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">Or look around as somebody made up</h2>
      <p>Choose what you would like to be. No password is needed.</p>
      <ul role="list">
        {roleNames.map((role) => {
          const account = whoShows(accounts, role);
          if (!account) return null;
          return (
            <li key={role}>
              <AccountChoice {...form} id={account.id}>
                <span className="account-choice__name">{roles[role].name}</span>
                <span className="account-choice__says">{roles[role].says}</span>
                <span className="account-choice__roles">
                  {account.name}, {account.partnerName}
                </span>
              </AccountChoice>
            </li>
          );
        })}
      </ul>
      <h3>Everybody, by organisation</h3>
      {partners.map((partner) => {
        const theirs = accounts.filter(({partnerName}) => partnerName === partner);
        return (
          <details key={partner} className="demonstration-accounts__partner">
            <summary>
              {partner} <span className="demonstration-accounts__count">{inPeople(theirs.length)}</span>
            </summary>
            <ul role="list">
              {theirs.map((account) => (
                <li key={account.id}>
                  <AccountChoice {...form} id={account.id}>
                    <span className="account-choice__name">{account.name}</span>
                    <span className="account-choice__roles">{doesWhat(account)}</span>
                  </AccountChoice>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

interface AccountChoiceProps {
  id: string;
  next: string;
  submission: string;
  children: ReactNode;
}

function AccountChoice({id, next, submission, children}: AccountChoiceProps) {
  return (
    <form method="post" action={`/sign-in?next=${encodeURIComponent(next)}`}>
      <Submission number={submission} />
      <button type="submit" name="account" value={id} className="account-choice">
        {children}
      </button>
    </form>
  );
}

/** Of those who have a role, whoever has the fewest others: with them it is seen what that role opens. */
function whoShows(accounts: DemonstrationAccount[], role: DemonstrationAccount['roles'][number]) {
  const [first] = accounts
    .filter((account) => account.roles.includes(role))
    .sort((one, other) => one.roles.length - other.roles.length);
  return first;
}

const inPeople = (count: number) => (count === 1 ? '1 person' : `${count} people`);

const doesWhat = ({roles: theirs, disciplines: professions}: DemonstrationAccount) =>
  theirs
    .map((role) =>
      role === 'practitioner' && professions.length > 0
        ? `${roles[role].name} (${professions.map((one) => disciplines[one].toLowerCase()).join(', ')})`
        : roles[role].name,
    )
    .join(', ');
