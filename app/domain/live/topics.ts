/**
 * What an open page can be told of, and by whom. Safe in the browser.
 *
 * - `queue:<partner>`: what was handed on to an organisation
 * - `desk:<partner>`: the calls and call-backs of a desk
 * - `call:<draft>`: a call that is being taken
 * - `plan:<case>`: the plan of a case, while it is written
 * - `handoff:<handoff>`: one thing that was handed on
 * - `safeguarding:<partner>`: concerns, for those who safeguard
 * - `staff:<staff>`: what concerns one member of staff
 */
const TOPICS = ['queue', 'desk', 'call', 'plan', 'handoff', 'safeguarding', 'staff'] as const;
type TopicKind = (typeof TOPICS)[number];

export interface Topic {
  kind: TopicKind;
  id: string;
}

const TOPIC = new RegExp(`^(${TOPICS.join('|')}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`);

/** More than any page of ours asks for. */
const MOST_TOPICS = 12;

/** The topics of an address (`queue:…,staff:…`); null when there is none, too many, or one that there is not. */
export function readTopics(words: string | null): Topic[] | null {
  const wanted = [...new Set((words ?? '').split(','))];
  if (wanted.length > MOST_TOPICS) return null;
  const topics = wanted.map((one) => {
    const [, kind, id] = TOPIC.exec(one) ?? [];
    return kind && id ? {kind: kind as TopicKind, id} : null;
  });
  return topics.every((topic) => topic !== null) ? topics : null;
}

export const topicName = ({kind, id}: Topic): string => `${kind}:${id}`;
