/** The link to the professional form that an organisation puts on its own site. Safe in the browser. */
import {STEP_FIELDS, type ReferProblem} from './refer-form.ts';
import {PROFESSIONAL_SOURCES} from './referral-choices.ts';

interface OwnLink {
  typed: {source: string; referrerOrganisation: string};
  problems: Partial<Record<keyof OwnLink['typed'], ReferProblem>>;
  /** '/refer/professional?…', or null while something is missing. */
  path: string | null;
}

/** Reads what was asked for. With nothing asked there are no problems yet. */
export function readOwnLink(asked: URLSearchParams): OwnLink {
  const source = asked.get('source') ?? '';
  const referrerOrganisation = (asked.get('referrerOrganisation') ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const typed = {source, referrerOrganisation};
  if (!asked.has('referrerOrganisation')) return {typed, problems: {}, path: null};
  const problems: OwnLink['problems'] = {};
  if (!PROFESSIONAL_SOURCES.some((one) => one === source)) problems.source = 'chooseOne';
  if (referrerOrganisation === '') problems.referrerOrganisation = 'organisation';
  if (referrerOrganisation.length > LONGEST) problems.referrerOrganisation = 'tooLong';
  if (Object.keys(problems).length > 0) return {typed, problems, path: null};
  return {typed, problems, path: `/refer/professional?${linkWords(source, referrerOrganisation)}`};
}

const LONGEST = STEP_FIELDS.professional.referrerOrganisation?.limit ?? 200;

const linkWords = (from: string, organisation: string) => String(new URLSearchParams({from, organisation}));

/** What such a link says about whoever follows it, for the professional form. */
export function followedLink(asked: URLSearchParams): OwnLink['typed'] {
  return {
    source: PROFESSIONAL_SOURCES.find((one) => one === asked.get('from')) ?? '',
    referrerOrganisation: (asked.get('organisation') ?? '').slice(0, LONGEST),
  };
}
