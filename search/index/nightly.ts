const HOUR_MS = 3_600_000;

/** Milliseconds from `now` to when the clock in London next shows `hour`:30. On the night the clocks change it may be an hour out. */
export function untilNextNight(now: Date, hour = 3): number {
  const london = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hours, minutes] = london.format(now).split(':').map(Number) as [number, number];
  const sinceMidnight = (hours * 60 + minutes) * 60_000;
  const target = hour * HOUR_MS + HOUR_MS / 2;
  return sinceMidnight < target ? target - sinceMidnight : 24 * HOUR_MS - sinceMidnight + target;
}

/** Does `work` every night at half past three, London time, until stopped. `work` sees to its own errors. */
export function everyNight(work: () => Promise<void>): {stop(): void} {
  let timer: NodeJS.Timeout;
  const plan = () => {
    timer = setTimeout(() => {
      void work().finally(plan);
    }, untilNextNight(new Date()));
    timer.unref();
  };
  plan();
  return {stop: () => clearTimeout(timer)};
}
