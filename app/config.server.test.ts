import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readConfig, settingsSchema} from './config.server.ts';

describe('settings', () => {
  it('have sensible values when nothing is set', () => {
    expect(readConfig({})).toMatchObject({port: 3000, host: '127.0.0.1', seed: 'demo', databaseUrl: null, dev: false});
  });

  it('count as not set when they are empty', () => {
    expect(readConfig({PORT: '', MEILI_URL: ' '})).toMatchObject({port: 3000, meili: null});
  });

  it.each([
    [{PORT: 'abc'}, 'PORT: expected a whole number from 1 to 65535, got "abc"'],
    [{PORT: '0'}, 'PORT: expected a whole number from 1 to 65535, got "0"'],
    [{PORT: '3000.5'}, 'PORT: expected a whole number from 1 to 65535, got "3000.5"'],
    [{FINGERPOST_SEED: 'yes'}, 'FINGERPOST_SEED: expected one of demo, none, got "yes"'],
    [
      {MEILI_URL: 'localhost:7700'},
      'MEILI_URL: expected an address such as http://127.0.0.1:7700, got "localhost:7700"',
    ],
    [
      {AREA_KEY: 'Bracknell Forest'},
      'AREA_KEY: expected small letters, digits and single hyphens, got "Bracknell Forest"',
    ],
    [
      {TILES_URL: 'https://tiles.example/map.png'},
      'TILES_URL: expected an address such as https://tiles.example/{z}/{x}/{y}.png, got "https://tiles.example/map.png"',
    ],
    [
      {TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png'},
      'TILES_ATTRIBUTION: expected the words that credit the maker of the map, as TILES_URL is set',
    ],
  ])('refuse %o with one line that names the setting', (environment, line) => {
    expect(() => readConfig(environment)).toThrow(line);
  });

  it('never repeat a password in a message', () => {
    const attempt = () => readConfig({DATABASE_URL: 'mysql://fingerpost:hush-hush@db.example/fingerpost'});
    expect(attempt).toThrow(/^DATABASE_URL: expected an address such as .*mysql:\/\/fingerpost:…@db\.example/);
    expect(attempt).not.toThrow(/hush-hush/);
  });

  it('ask for the address of the site before messages with links may leave', () => {
    const mail = {SMTP_URL: 'smtp://mail.example:587', MAIL_FROM: 'hello@help.example'};
    expect(() => readConfig(mail)).toThrow(/^PUBLIC_URL: /);
    expect(readConfig({...mail, PUBLIC_URL: 'https://help.example'}).post).toMatchObject({by: 'smtp'});
    expect(() => readConfig({SMTP_URL: 'smtp://mail.example:587', PUBLIC_URL: 'https://help.example'})).toThrow(
      /^MAIL_FROM: /,
    );
    expect(() => readConfig({NOTIFY_KEY: 'short'})).toThrow(/^NOTIFY_KEY: expected at least 32/);
  });

  it('are named, all of them and no others, in .env.example', () => {
    const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named).toEqual(Object.keys(settingsSchema.shape));
  });

  it('show their true defaults in .env.example', () => {
    const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
    const shown = Object.fromEntries(
      [...example.matchAll(/^# ([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    const defaults = settingsSchema.parse({});
    for (const [name, value] of Object.entries(defaults)) expect(shown[name], name).toBe(String(value));
  });
});
