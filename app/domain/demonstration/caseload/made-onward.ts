/** Made-up onward referrals: to whom somebody was passed on, what came back, and how often they went. Pure. */
import {uuidFrom} from '../../../../db/uuid.ts';
import type {Chance} from '../calls/chance.ts';
import {
  NUDGE_DAYS,
  type DeclineReason,
  type Ending,
  type OnwardKind,
  type OnwardState,
} from '../../onward/onward-life.ts';
import type {MadeReferral} from './made-caseload.ts';

/** A service of the directory, as somebody is passed on to it. */
export interface MadeService {
  id: string;
  name: string;
  email: string;
}

/** By the key of the need that they are for. */
export type ServicesByNeed = ReadonlyMap<string, readonly MadeService[]>;

type Row = Record<string, string | number | boolean | Date | null>;

interface About {
  number: number;
  here: {caseId: string; partnerId: string};
  partnershipId: string;
  by: string;
  given: string;
  outcode: string;
  until: Date;
}

const DAY = 86_400_000;
const KINDS = [
  ['told', 27],
  ['supported', 46],
  ['accompanied', 27],
] as const satisfies (readonly [OnwardKind, number])[];
const DECLINES = [
  ['full', 34],
  ['waiting_list', 22],
  ['not_suitable', 17],
  ['out_of_area', 8],
  ['cost', 8],
  ['other', 11],
] as const satisfies (readonly [DeclineReason, number])[];
const ENDINGS = [
  ['goes_on_alone', 52],
  ['finished', 22],
  ['stopped', 20],
  ['moved', 2],
  ['other', 4],
] as const satisfies (readonly [Ending, number])[];
const GAPS: Record<DeclineReason, string> = {
  full: 'full',
  waiting_list: 'full',
  not_suitable: 'not_eligible',
  out_of_area: 'too_far',
  cost: 'cost',
  other: 'declined',
};
const ASIDE = ['Mornings are best.', 'It helps when somebody waits at the door.', 'A quiet corner would be good.', ''];

interface Life {
  kind: OnwardKind;
  state: OnwardState;
  madeAt: Date;
  seenAt: Date | null;
  answeredAt: Date | null;
  repliedAt: Date | null;
  withdrawnAt: Date | null;
  declineReason: DeclineReason | null;
  attended: number;
  endedHow: Ending | null;
  steps: {at: Date; words: string}[];
}

/** The rows of one case: what was passed on, its lines in the case, and the gaps that were left. */
export function makeOnward(chance: Chance, {needs, case: made}: MadeReferral, about: About, services: ServicesByNeed) {
  const rows = {onward: [] as Row[], events: [] as Row[], gaps: [] as Row[]};
  const reached = made!.contacts.filter(({wasReached}) => wasReached).slice(1);
  const times = made!.tier === 'plan' ? chance.count(1.5) : chance.count(0.9);
  for (const [place, {at}] of reached.slice(0, Math.min(times, 4)).entries()) {
    const need = chance.one(needs);
    const known = services.get(need);
    if (!known) continue;
    const service = chance.one(known);
    const life = makeLife(chance, new Date(at.getTime() + 3_600_000), about.until, acceptsOf(service));
    const id = uuidFrom(`walk onward:${about.number}:${place}`);
    rows.onward.push(rowOf(chance, life, {id, need, service, about}));
    for (const {at, words} of life.steps)
      rows.events.push({...about.here, kind: 'onward', words: `${service.name}: ${words}`, byId: null, at});
    if (life.declineReason)
      rows.gaps.push({
        ...{partnershipId: about.partnershipId, needKey: need, outcode: about.outcode, serviceId: service.id},
        ...{reason: GAPS[life.declineReason], source: 'onward_referral', recordedAt: life.answeredAt},
      });
  }
  return rows;
}

/** Some take nearly everybody, some hardly can: always the same for one service. */
const acceptsOf = ({id}: MadeService) => 0.5 + (parseInt(id.slice(0, 4), 16) / 0xffff) * 0.45;

function makeLife(chance: Chance, madeAt: Date, until: Date, accepts: number): Life {
  const kind = chance.weighted(KINDS);
  const life: Life = {
    ...{kind, madeAt, state: kind === 'told' ? 'told' : 'sent', attended: 0},
    ...{seenAt: null, answeredAt: null, repliedAt: null, withdrawnAt: null, declineReason: null, endedHow: null},
    steps: [{at: madeAt, words: kind === 'told' ? 'told about it' : 'sent'}],
  };
  const after = (days: number, from = madeAt) => new Date(from.getTime() + days * DAY);
  const isOver = (at: Date) => at >= until;
  if (kind !== 'told') {
    const answered = after(Math.min(40, chance.length(3.6, 0.9)));
    const seen = after(Math.min(2.5, chance.length(0.5, 1)));
    const isSilent = chance.happens(0.09);
    if (!isOver(seen) && seen < answered && (!isSilent || chance.happens(0.6)))
      Object.assign(life, {state: 'seen', seenAt: seen});
    if (isSilent) {
      const ended = after(15 + chance.next() * 4);
      if (!isOver(ended) && chance.happens(0.9)) life.withdrawnAt = ended;
      return life;
    }
    if (isOver(answered)) return life;
    Object.assign(life, {answeredAt: answered, repliedAt: answered});
    if (!chance.happens(accepts)) {
      const declineReason = chance.weighted(DECLINES);
      life.steps.push({at: answered, words: `declined (${declineReason.replace('_', ' ')})`});
      return {...life, state: 'declined', declineReason};
    }
    life.state = 'accepted';
    life.steps.push({at: answered, words: 'accepted'});
  }
  if (!chance.happens(kind === 'told' ? 0.5 : kind === 'accompanied' ? 0.9 : 0.78)) return life;
  const started = after(3 + chance.length(6, 0.5), life.answeredAt ?? madeAt);
  if (isOver(started)) return life;
  const times = Math.max(1, chance.count(6));
  const weeks = Math.floor((until.getTime() - started.getTime()) / (7 * DAY));
  const hasEnded = weeks > times + 2 && chance.happens(0.7);
  const attended = hasEnded ? times : Math.min(times, weeks + 1);
  const last = after((attended - 1) * 7 + 0.1, started);
  const at = isOver(last) ? started : last;
  const heard = kind === 'told' ? {} : {repliedAt: at};
  life.steps.push({at, words: `started, came ${attended} times so far`});
  if (!hasEnded) return {...life, ...heard, state: 'started', attended};
  const endedHow = chance.weighted(ENDINGS);
  const ended = after(7, at);
  life.steps.push({at: ended, words: `ended (${endedHow.replaceAll('_', ' ')})`});
  return {...life, ...(kind === 'told' ? {} : {repliedAt: ended}), state: 'ended', attended, endedHow};
}

function rowOf(
  chance: Chance,
  {steps: _steps, repliedAt, ...life}: Life,
  {id, need, service, about}: {id: string; need: string; service: MadeService; about: About},
): Row {
  const isSent = life.kind !== 'told';
  const until = Math.min(about.until.getTime(), (life.answeredAt ?? life.withdrawnAt ?? about.until).getTime());
  const nudges = isSent ? NUDGE_DAYS.filter((day) => life.madeAt.getTime() + day * DAY < until) : [];
  // Read by the evening, or some days later: of what came last, some still waits to be.
  const looked = repliedAt && new Date(repliedAt.getTime() + (chance.happens(0.3) ? 4 : 0.3) * DAY);
  const aside = chance.one(ASIDE);
  return {
    id,
    ...about.here,
    serviceId: service.id,
    serviceName: service.name,
    needKey: need,
    ...life,
    shared: isSent ? `${about.given} would like to join ${service.name}.${aside ? `\n${aside}` : ''}` : null,
    consentBy: isSent ? 'person' : null,
    consentHow: isSent ? (chance.happens(0.8) ? 'spoken' : 'written') : null,
    toEmail: isSent ? service.email : null,
    // Of no link: nobody holds what would lead to it.
    tokenHash: isSent ? `\\x${id.replaceAll('-', '').repeat(2)}` : null,
    expiresAt: isSent ? new Date(life.madeAt.getTime() + 180 * DAY) : null,
    madeBy: about.by,
    replyAt: repliedAt,
    lookedAt: looked && looked < about.until ? looked : null,
    nudges: nudges.length,
    nudgedAt: nudges.length > 0 ? new Date(life.madeAt.getTime() + nudges.at(-1)! * DAY) : null,
  };
}
