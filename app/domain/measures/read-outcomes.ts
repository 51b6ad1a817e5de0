/** Reads the form about services used and what got better. Pure. */
import {
  OUTCOME_DOMAINS,
  OUTCOME_VERDICTS,
  SERVICE_USES,
  USE_SOURCES,
  type OutcomeDomain,
  type ServiceUse,
} from './outcome-domains.ts';

export interface Outcomes {
  use: {service: ServiceUse; side: 'before' | 'after'; times: number; source: keyof typeof USE_SOURCES}[];
  domains: {domain: OutcomeDomain; verdict: keyof typeof OUTCOME_VERDICTS}[];
}

type ReadOutcomes = {ok: true; outcomes: Outcomes} | {ok: false; problems: Record<string, string>};

const keysOf = <Key extends string>(of: Record<Key, string>) => Object.keys(of) as Key[];
const has = <Key extends string>(of: Record<Key, string>, key: string): key is Key => Object.hasOwn(of, key);

/** Fields `use.<service>.<side>`, `source.<service>` and `domain.<domain>`; empty ones say nothing. */
export function readOutcomes(field: (name: string) => string): ReadOutcomes {
  const outcomes: Outcomes = {use: [], domains: []};
  const problems: Record<string, string> = {};
  for (const service of keysOf(SERVICE_USES)) {
    const source = field(`source.${service}`).trim();
    for (const side of ['before', 'after'] as const) {
      const name = `use.${service}.${side}`;
      const typed = field(name).trim();
      if (!typed) continue;
      if (!/^\d{1,3}$/.test(typed)) problems[name] = `${SERVICE_USES[service]}: a whole number, 0 to 999`;
      else if (!has(USE_SOURCES, source))
        problems[`source.${service}`] = `${SERVICE_USES[service]}: say where the numbers are from`;
      else outcomes.use.push({service, side, times: Number(typed), source});
    }
  }
  for (const domain of keysOf(OUTCOME_DOMAINS)) {
    const verdict = field(`domain.${domain}`);
    if (has(OUTCOME_VERDICTS, verdict)) outcomes.domains.push({domain, verdict});
  }
  return Object.keys(problems).length > 0 ? {ok: false, problems} : {ok: true, outcomes};
}
