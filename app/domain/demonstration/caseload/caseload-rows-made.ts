/** Referrals of a made-up caseload as rows, and with each the rows of its case. Pure. */
import {uuidFrom} from '../../../../db/uuid.ts';
import {chanceFrom} from '../calls/chance.ts';
import {freeReference} from '../calls/made-reference.ts';
import {addCase, TABLES, type CaseloadRows, type MadePerson, type ProviderStaff, type Row} from './case-rows-made.ts';
import type {MadeReferral} from './made-caseload.ts';
import type {ServicesByNeed} from './made-onward.ts';
import {ORGANISATIONS, REASONS} from './made-words.ts';

export function rowsOf(
  made: readonly MadeReferral[],
  people: readonly MadePerson[],
  providers: readonly ProviderStaff[],
  {until, seed, services, taken}: {until: Date; seed: number; services: ServicesByNeed; taken: ReadonlySet<string>},
): CaseloadRows {
  const rows = Object.fromEntries(TABLES.map((table) => [table, [] as Row[]])) as CaseloadRows;
  const chance = chanceFrom(seed);
  // Of its own, so that the rest stays as it was made before.
  const onwardChance = chanceFrom(seed + 3);
  const carersChance = chanceFrom(seed + 4);
  const licensedChance = chanceFrom(seed + 5);
  for (const [number, referral] of made.entries()) {
    const person = people[referral.person]!;
    const first = providers[referral.provider]!;
    const holder = providers[referral.passedTo ?? referral.provider]!;
    const id = uuidFrom(`walk referral:${number}`);
    const organisation = ORGANISATIONS[referral.source] ? chance.one(ORGANISATIONS[referral.source]!) : null;
    const {decidedAt} = referral;
    const decider = holder.walkers[number % holder.walkers.length]!;
    const fields = {
      reference: freeReference(taken, 'R', number, 7),
      partnershipId: first.partnershipId,
      source: referral.source,
      reason: REASONS[referral.needs[0]!]!,
      needs: referral.needs,
      madeAt: referral.madeAt,
      givenName: person.given,
      familyName: person.family,
      birthDate: person.birthDate,
      phone: person.phone,
      postcode: person.postcode,
      outcode: person.postcode.split(' ')[0]!,
      practice: person.practice,
      reachBy: person.phone ? 'phone' : 'post',
      urgency: referral.urgency,
      referrerName: organisation ? 'Sam Ridley' : null,
      referrerOrganisation: organisation,
      referrerRelation: referral.source === 'someone_else' ? 'Neighbour' : null,
      referrerEmail: organisation ? 'referrals@practice.example' : null,
      mayTellReferrer: false,
      consent: 'given',
      consentBy: 'person',
      consentHow: referral.source === 'self' ? 'form' : 'spoken',
    };
    const event = (kind: string, at: Date, byId: string | null, to = holder, of = id, words: string | null = null) =>
      rows.referral_events.push({referralId: of, partnerId: to.partnerId, kind, at, byId, words});
    const isDeclined = referral.status === 'declined';
    const latest = {
      ...fields,
      id,
      toPartnerId: holder.partnerId,
      personId: referral.case ? person.id : null,
      status: referral.status,
      statusAt: decidedAt ?? referral.madeAt,
      statusBy: decidedAt ? decider : null,
      declineReason: referral.declineReason,
      alternative: isDeclined ? 'Told where else to turn, and that the door stays open.' : null,
      passedFrom: null as string | null,
    };
    if (referral.passedTo === null) event('received', referral.madeAt, null);
    else {
      const passed = uuidFrom(`walk referral passed:${number}`);
      const by = first.walkers[number % first.walkers.length]!;
      const at = new Date((referral.madeAt.getTime() + decidedAt!.getTime()) / 2);
      rows.referrals.push({
        ...latest,
        id: passed,
        toPartnerId: first.partnerId,
        personId: null,
        status: 'passed_on',
        statusAt: at,
        statusBy: by,
      });
      latest.passedFrom = passed;
      event('received', referral.madeAt, null, first, passed);
      event('passed_on', at, by, first, passed, 'They live nearer to you.');
      event('came_on', at, by, holder, id, 'They live nearer to you.');
    }
    rows.referrals.push(latest);
    if (referral.status === 'more_asked')
      event(
        'more_asked',
        new Date(referral.madeAt.getTime() + 3_600_000),
        decider,
        holder,
        id,
        'When is it good to ring?',
      );
    if (decidedAt) event(isDeclined ? 'declined' : 'accepted', decidedAt, decider);
    if (referral.case) {
      const around = {
        until,
        chance,
        onwardChance,
        carersChance,
        licensedChance,
        services,
        taken,
        referralId: id,
        person,
        decider,
      };
      addCase(rows, number, referral, holder, around);
    }
  }
  return rows;
}
