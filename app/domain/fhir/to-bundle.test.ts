import {randomUUID} from 'node:crypto';
import {Fhir} from 'fhir';
import {describe, expect, it} from 'vitest';
import {CLOSE_REASONS, type CloseReason} from '../cases/case-choices.ts';
import {ENDINGS, STATES, type Ending, type OnwardState} from '../onward/onward-life.ts';
import {EMPTY_PLAN} from '../plans/plan-choices.ts';
import {bundleSchema} from './fhir-schemas.ts';
import {toBundle, type ExportFacts} from './to-bundle.ts';

const facts: ExportFacts = {
  site: 'https://help.example',
  bundleId: randomUUID(),
  madeAt: new Date('2026-03-04T12:00:00Z'),
  caseId: randomUUID(),
  reference: 'W-7KM-4QCD',
  referral: {
    id: randomUUID(),
    reference: 'R-7KM-4QCD',
    reason: 'Lonely.',
    referrer: 'Dr Okoro, Larch Lane',
    urgency: 'soon',
  },
  person: {id: randomUUID(), reference: 'P-7KM-4QC', givenName: 'Nell', familyName: 'Archer', birthDate: '1950-03-03'},
  partnerName: 'Lily Hill Link Workers',
  workerName: 'Aisha Rahman',
  needs: [{key: 'loneliness', name: 'Feeling lonely'}],
  status: 'active',
  referredAt: new Date('2026-01-02T09:30:00Z'),
  openedAt: new Date('2026-01-03T09:30:00Z'),
  closedAt: null,
  closeReason: null,
  outcome: null,
  plan: null,
  onward: [],
  scores: [],
};
const r4 = new Fhir();
/** What is wrong with a bundle by HL7's own definitions of R4, as the `fhir` package carries them. */
const faultsByR4 = (bundle: object) =>
  r4
    .validate(bundle, {errorOnUnexpected: true})
    .messages.filter(({severity}) => severity === 'error' || severity === 'fatal')
    .map(({location, message}) => `${location}: ${message}`);

/** The resources of the bundle, by their type. Whatever bundle is made in these tests is valid by the definitions too. */
const resources = (more: Partial<ExportFacts> = {}) => {
  const bundle = toBundle({...facts, ...more});
  expect(faultsByR4(bundle)).toEqual([]);
  const all = bundle.entry.map(({resource}) => resource);
  const of = (type: string) => all.filter(({resourceType}) => resourceType === type);
  return {
    ...{Patient: of('Patient'), ServiceRequest: of('ServiceRequest'), Task: of('Task')},
    ...{CarePlan: of('CarePlan'), Observation: of('Observation')},
  };
};
const closed = (closeReason: CloseReason): Partial<ExportFacts> => ({
  ...{status: 'closed' as const, closeReason, closedAt: new Date('2026-03-03T10:00:00Z'), outcome: 'A choir.'},
});

describe('a case as FHIR R4', () => {
  it('is the person, the referral with its code, and the work as a task of that referral', () => {
    const {Patient, ServiceRequest, Task, CarePlan, Observation} = resources();
    expect(Patient).toMatchObject([{name: [{family: 'Archer', given: ['Nell']}], birthDate: '1950-03-03'}]);
    expect(ServiceRequest).toMatchObject([
      {
        status: 'active',
        intent: 'order',
        priority: 'urgent',
        code: {coding: [{system: 'http://snomed.info/sct', code: '871731000000106'}]},
        subject: {reference: `urn:uuid:${facts.person.id}`},
        requester: {display: 'Dr Okoro, Larch Lane'},
      },
    ]);
    expect(Task).toMatchObject([{status: 'in-progress', focus: {reference: `urn:uuid:${facts.referral!.id}`}}]);
    expect([CarePlan, Observation]).toEqual([[], []]);
  });

  it('says how it ended, with the code where the person did not want it', () => {
    expect(resources(closed('goals_met')).Task).toMatchObject([
      {status: 'completed', statusReason: {text: CLOSE_REASONS.goals_met}, output: [{valueString: 'A choir.'}]},
    ]);
    const {ServiceRequest, Task} = resources(closed('declined'));
    expect(ServiceRequest).toMatchObject([{status: 'revoked'}]);
    expect(Task).toMatchObject([{status: 'cancelled', statusReason: {coding: [{code: '871711000000103'}]}}]);
    for (const reason of Object.keys(CLOSE_REASONS) as CloseReason[])
      expect(resources(closed(reason)).Task).toMatchObject([{statusReason: {text: CLOSE_REASONS[reason]}}]);
    for (const urgency of ['routine', 'soon', 'urgent'] as const)
      expect(resources({referral: {...facts.referral!, urgency}}).ServiceRequest).toHaveLength(1);
  });

  it('holds goals and steps of a plan, and each score as an observation', () => {
    const step = {what: 'Visit the choir', who: 'Aisha', by: '2026-02-01', isDone: true, service: null};
    const content = {
      ...EMPTY_PLAN,
      matters: 'Singing',
      goals: [{words: 'I sing again', now: 2, wanted: 7, tags: [], steps: [step]}],
    };
    const {CarePlan, Observation} = resources({
      plan: {id: randomUUID(), content, madeAt: new Date('2026-01-10T10:00:00Z')},
      scores: [
        {id: randomUUID(), scale: 'ons4', scaleName: 'ONS4', score: 'satisfied', value: 4, takenOn: '2026-01-10'},
      ],
    });
    expect(CarePlan).toMatchObject([
      {
        contained: [{resourceType: 'Goal', id: 'goal-1', description: {text: 'I sing again'}}],
        goal: [{reference: '#goal-1'}],
        activity: [{detail: {status: 'completed', description: 'Visit the choir'}}],
      },
    ]);
    expect(Observation).toMatchObject([
      {status: 'final', effectiveDateTime: '2026-01-10', valueQuantity: {value: 4, code: '{score}'}},
    ]);
  });

  it('holds a request and a task for each service that they were passed on to, with what came of it', () => {
    const one = {
      ...{id: randomUUID(), serviceName: 'Choir', state: 'declined' as OnwardState, need: facts.needs[0]!},
      ...{madeAt: new Date('2026-02-01T10:00:00Z'), changedAt: new Date('2026-02-03T10:00:00Z'), isWithdrawn: false},
      ...{declineReason: 'full' as const, attended: 0, endedHow: null},
    };
    const ended = {
      ...one,
      id: randomUUID(),
      state: 'ended' as const,
      declineReason: null,
      attended: 6,
      endedHow: 'goes_on_alone' as const,
    };
    const told = {...one, id: randomUUID(), state: 'told' as const, declineReason: null};
    const {ServiceRequest, Task} = resources({onward: [one, ended, told]});
    const toReferral = {basedOn: [{reference: `urn:uuid:${facts.referral!.id}`}]};
    expect(ServiceRequest.slice(1)).toMatchObject([
      {...toReferral, status: 'revoked', intent: 'order', performer: [{display: 'Choir'}]},
      {...toReferral, status: 'completed', intent: 'order', reasonCode: [{text: 'Feeling lonely'}]},
      {...toReferral, status: 'active', intent: 'proposal'},
    ]);
    expect(Task.slice(1)).toMatchObject([
      {status: 'rejected', focus: {reference: `urn:uuid:${one.id}`}, statusReason: {coding: [{code: 'full'}]}},
      {status: 'completed', output: [{valueString: '6'}], owner: {display: 'Choir'}},
    ]);
    for (const state of Object.keys(STATES) as OnwardState[])
      for (const endedHow of Object.keys(ENDINGS) as Ending[]) {
        const both = {
          onward: [
            {...one, state},
            {...ended, state, endedHow, isWithdrawn: true},
          ],
        };
        expect(resources(both).ServiceRequest).toHaveLength(3);
      }
  });

  it('is refused with an element that FHIR does not know there, a wrong status, or a reference that leads nowhere', () => {
    const bundle = toBundle(facts);
    const withTask = (more: object) => ({
      ...bundle,
      entry: bundle.entry.map((entry) =>
        entry.resource.resourceType === 'Task' ? {...entry, resource: {...entry.resource, ...more}} : entry,
      ),
    });
    expect(bundleSchema.safeParse(withTask({})).success).toBe(true);
    expect(bundleSchema.safeParse(withTask({state: 'ready'})).success).toBe(false);
    expect(bundleSchema.safeParse(withTask({status: 'done'})).success).toBe(false);
    expect(bundleSchema.safeParse(withTask({for: {reference: `urn:uuid:${randomUUID()}`}})).success).toBe(false);
  });

  it('would be found wrong by the definitions of R4 too', () => {
    const bundle = toBundle({...facts, ...closed('goals_met')});
    const withRequest = (more: object) => ({
      ...bundle,
      entry: bundle.entry.map((entry) =>
        entry.resource.resourceType === 'ServiceRequest' ? {...entry, resource: {...entry.resource, ...more}} : entry,
      ),
    });
    expect(faultsByR4(withRequest({}))).toEqual([]);
    for (const [wrong, told] of [
      [{status: undefined}, 'Code "undefined" not found'],
      [{priority: 'soon'}, 'Code "soon" not found in value set'],
      [{subject: {reference: 'Task/1'}}, 'Invalid type for reference'],
      [{performer: {display: 'Lily Hill'}}, 'Property is not an array'],
      [{urgency: 'urgent'}, 'Unexpected property'],
      [{authoredOn: '10 January'}, 'Invalid dateTime format'],
    ] as const)
      expect(faultsByR4(withRequest(wrong)).join(), JSON.stringify(wrong)).toContain(told);
    const {subject, ...without} = bundle.entry.find(({resource}) => resource.resourceType === 'ServiceRequest')!
      .resource as {subject: object};
    expect(subject).toBeDefined();
    expect(faultsByR4(without).join()).toContain('Missing property');
  });
});
