/** The people of a made-up caseload: who they are, and the records of those who were accepted. */
import type {ISql} from '../../../../db/client.ts';
import {uuidFrom} from '../../../../db/uuid.ts';
import {addDays} from '../../dates/calendar-date.ts';
import {nameKeys} from '../../people/names.ts';
import {keepNameWords, keysOf} from '../../people/person-keys.server.ts';
import {chanceFrom} from '../calls/chance.ts';
import {freeReference} from '../calls/made-reference.ts';
import type {MadePerson, ProviderStaff} from './case-rows-made.ts';
import type {MadeReferral} from './made-caseload.ts';
import {FAMILY_NAMES, GIVEN_NAMES, numberOf, ORGANISATIONS, STREETS} from './made-words.ts';
import {putIn} from './put-in.server.ts';

const OUTCODES: Record<string, readonly string[]> = {
  'Lily Hill Link Workers': ['RG12', 'RG42', 'SL5'],
  'Crowthorne Connect': ['RG45', 'GU47', 'GU46'],
  'Wokingham Walkalong': ['RG40', 'RG41', 'RG5', 'RG6'],
};

/** Everybody who is referred, by their number. */
export async function makePeople(
  tx: ISql,
  made: readonly MadeReferral[],
  providers: readonly {name: string}[],
  seed: number,
): Promise<MadePerson[]> {
  const chance = chanceFrom(seed + 2);
  const postcodes = await tx<{postcode: string}[]>`
    select postcode from postcodes where source = 'demonstration' order by postcode
  `;
  const ofOutcode = new Map<string, string[]>();
  for (const {postcode} of postcodes) {
    const outcode = postcode.split(' ')[0]!;
    ofOutcode.set(outcode, [...(ofOutcode.get(outcode) ?? []), postcode]);
  }
  const people: MadePerson[] = [];
  for (const {person, provider, passedTo} of made) {
    if (people[person]) continue;
    const outcode = chance.one(OUTCODES[providers[passedTo ?? provider]!.name]!);
    const age = Math.min(97, Math.max(18, Math.round(chance.length(62, 0.32))));
    people[person] = {
      id: uuidFrom(`walk person:${person}`),
      given: chance.one(GIVEN_NAMES),
      family: chance.one(FAMILY_NAMES),
      birthDate: addDays('2026-01-01', -Math.round(age * 365.25) - chance.whole(0, 364)),
      phone: chance.happens(0.93) ? numberOf(person) : null,
      postcode: chance.one(ofOutcode.get(outcode) ?? [`${outcode} 1AA`]),
      practice: chance.one(ORGANISATIONS.gp!),
    };
  }
  return people;
}

/** Those who were accepted are written down: found by name, kept by the provider that walks with them, with their consent. */
export async function putInPeople(
  tx: ISql,
  made: readonly MadeReferral[],
  people: readonly MadePerson[],
  providers: readonly ProviderStaff[],
  taken: ReadonlySet<string>,
) {
  const first = new Map<number, MadeReferral>();
  for (const referral of made) if (referral.case && !first.has(referral.person)) first.set(referral.person, referral);
  const all = [...first].map(([number, referral]) => ({
    ...people[number]!,
    number,
    reference: freeReference(taken, 'P', 20_000 + number, 6),
    at: referral.decidedAt!,
    spoken: referral.source === 'self' ? 'form' : 'spoken',
    keeper: providers[referral.passedTo ?? referral.provider]!,
  }));
  await putIn(
    tx,
    'people',
    all.map(({id, keeper, reference, given, family, birthDate, postcode, at}) => ({
      id,
      partnershipId: keeper.partnershipId,
      partnerId: keeper.partnerId,
      reference,
      givenName: given,
      familyName: family,
      birthDate,
      outcode: postcode.split(' ')[0]!,
      createdBy: keeper.walkers[0]!,
      createdAt: at,
    })),
  );
  await putIn(
    tx,
    'person_keys',
    all.map(({id, reference, given, family, birthDate, phone, postcode}) => {
      const keys = keysOf({
        reference,
        names: [given, family],
        birthDate,
        estimate: null,
        nhsNumbers: [],
        references: [],
        phones: phone ? [phone] : [],
        emails: [],
        postcodes: [postcode],
      });
      return {personId: id, keys, foundKeys: keys};
    }),
  );
  await putIn(
    tx,
    'person_addresses',
    all.map(({id, number, postcode}) => ({
      personId: id,
      kind: 'home',
      lines: `${1 + (number % 90)} ${STREETS[number % STREETS.length]}`,
      postcode,
    })),
  );
  await putIn(
    tx,
    'person_contacts',
    all.flatMap(({id, phone}) => (phone ? [{personId: id, kind: 'other_phone', value: phone, safeToCall: 'yes'}] : [])),
  );
  await putIn(
    tx,
    'person_practices',
    all.map(({id, practice}) => ({personId: id, name: practice})),
  );
  await putIn(
    tx,
    'consents',
    all.map(({id, at, spoken, keeper}) => ({
      personId: id,
      kind: 'be_referred',
      decision: 'given',
      decidedOn: at.toISOString().slice(0, 10),
      decidedBy: 'person',
      how: spoken,
      recordedBy: keeper.walkers[0]!,
      recordedPartnerId: keeper.partnerId,
      recordedAt: at,
    })),
  );
  await keepNameWords(tx, nameKeys(...new Set(all.flatMap(({given, family}) => [given, family]))));
}
