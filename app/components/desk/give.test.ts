import {describe, expect, it} from 'vitest';
import {giveOrTake} from './give.ts';

const none = {services: [], endings: ['information_given']};

describe('a service beside a call', () => {
  it('that is given says how the call ends, once', () => {
    const one = giveOrTake(none, 'a');
    expect(one).toEqual({services: ['a'], endings: ['information_given', 'signposted']});
    expect(giveOrTake(one, 'b')).toEqual({services: ['a', 'b'], endings: ['information_given', 'signposted']});
  });

  it('that is taken back leaves the others given', () => {
    const both = giveOrTake(giveOrTake(none, 'a'), 'b');
    expect(giveOrTake(both, 'a')).toEqual({services: ['b'], endings: ['information_given', 'signposted']});
  });

  it('that was the only one leaves the call as it was before', () =>
    expect(giveOrTake(giveOrTake(none, 'a'), 'a')).toEqual(none));
});
