import {nameProblem, typedName} from './names.ts';

/** What an organisation of the partnership is. */
export const partnerKinds = {
  council: 'Council',
  health: 'Health',
  voluntary: 'Charity or community group',
  housing: 'Housing',
  emergency: 'Emergency service',
  other: 'Something else',
} as const;

export type PartnerKind = keyof typeof partnerKinds;

/** What an administrator typed about an organisation. */
interface TypedPartner {
  name: string;
  kind: PartnerKind | '';
}

export function readPartnerForm(form: FormData): TypedPartner {
  const kind = form.get('kind');
  const isKind = typeof kind === 'string' && Object.hasOwn(partnerKinds, kind);
  return {name: typedName(form, 'name'), kind: isKind ? (kind as PartnerKind) : ''};
}

export function partnerProblems({name, kind}: TypedPartner): {name?: string; kind?: string} {
  const problem = nameProblem(name, 'Enter the name of the organisation');
  return {...(problem ? {name: problem} : {}), ...(kind === '' ? {kind: 'Choose what it is'} : {})};
}

/** The choice of a kind, as a form shows it. */
export const kindChoice = (value: PartnerKind | '') => ({
  field: 'kind',
  label: 'What it is',
  value,
  options: Object.entries(partnerKinds).map(([key, name]) => ({key, name})),
});
