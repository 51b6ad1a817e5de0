/** The smaller parts of a record: contacts, phones, areas, access, terms. */
import {cleanEmail} from './clean-email.ts';
import {cleanLanguages} from './clean-language.ts';
import {cleanPhones} from './clean-phone.ts';
import {cleanSchedules} from './clean-schedule.ts';
import {LONGEST_TEXT, cleanLine, cleanParagraphs} from './clean-text.ts';
import {cleanUrl} from './clean-url.ts';
import type {Note} from './finding.ts';
import type {
  ImportedAccess,
  ImportedArea,
  ImportedContact,
  ImportedPhone,
  ImportedTaxonomy,
  ImportedTerm,
  Reachable,
} from './imported-service.ts';
import {asList, asObjects, isObject, type Loose} from './loose-values.ts';
import {readId} from './record-id.ts';

/** When it is open and how to reach it: the same for a service, a place, and a service at a place. */
export function readReachable(item: Loose, at: string, note: Note): Reachable & {words: string[]} {
  const field = (name: string) => (at ? `${at}.${name}` : name);
  const {schedules, words} = cleanSchedules(item.schedules, field('schedules'), note);
  return {
    schedules,
    words,
    phones: readPhones(item.phones, field('phones'), note),
    contacts: readContacts(item.contacts, field('contacts'), note),
  };
}

/** Phones as objects (HSDS) or as plain text. */
export function readPhones(value: unknown, field: string, note: Note): ImportedPhone[] {
  return asList(value, field, note).flatMap((entry, index) => {
    const at = `${field}[${index}]`;
    const item = isObject(entry) ? entry : {number: entry};
    const type = cleanLine(item.type, `${at}.type`, note, 100);
    const said = cleanLine(item.description, `${at}.description`, note);
    const extension = cleanLine(item.extension, `${at}.extension`, note, 20);
    const languages = cleanLanguages(item.languages, `${at}.languages`, note);
    return cleanPhones(item.number, `${at}.number`, note).map((phone) => ({
      number: phone.number,
      extension: phone.extension ?? extension,
      type,
      description: said && phone.description ? `${said} (${phone.description})` : (said ?? phone.description),
      languages,
    }));
  });
}

export function readContacts(value: unknown, field: string, note: Note): ImportedContact[] {
  return asObjects(value, field, note).flatMap(({item, at}) => {
    const contact: ImportedContact = {
      name: cleanLine(item.name, `${at}.name`, note),
      title: cleanLine(item.title, `${at}.title`, note),
      department: cleanLine(item.department, `${at}.department`, note),
      email: cleanEmail(item.email, `${at}.email`, note),
      phones: readPhones(item.phones, `${at}.phones`, note),
    };
    const {phones, ...words} = contact;
    return phones.length > 0 || Object.values(words).some(Boolean) ? [contact] : [];
  });
}

export function readAreas(value: unknown, field: string, note: Note): ImportedArea[] {
  return asList(value, field, note).flatMap((entry, index) => {
    const at = `${field}[${index}]`;
    const item = isObject(entry) ? entry : {name: entry};
    const name = cleanLine(item.name ?? item.service_area, `${at}.name`, note, 1000);
    const uri = cleanUrl(item.uri, `${at}.uri`, note);
    if (!name && !uri) return [];
    const extentType = cleanLine(item.extent_type, `${at}.extent_type`, note, 50);
    return [{name, uri, extent: readExtent(item.extent, `${at}.extent`, note), extent_type: extentType}];
  });
}

/** An outline that is cut is no outline, so a huge one is left out. */
function readExtent(value: unknown, field: string, note: Note): string | null {
  const text = isObject(value) || Array.isArray(value) ? JSON.stringify(value) : value;
  if (typeof text === 'string' && text.length > LONGEST_TEXT) {
    note(field, 'The outline of the area was too long to keep', text);
    return null;
  }
  return cleanParagraphs(text, field, note);
}

export function readAccess(value: unknown, field: string, note: Note): ImportedAccess[] {
  return asList(value, field, note).flatMap((entry, index) => {
    const at = `${field}[${index}]`;
    const item = isObject(entry) ? entry : {description: entry};
    const access: ImportedAccess = {
      description: cleanParagraphs(item.description ?? item.accessibility, `${at}.description`, note),
      details: cleanParagraphs(item.details, `${at}.details`, note),
      url: cleanUrl(item.url, `${at}.url`, note),
    };
    return access.description || access.details ? [access] : [];
  });
}

/** Taxonomy terms, however they are wrapped: `{taxonomy_term: {…}}`, the term itself, a label, or plain text. */
export function readTerms(value: unknown, field: string, note: Note): ImportedTerm[] {
  return asList(value, field, note).flatMap((entry, index) => {
    const at = `${field}[${index}]`;
    const wrapper = isObject(entry) ? entry : {name: entry};
    const item = isObject(wrapper.taxonomy_term) ? wrapper.taxonomy_term : wrapper;
    const name = cleanLine(item.name ?? item.term ?? item.label ?? item.value, `${at}.name`, note, 200);
    if (!name) return [];
    return [
      {
        name,
        sourceId: readId(item.id),
        parentSourceId: readId(item.parent_id),
        taxonomy: readTaxonomy(item, at, note),
        description: cleanParagraphs(item.description, `${at}.description`, note),
        uri: cleanUrl(item.term_uri, `${at}.term_uri`, note),
      },
    ];
  });
}

/** The list a term is of: in full (HSDS), or by its name. */
function readTaxonomy(term: Loose, at: string, note: Note): ImportedTaxonomy | null {
  const detail = isObject(term.taxonomy_detail) ? term.taxonomy_detail : {};
  const given = detail.name ?? term.taxonomy;
  const name = typeof given === 'string' ? cleanLine(given, `${at}.taxonomy`, note, 200) : null;
  if (!name) return null;
  return {
    name,
    description: cleanParagraphs(detail.description, `${at}.taxonomy_detail.description`, note),
    uri: cleanUrl(detail.uri, `${at}.taxonomy_detail.uri`, note),
    version: cleanLine(detail.version, `${at}.taxonomy_detail.version`, note, 50),
  };
}
