import {cleanAges} from './clean-age.ts';
import {cleanStatus} from './clean-choice.ts';
import {cleanCosts, saysFree} from './clean-cost.ts';
import {cleanDate, cleanTimestamp} from './clean-date.ts';
import {cleanEmail} from './clean-email.ts';
import {cleanLanguages} from './clean-language.ts';
import {cleanLine, cleanParagraphs} from './clean-text.ts';
import {cleanUrl} from './clean-url.ts';
import {collectFindings, type Finding, type Note} from './finding.ts';
import type {ImportedOrganisation, ImportedService} from './imported-service.ts';
import {asObject, asObjects, asText, isNothing, type Loose} from './loose-values.ts';
import {readFingerpostFields} from './read-own-fields.ts';
import {readAccess, readAreas, readContacts, readPhones, readReachable, readTerms} from './read-parts.ts';
import {readPlaces} from './read-places.ts';
import {noteOddId, readId} from './record-id.ts';
import {summarise} from './summarise.ts';

export type ReadOutcome = {ok: true; service: ImportedService; findings: Finding[]} | {ok: false; findings: Finding[]};

/**
 * One ORUK 3.0 service, cleaned. Every other format is first put into this shape, so that there is one set of rules.
 * Fields of the wider HSDS 3.0 are read too where feeds publish them. It never throws, whatever the record holds.
 */
export function readOruk3(record: Loose, sourceId: string, today = new Date()): ReadOutcome {
  const {note, findings} = collectFindings();
  noteOddId(record, sourceId, note);
  const name = cleanLine(record.name, 'name', note);
  if (!name) {
    return {ok: false, findings: [...findings, {field: 'name', outcome: 'rejected', reason: 'It has no name'}]};
  }
  const description = readDescription(record, note);
  const {schedules, words: scheduleWords, phones, contacts} = readReachable(record, '', note);
  const places = readPlaces(record.service_at_locations ?? record.locations, 'service_at_locations', note);
  const own = readFingerpostFields(record, {schedules, places}, note);
  const feesDescription = cleanParagraphs(record.fees ?? record.fees_description, 'fees', note);
  const costs = cleanCosts(record.cost_options, 'cost_options', note);
  if (costs.length === 0 && saysFree(feesDescription)) {
    costs.push({valid_from: null, valid_to: null, option: null, currency: 'GBP', amount: 0, amount_description: null});
  }
  const assuredDate = notInFuture(cleanDate(record.assured_date, 'assured_date', note), 'assured_date', today, note);
  const checkedOn = notInFuture(cleanDate(record.checked_on, 'checked_on', note), 'checked_on', today, note);
  const service: ImportedService = {
    sourceId,
    organisation: readOrganisation(record, note),
    name,
    status: cleanStatus(record.status, note),
    summary: summarise(cleanParagraphs(record.summary, 'summary', note) ?? description),
    description,
    url: cleanUrl(record.url, 'url', note),
    email: cleanEmail(record.email, 'email', note),
    alert: cleanParagraphs(record.alert, 'alert', note),
    accreditations: cleanParagraphs(record.accreditations, 'accreditations', note),
    feesDescription,
    ...cleanAges(record.minimum_age, record.maximum_age, note),
    assuredDate,
    assurerEmail: cleanEmail(record.assurer_email, 'assurer_email', note),
    lastModified: cleanTimestamp(record.last_modified, 'last_modified', note, today),
    ...own,
    checkedOn: checkedOn ?? assuredDate,
    scheduleNote: own.scheduleNote ?? (scheduleWords.join('\n') || null),
    schedules,
    phones,
    contacts,
    costs,
    languages: cleanLanguages(record.languages, 'languages', note),
    funding: asObjects(record.funding, 'funding', note).flatMap(
      ({item, at}) => cleanParagraphs(item.source, `${at}.source`, note) ?? [],
    ),
    accessibility: readAccess(record.accessibility, 'accessibility', note),
    areas: readAreas(record.service_areas, 'service_areas', note),
    terms: readTerms(record.attributes, 'attributes', note),
    places,
  };
  return {ok: true, service, findings};
}

/** HSDS keeps who it is for in a field of its own; a reader wants it in the description. */
function readDescription(record: Loose, note: Note): string | null {
  const description = cleanParagraphs(record.description, 'description', note);
  const eligibility = cleanParagraphs(record.eligibility_description, 'eligibility_description', note);
  if (!eligibility || description?.includes(eligibility)) return description;
  return description ? `${description}\n\nWho it is for: ${eligibility}` : eligibility;
}

function readOrganisation(record: Loose, note: Note): ImportedOrganisation | null {
  const item = asObject(record.organization ?? record.organisation, 'organization', note);
  if (!item) {
    if (isNothing(record.organization) && readId(record.organization_id)) {
      note('organization', 'The organisation was given by its id only', record.organization_id);
    }
    return null;
  }
  const name = cleanLine(item.name, 'organization.name', note);
  if (!name) {
    if (Object.keys(item).length > 0) note('organization.name', 'An organisation without a name was left out');
    return null;
  }
  return {
    sourceId: readId(item.id) ?? readId(record.organization_id),
    name,
    description: cleanParagraphs(item.description, 'organization.description', note),
    email: cleanEmail(item.email, 'organization.email', note),
    website: cleanUrl(item.website ?? item.url, 'organization.website', note),
    logo: cleanUrl(item.logo, 'organization.logo', note),
    uri: cleanUrl(item.uri, 'organization.uri', note),
    parentSourceId: readId(item.parent_organization_id),
    legalStatus: cleanLine(item.legal_status, 'organization.legal_status', note),
    yearIncorporated: readYear(item.year_incorporated, note),
    identifiers: readIdentifiers(item, note),
    phones: readPhones(item.phones, 'organization.phones', note),
    contacts: readContacts(item.contacts, 'organization.contacts', note),
    terms: readTerms(item.attributes, 'organization.attributes', note),
  };
}

function readIdentifiers(item: Loose, note: Note): ImportedOrganisation['identifiers'] {
  const field = 'organization.organization_identifiers';
  return asObjects(item.organization_identifiers, field, note).flatMap(({item: given, at}) => {
    const identifier = cleanLine(given.identifier, `${at}.identifier`, note, 100);
    const scheme = cleanLine(given.identifier_scheme, `${at}.identifier_scheme`, note, 100);
    const type = cleanLine(given.identifier_type, `${at}.identifier_type`, note, 100) ?? scheme;
    return identifier && type ? [{identifier_scheme: scheme, identifier_type: type, identifier}] : [];
  });
}

function readYear(value: unknown, note: Note): number | null {
  const text = asText(value, 'organization.year_incorporated', note);
  if (text === null) return null;
  const year = Number(text);
  if (Number.isInteger(year) && year >= 1000 && year <= 2200) return year;
  note('organization.year_incorporated', 'Not a year, so it was left out', value);
  return null;
}

function notInFuture(day: string | null, field: string, today: Date, note: Note): string | null {
  if (day === null || day <= today.toISOString().slice(0, 10)) return day;
  note(field, 'A day in the future, so it was left out', day);
  return null;
}
