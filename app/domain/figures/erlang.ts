/**
 * How many people a desk needs so that callers do not wait long: the Erlang C formula.
 *
 * Source: A. K. Erlang, 'Solution of some problems in the theory of probabilities of significance in automatic telephone
 * exchanges' (1917). It takes calls to arrive by chance at an even rate and callers to wait however long it takes; as
 * some ring off, it asks for rather more people than are needed, never fewer.
 */

/** What nobody will staff: beyond it a question is taken to be a slip of the fingers. */
const MOST_HANDLERS = 5000;

/** How much talking goes on at the same time, in erlangs: calls an hour × seconds of work for each ÷ 3600. */
export function loadOf(callsPerHour: number, handlingSeconds: number): number {
  return (callsPerHour * handlingSeconds) / 3600;
}

/**
 * The share of callers who have to wait, 0 to 1, when `handlers` answer a load of `load` erlangs; 1 when they can never
 * keep up. Worked out by the recursion of Erlang B, which overflows for no size of desk.
 */
export function shareWaiting(handlers: number, load: number): number {
  if (load <= 0) return 0;
  if (handlers <= load) return 1;
  let blocked = 1;
  for (let number = 1; number <= handlers; number++) blocked = (load * blocked) / (number + load * blocked);
  return blocked / (1 - (load / handlers) * (1 - blocked));
}

/** The share of callers who are answered within `seconds`, 0 to 1. */
export function shareAnsweredWithin(
  seconds: number,
  {handlers, callsPerHour, handlingSeconds}: {handlers: number; callsPerHour: number; handlingSeconds: number},
): number {
  const load = loadOf(callsPerHour, handlingSeconds);
  if (load <= 0) return 1;
  if (handlers <= load) return 0;
  return 1 - shareWaiting(handlers, load) * Math.exp((-(handlers - load) * seconds) / handlingSeconds);
}

/** How long a caller waits on average, in seconds; Infinity when the desk can never keep up. */
export function meanWait(handlers: number, callsPerHour: number, handlingSeconds: number): number {
  const load = loadOf(callsPerHour, handlingSeconds);
  if (load <= 0) return 0;
  return handlers <= load ? Infinity : (shareWaiting(handlers, load) * handlingSeconds) / (handlers - load);
}

/**
 * The fewest handlers with whom a share of `target` (0 to 1, such as 0.8) of callers is answered within `seconds`.
 * @param handlingSeconds talking, holding and after-call work of one call, on average
 * @returns null when not even the largest desk would do, as with a target of 1
 */
export function handlersNeeded(
  callsPerHour: number,
  handlingSeconds: number,
  target: number,
  seconds: number,
): number | null {
  const load = loadOf(callsPerHour, handlingSeconds);
  if (load <= 0) return 0;
  for (let handlers = Math.floor(load) + 1; handlers <= MOST_HANDLERS; handlers++) {
    if (shareAnsweredWithin(seconds, {handlers, callsPerHour, handlingSeconds}) >= target) return handlers;
  }
  return null;
}
