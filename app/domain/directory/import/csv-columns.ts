/**
 * The columns of a CSV file, as docs/import.md describes them. `field` is where it goes in an ORUK 3.0 service, so that
 * a finding about that field can be reported under the column's own name.
 */
interface CsvColumn {
  name: string;
  also: string[];
  field: string;
}

const PLACE = 'service_at_locations[0].location';
const ADDRESS = `${PLACE}.addresses[0]`;
const column = (name: string, field: string, ...also: string[]): CsvColumn => ({name, field, also});

export const CSV_COLUMNS: readonly CsvColumn[] = [
  column('id', 'id', 'service_id', 'reference', 'ref'),
  column('name', 'name', 'service_name', 'title', 'service', 'group_name', 'activity'),
  column('organisation', 'organization.name', 'organization', 'organisation_name', 'organization_name', 'provider'),
  column('organisation_id', 'organization.id', 'organization_id', 'provider_id'),
  column('organisation_description', 'organization.description', 'organization_description'),
  column('organisation_website', 'organization.website', 'organization_website'),
  column('charity_number', 'organization.organization_identifiers[0].identifier', 'registered_charity_number'),
  column('summary', 'summary', 'short_description'),
  column('description', 'description', 'details', 'about', 'long_description'),
  column('kind', 'kind'),
  column('types', 'types', 'type', 'service_type', 'service_types', 'category', 'categories', 'tags'),
  column('needs', 'needs', 'need'),
  column('audiences', 'audiences', 'audience', 'for', 'who_for', 'who_is_it_for', 'eligibility'),
  column('access', 'accessibility[0].description', 'accessibility', 'access_features'),
  column('languages', 'languages', 'language', 'languages_spoken'),
  column('delivery', 'delivery', 'attending_type', 'how', 'delivery_method'),
  column('status', 'status'),
  column('website', 'url', 'url', 'web', 'web_address', 'web_site', 'link'),
  column('email', 'email', 'e_mail', 'email_address', 'e_mail_address', 'contact_email'),
  column(
    'phone',
    'phones[0].number',
    'telephone',
    'tel',
    'phone_number',
    'contact_phone',
    'contact_number',
    'telephone_number',
  ),
  column('contact_name', 'contacts[0].name', 'contact'),
  column('contact_role', 'contacts[0].title', 'contact_title'),
  column('venue', `${PLACE}.name`, 'location', 'location_name', 'venue_name', 'place'),
  column('venue_id', `${PLACE}.id`, 'location_id'),
  column('uprn', `${PLACE}.external_identifier`),
  column('latitude', `${PLACE}.latitude`, 'lat'),
  column('longitude', `${PLACE}.longitude`, 'lng', 'lon', 'long'),
  column('address_1', `${ADDRESS}.address_1`, 'address', 'address_line_1', 'address1', 'street'),
  column('address_2', `${ADDRESS}.address_2`, 'address_line_2', 'address2'),
  column('town', `${ADDRESS}.city`, 'city', 'post_town'),
  column('county', `${ADDRESS}.state_province`, 'state_province'),
  column('postcode', `${ADDRESS}.postal_code`, 'post_code', 'postal_code', 'zip'),
  column('opening_times', 'opening_times', 'opening_hours', 'times', 'when', 'schedule'),
  column('days', 'schedules[0].byday', 'day', 'byday', 'day_of_week', 'weekday'),
  column('opens_at', 'schedules[0].opens_at', 'start_time', 'opens', 'time_from', 'from'),
  column('closes_at', 'schedules[0].closes_at', 'end_time', 'closes', 'time_to', 'to'),
  column('starts_on', 'schedules[0].valid_from', 'start_date', 'valid_from'),
  column('ends_on', 'schedules[0].valid_to', 'end_date', 'valid_to'),
  column('schedule_note', 'schedule_note', 'when_note', 'time_note'),
  column('bank_holidays', 'open_on_bank_holidays', 'open_on_bank_holidays'),
  column('cost', 'cost_options[0].amount', 'amount', 'price', 'fee', 'cost_amount'),
  column('cost_description', 'cost_options[0].amount_description', 'amount_description', 'per', 'cost_per'),
  column('fees', 'fees', 'charges', 'cost_note'),
  column('minimum_age', 'minimum_age', 'min_age', 'age_from', 'youngest'),
  column('maximum_age', 'maximum_age', 'max_age', 'age_to', 'oldest'),
  column('areas', 'service_areas', 'area', 'service_area', 'service_areas', 'covers', 'coverage'),
  column('how_to_join', 'how_to_join', 'referral_process', 'how_to_access', 'joining'),
  column('self_referral', 'accepts_self_referral', 'accepts_self_referral'),
  column('professional_referral', 'accepts_professional_referral', 'accepts_professional_referral'),
  column('personal_budget', 'accepts_personal_budget', 'accepts_personal_budget'),
  column('direct_payment', 'accepts_direct_payment', 'accepts_direct_payment', 'direct_payments'),
  column('space', 'space', 'availability', 'capacity'),
  column('space_note', 'space_note', 'waiting_time', 'wait_time'),
  column('accreditations', 'accreditations'),
  column('funding', 'funding[0].source', 'funded_by', 'funder'),
  column('keywords', 'keywords', 'also', 'search_words'),
  column('alert', 'alert', 'notice'),
  column('checked_on', 'checked_on', 'last_checked', 'last_reviewed', 'assured_date', 'verified_on'),
  column('checked_by', 'checked_by', 'reviewed_by'),
  column('last_modified', 'last_modified', 'updated', 'updated_at', 'last_updated', 'modified'),
];

const byHeading = new Map<string, string>();
for (const {name, also} of [...CSV_COLUMNS].reverse())
  for (const heading of [...also, name]) byHeading.set(heading, name);
for (const {name} of CSV_COLUMNS) byHeading.set(name, name);

/** The column a heading stands for ('Web address' is website). Null for a heading this import does not know. */
export function columnFor(heading: string): string | null {
  const plain = heading
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return byHeading.get(plain) ?? null;
}

/** The column that a field of the record came from, for the report. */
export function columnOfField(field: string): string {
  if (field.startsWith('schedules')) {
    return (
      CSV_COLUMNS.find((known) => known.field === field.replace(/^schedules\[\d+\]/, 'schedules[0]'))?.name ??
      'opening_times'
    );
  }
  const exact = CSV_COLUMNS.find((known) => field === known.field);
  const base = field.replace(/\[\d+\].*$/, '');
  return (
    exact?.name ??
    CSV_COLUMNS.find((known) => known.field === base || known.field.startsWith(`${base}[`))?.name ??
    field
  );
}
