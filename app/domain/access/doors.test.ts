import {describe, expect, it} from 'vitest';
import {doors, mayPass, type DoorName} from './doors.ts';
import {roleNames, type Role} from './roles.ts';

const as = (...roles: Role[]) => ({roles});

describe('the doors', () => {
  it('let anyone into the directory and nobody without an account behind it', () => {
    expect(mayPass('directory', 'GET', null)).toBe('yes');
    for (const door of Object.keys(doors) as DoorName[]) {
      // Open to whoever holds a link: its own page asks for that.
      if (['wallboard', 'summary.private', 'answer', 'calendar'].includes(door)) continue;
      if (['directory', 'refer', 'sign-in', 'outbox'].includes(door)) continue;
      expect(mayPass(door, 'GET', null), door).not.toBe('yes');
      expect(mayPass(door, 'POST', null), door).not.toBe('yes');
    }
  });

  it('keep those who see figures, listings or accounts away from every person', () => {
    for (const door of Object.keys(doors).filter((name) => name.startsWith('people.')) as DoorName[]) {
      for (const method of ['GET', 'POST']) {
        expect(mayPass(door, method, as('analyst', 'directory_editor', 'administrator', 'records_officer')), door).toBe(
          'no',
        );
      }
    }
  });

  it('add up: one role more never closes a door', () => {
    for (const door of Object.keys(doors) as DoorName[]) {
      for (const method of ['GET', 'POST']) {
        for (const one of roleNames) {
          for (const other of roleNames) {
            if (mayPass(door, method, as(one)) === 'yes') expect(mayPass(door, method, as(one, other))).toBe('yes');
          }
        }
      }
    }
  });

  it('know looking and changing, and refuse whatever else HTTP has', () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get']) {
      expect(mayPass('directory', method, null), method).toBe('no');
    }
    expect(mayPass('directory', 'HEAD', null)).toBe('yes');
  });

  it('open nothing to an account without a role but what is its own', () => {
    const open = (Object.keys(doors) as DoorName[]).filter((door) => mayPass(door, 'GET', as()) === 'yes');
    expect(open).toEqual([
      'directory',
      'refer',
      'sign-in',
      'own-account',
      'calendar',
      'staff-home',
      'wallboard',
      'summary.private',
      'concern',
      'answer',
      'outbox',
    ]);
  });
});
