import {cleanCountry, cleanLocationType} from './clean-choice.ts';
import {cleanPosition} from './clean-position.ts';
import {cleanPostcode} from './clean-postcode.ts';
import {cleanLine, cleanParagraphs} from './clean-text.ts';
import type {Note} from './finding.ts';
import type {ImportedAddress, ImportedLocation, ImportedPlace} from './imported-service.ts';
import {asObject, asObjects, type Loose} from './loose-values.ts';
import {readAccess, readReachable, readTerms} from './read-parts.ts';
import {readId} from './record-id.ts';

/** Where a service happens. */
export function readPlaces(value: unknown, field: string, note: Note): ImportedPlace[] {
  return asObjects(value, field, note).flatMap(({item, at}) => {
    const wrapped = asObject(item.location, `${at}.location`, note);
    // Some feeds leave out the wrapper and list the places themselves.
    const location = wrapped ?? (looksLikeLocation(item) ? item : null);
    if (!location) {
      if (Object.keys(item).length > 0) note(at, 'A place without its details was left out');
      return [];
    }
    const place = readLocation(location, wrapped ? `${at}.location` : at, note);
    const here = wrapped ? readReachable(item, at, note) : {schedules: [], phones: [], contacts: []};
    const description = wrapped ? cleanParagraphs(item.description, `${at}.description`, note) : null;
    return [{location: place, description, schedules: here.schedules, phones: here.phones, contacts: here.contacts}];
  });
}

const looksLikeLocation = (item: Loose) =>
  ['addresses', 'latitude', 'longitude', 'location_type'].some((field) => field in item);

function readLocation(item: Loose, at: string, note: Note): ImportedLocation {
  const name = cleanLine(item.name, `${at}.name`, note);
  const position = cleanPosition(item, at, note);
  const {schedules, phones, contacts} = readReachable(item, at, note);
  return {
    sourceId: readId(item.id),
    name,
    description: cleanParagraphs(item.description, `${at}.description`, note),
    locationType: cleanLocationType(item.location_type, `${at}.location_type`, note),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    externalIdentifier: cleanLine(item.external_identifier, `${at}.external_identifier`, note, 100),
    externalIdentifierType: cleanLine(item.external_identifier_type, `${at}.external_identifier_type`, note, 50),
    addresses: readAddresses(item.addresses, `${at}.addresses`, name, note),
    accessibility: readAccess(item.accessibility, `${at}.accessibility`, note),
    terms: readTerms(item.attributes, `${at}.attributes`, note),
    schedules,
    phones,
    contacts,
  };
}

function readAddresses(value: unknown, field: string, placeName: string | null, note: Note): ImportedAddress[] {
  return asObjects(value, field, note).flatMap(({item, at}) => {
    const line = (name: string) => cleanLine(item[name], `${at}.${name}`, note);
    const [first, second, attention, city, region] = ['address_1', 'address_2', 'attention', 'city', 'region'].map(
      line,
    );
    const county = line('state_province');
    const postcode = cleanPostcode(item.postal_code, `${at}.postal_code`, note);
    const address_1 = first ?? second ?? (postcode || city ? (placeName ?? city ?? postcode) : null);
    if (!address_1) return [];
    return [
      {
        attention: attention ?? null,
        address_1,
        address_2: first ? (second ?? null) : null,
        city: city ?? null,
        region: region ?? null,
        state_province: county,
        postal_code: postcode,
        country: cleanCountry(item.country, `${at}.country`, note),
        address_type: cleanLocationType(item.address_type, `${at}.address_type`, note),
      },
    ];
  });
}
