import {expect, test} from 'vitest';
import {followedLink, readOwnLink} from './own-link.ts';

const asked = (words: Record<string, string>) => readOwnLink(new URLSearchParams(words));

test('nothing asked yet is no mistake', () => {
  expect(asked({})).toEqual({typed: {source: '', referrerOrganisation: ''}, problems: {}, path: null});
});

test('the link says who follows it, whatever their name is made of', () => {
  for (const name of ['Green Lane Surgery', 'Meddygfa’r Bont & Sons "Ltd" <x>', 'a+b=c?d#e%20f', 'Żółw']) {
    const {path, problems} = asked({source: 'gp', referrerOrganisation: `  ${name} `});
    expect(problems).toEqual({});
    expect(path).not.toMatch(/[<>" ]/);
    const {searchParams, pathname} = new URL(path!, 'https://fingerpost.example');
    expect(pathname).toBe('/refer/professional');
    expect(followedLink(searchParams)).toEqual({source: 'gp', referrerOrganisation: name});
  }
});

test('what is missing or wrong is named beside its field, and what was typed stays', () => {
  expect(asked({source: 'self', referrerOrganisation: ' '})).toEqual({
    typed: {source: 'self', referrerOrganisation: ''},
    problems: {source: 'chooseOne', referrerOrganisation: 'organisation'},
    path: null,
  });
  const long = 'x'.repeat(201);
  expect(asked({source: 'gp', referrerOrganisation: long})).toMatchObject({
    typed: {referrerOrganisation: long},
    problems: {referrerOrganisation: 'tooLong'},
    path: null,
  });
});

test('a link that was changed by hand only fills in less', () => {
  expect(followedLink(new URLSearchParams({from: 'wizard', organisation: 'y'.repeat(999)}))).toEqual({
    source: '',
    referrerOrganisation: 'y'.repeat(200),
  });
});
