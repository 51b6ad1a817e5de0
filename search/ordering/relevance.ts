/** How well a listing answers what was asked: the part of the order that may hide one behind another. */
import type {Candidate, RankingQuestion} from './candidate.ts';
import type {Leaning} from '../understanding/understood.ts';
import {WEIGHTS} from './weights.ts';

/**
 * 0 to 1: how well it answers. Its topic (the better of the need and the kind of service that were recognised) and its own words are weighed
 * together; adding need to kind would only say the same thing twice. With nothing asked everything answers equally well.
 */
export function relevance(
  {textScore, textMatch, needs, types}: Candidate,
  {wordCount, hasTopic, isSentence}: Pick<RankingQuestion, 'wordCount' | 'hasTopic' | 'isSentence'>,
  weights = WEIGHTS,
): number {
  // 'A club': nothing to find by, yet what calls itself a club comes first.
  if (wordCount === 0 && !hasTopic) return 1 - weights.smallWords * (1 - textMatch);
  const ofWords = wordCount === 1 ? weights.needOfOneWord : 1;
  let [topic, next] = [0, 0];
  const answers = (worth: number) => {
    if (worth > topic) [topic, next] = [worth, topic];
    else if (worth > next) next = worth;
  };
  for (const {position, confidence, isUsualKind} of needs) {
    const worth = weights.need[position] ?? weights.need.at(-1)!;
    answers(worth * confidence * (isUsualKind ? 1 : weights.unusualKind) * ofWords);
  }
  for (const {position, confidence} of types) answers(weights.kind[position === 0 ? 0 : 1]! * confidence);
  const text = Math.max(textMatch, (textScore ?? 0) * weights.engineText) ** (isSentence ? 1 : weights.wholeName);
  const share = weights.topic[wordCount === 0 ? 'alone' : isSentence ? 'sentence' : 'name'];
  return (hasTopic ? share * (topic + weights.alsoTopic * next) + (1 - share) * text : text) ** weights.sharpness;
}

/** 0 to 1: how well what a listing is for says a word that its text may not have. */
export function saidByTopics(
  word: string,
  needs: Candidate['needs'],
  types: Candidate['types'],
  weights = WEIGHTS,
): number {
  let best = 0;
  for (const {position, standsFor, isUsualKind} of needs) {
    const worth = weights.saidByNeed[Math.min(position, weights.saidByNeed.length - 1)]!;
    best = Math.max(best, (standsFor.get(word) ?? 0) * worth * (isUsualKind ? 1 : weights.unusualKind));
  }
  for (const {position, standsFor} of types) {
    best = Math.max(best, (standsFor.get(word) ?? 0) * weights.saidByKind[position === 0 ? 0 : 1]!);
  }
  return best;
}

/** How far the words lean to what a listing is for and what it is: the best of each, less for what it is only second or third. */
export function leansTo(needs: string[], kinds: string[], leaning: Leaning, weights = WEIGHTS): Candidate['leans'] {
  return {need: bestOf(needs, leaning.needs, weights.need), kind: bestOf(kinds, leaning.types, weights.kind)};
}

function bestOf(keys: string[], shares: Map<string, number>, worth: number[]): number {
  let best = 0;
  for (let place = 0; place < keys.length; place++) {
    const share = shares.get(keys[place]!) ?? 0;
    best = Math.max(best, (share * (worth[place] ?? worth.at(-1)!)) / worth[0]!);
  }
  return best;
}

/** Above 1 for what the words lean to, less for what is many kinds at once. */
export function leaning({leans, kindCount, isNamed}: Candidate, weights = WEIGHTS): number {
  return (
    (isNamed ? weights.named : 1) *
    (1 + weights.leaning.need * leans.need) *
    (1 + weights.leaning.kind * leans.kind) *
    (1 - weights.manyKinds * Math.min(2, Math.max(0, kindCount - 1)))
  );
}
