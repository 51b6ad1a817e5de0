/** What a service that is given, or taken back, does to a call. Pure. */
interface GivenInCall {
  /** Ids, in the order in which they were given. */
  services: string[];
  /** Ways in which the call ends. */
  endings: string[];
}

/**
 * Gives a service to the caller, or takes it back where it was given. Whoever is given one is signposted, and nobody is who
 * was given none: neither need be said twice.
 */
export function giveOrTake({services, endings}: GivenInCall, id: string): GivenInCall {
  if (!services.includes(id))
    return {
      services: [...services, id],
      endings: endings.includes('signposted') ? endings : [...endings, 'signposted'],
    };
  const left = services.filter((one) => one !== id);
  return {services: left, endings: left.length > 0 ? endings : endings.filter((kind) => kind !== 'signposted')};
}
