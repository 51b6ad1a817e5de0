import {Submission} from '../../components/staff/submission.tsx';
import {roles} from '../../domain/access/roles.ts';
import type {DemonstrationAccount} from '../../domain/access/demonstration-account.ts';

interface DemonstrationAccountsProps {
  accounts: DemonstrationAccount[];
  next: string;
  submission: string;
}

/** One click each. They are grouped by organisation, as that decides what they see. */
export function DemonstrationAccounts({accounts, next, submission}: DemonstrationAccountsProps) {
  const partners = [...new Set(accounts.map((account) => account.partnerName))];
  return (
    <section className="demonstration-accounts" aria-labelledby="demonstration-accounts">
      <h2 id="demonstration-accounts">Or look around as somebody made up</h2>
      <p>Choose anyone. No password is needed.</p>
      {partners.map((partner) => (
        <div key={partner} className="demonstration-accounts__partner">
          <h3>{partner}</h3>
          <ul role="list">
            {accounts
              .filter((account) => account.partnerName === partner)
              .map(({id, name, roles: theirs}) => (
                <li key={id}>
                  <form method="post" action={`/sign-in?next=${encodeURIComponent(next)}`}>
                    <Submission number={submission} />
                    <button type="submit" name="account" value={id} className="account-choice">
                      <span className="account-choice__name">{name}</span>
                      <span className="account-choice__roles">{theirs.map((role) => roles[role].name).join(', ')}</span>
                    </button>
                  </form>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
