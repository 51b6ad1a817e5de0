import {expect, it} from 'vitest';
import {cyServer} from './cy-server.ts';
import {cy} from './cy.ts';
import {enServer} from './en-server.ts';
import {withFallback} from './partial-text.ts';
import {plServer} from './pl-server.ts';
import {pl} from './pl.ts';

/** What only those read who refer people in their work, which stays in English. */
const FOR_PROFESSIONALS =
  /^refer\.(sendProfessional|sentNextProfessional|check|checkTitle|checkSend|checkNot|checked|checkedTitle|professionalTitle|professionalIntro|link\.(?!offer)|steps\.professional|fields\.(referrerOrganisation|referrerReference|wantsMdt|source|addressLines|town|urgency|knownRisks|consentBy|consentHow)\.|options\.(urgency|source|consentBy|consentHow)\.|problems\.(organisation|workEmail|consentBy|consentHow))/;

it.each([
  ['Welsh', cy, cyServer],
  ['Polish', pl, plServer],
])('%s has every word that people without an account meet', (_name, client, server) => {
  const own = withFallback<object>(client, server);
  const missing = pathsOf(enServer).filter((path) => !FOR_PROFESSIONALS.test(path) && at(own, path) === undefined);
  expect(missing).toEqual([]);
});

/** The places of all words of a catalogue, as 'shell.footer.about'. */
function pathsOf(section: object, before = ''): string[] {
  return Object.entries(section).flatMap(([key, value]) => {
    const path = `${before}${key}`;
    // Where English says nothing, no other language has to.
    if (value === null) return [];
    return typeof value === 'object' && !Array.isArray(value) ? pathsOf(value as object, `${path}.`) : [path];
  });
}

const at = (text: object, path: string): unknown =>
  path.split('.').reduce<unknown>((section, key) => (section as Record<string, unknown> | undefined)?.[key], text);
