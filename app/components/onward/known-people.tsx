export interface KnownPerson {
  id: string;
  name: string;
  organisation: string;
  role: string | null;
  phone: string | null;
  email: string | null;
  approach: string | null;
  checked: string;
}

/** People at organisations whom the team knows, each with how best to approach them. */
export function KnownPeople({people, level: Level}: {people: KnownPerson[]; level: 'h2' | 'h3' | 'h4'}) {
  return (
    <ul className="known-people" role="list">
      {people.map(({id, name, organisation, role, phone, email, approach, checked}) => (
        <li key={id} className="known-people__one">
          <Level className="known-people__name">{name}</Level>
          <p className="known-people__at">{[role, organisation].filter(Boolean).join(', ')}</p>
          {(phone ?? email) && (
            <p>
              {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
              {phone && email && ' · '}
              {email && <a href={`mailto:${email}`}>{email}</a>}
            </p>
          )}
          {approach && <p className="known-people__approach">{approach}</p>}
          <p className="known-people__foot">
            {checked}{' '}
            <a href={`/caseload/contacts/${id}`}>
              Change<span className="nhsuk-u-visually-hidden"> {name}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
