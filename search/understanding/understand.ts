/**
 * From what people say to the needs they have: 'can't pay my heating' → energy-bills.
 * The evidence is weighed in `topic-evidence.ts`. Kinds of service are recognised too: by their names and the other words for them ('book club'), and in a
 * story by what people say who look for one.
 */
import {makeCompounds} from './compounds.ts';
import {readKnownWords} from './known-words.ts';
import {mendedText} from './mended-text.ts';
import {makeNamedKinds, surest, type Weighed} from './named-kinds.ts';
import {englishSaid, kindSayings, needSayings, weighWords} from './sayings.ts';
import {makeRespace} from './spacing.ts';
import {makeGuessSpelling} from './spelling-guess.ts';
import {makeTongues} from './tongues.ts';
import {makeTopicEvidence} from './topic-evidence.ts';
import {withoutUnwanted} from './unwanted.ts';
import {NOTHING_SAID, ofBest, saidIn, type Understood} from './understood.ts';
import type {Vocabulary} from './vocabulary.ts';
import {makeReadWants, wordsForAges} from './wants.ts';
import {makeMeaning, makeStopWordRemover, plainWords, remembering} from './words.ts';

/** A need below this is not taken to be meant. */
const SURE_ENOUGH = 0.58;
/** The same when a kind of service was named: what that is for need not be guessed. */
const SURE_BESIDE_KIND = 0.9;
/** The same when nothing else was understood at all. */
const BEST_GUESS = 0.4;
const GUESS_WITHIN = 0.7;
/** What is left of the confidence in other needs when a phrase of one was said word for word. */
const BESIDE_EXACT = 0.8;
/** A need this far behind the best is not taken along with it. */
const KEEP_WITHIN = 0.85;
const MOST_NEEDS = 3;
/** A need that a part of the words means by itself ('debt and depression') at least this surely counts this much of that in the whole. */
const SURE_OF_PART = 0.67;
const IN_A_PART = 0.9;
const PART_ENDS = /\b(?:and|plus|also|but)\b|[,;&+/.]/i;
/** How surely a kind that answers one need alone means that need. */
const RELATED = 0.5;
/** In a story a kind that was not named is meant when what is said for it is at least this sure, and then counts this much of that. */
const SURE_OF_KIND = 0.75;
const MEANT_KIND = 0.7;
const MOST_MEANT = 3;
/** A kind less sure than this was named by less than half of what was said, and counts for nothing beside a need this sure. */
const HALF_NAMED = 0.75;
const SURE_OF_NEED = 0.8;
/** A weak word ('group', 'time') counts this much of what its rarity would make it. */
const WEAK = 0.25;

/** With `isExact` no spelling is mended. */
export type Understand = (text: string, isExact?: boolean) => Understood;

export function makeUnderstand(vocabulary: Vocabulary): Understand {
  const meaning = makeMeaning(vocabulary.synonyms);
  const withoutStopWords = makeStopWordRemover(vocabulary.stopWords);
  const readWants = makeReadWants(vocabulary);
  const compound = makeCompounds(vocabulary);
  const read = remembering((text: string) => compound(plainWords(text)));
  const meaningsOf = (text: string) => [...new Set(withoutStopWords(read(text)).map(meaning))];

  const phrases = vocabulary.needs.flatMap((need) => [need.name, ...need.phrases].map(meaningsOf));
  const weak = new Set(vocabulary.weakWords.flatMap(plainWords));
  const weakMeanings = new Set([...weak].map(meaning));
  const rarity = weighWords(phrases, vocabulary, meaning);
  const weightOf = (word: string) => rarity(word) * (weakMeanings.has(word) ? WEAK : 1);
  const isWeak = (word: string) => weakMeanings.has(word);
  const reading = {read, meaning, withoutStopWords, weightOf, isWeak};
  const ofNeeds = makeTopicEvidence({sayings: needSayings(vocabulary), ...reading});
  const ofKinds = makeTopicEvidence({sayings: kindSayings(vocabulary), ...reading});
  const whole = new Map(
    vocabulary.needs.flatMap((need) => need.phrases.map((phrase) => [read(phrase).join(' '), need.key] as const)),
  );
  const onlyNeedOf = new Map(
    vocabulary.types.flatMap(({key}) => {
      const answered = vocabulary.needs.filter((need) => need.types.includes(key));
      return answered.length === 1 ? [[key, answered[0]!.key] as const] : [];
    }),
  );
  const kindsFor = new Map(vocabulary.needs.map((need) => [need.key, new Set(need.types)]));
  const activities = new Set(vocabulary.needs.flatMap(({key, group}) => (group === 'activities' ? key : [])));
  const known = readKnownWords(vocabulary);
  const guessSpelling = makeGuessSpelling(vocabulary, known);
  const respace = makeRespace(known, guessSpelling);
  const recogniseTypes = makeNamedKinds({types: vocabulary.types, ...reading});

  /** The likeliest need of these words by themselves. */
  const likeliest = (text: string, mend: (word: string) => string): Weighed | undefined => {
    const spelt = compound(plainWords(text).map(mend));
    return surest(ofNeeds.weigh(withoutStopWords(readWants(spelt).words), spelt).confidence)[0];
  };
  const isTelling = (text: string) => withoutStopWords(plainWords(text)).some((word) => !weak.has(word));
  const saysEnough = (text: string) =>
    isTelling(text) || (likeliest(text, (word) => word)?.confidence ?? 0) >= BEST_GUESS;

  /** How surely any need is meant when the words for whom are left aside. */
  const besideWhom = (words: string[], spelt: string[], forWhom: Set<string>): number => {
    const [others, whole] = [words, spelt].map((all) => all.filter((word) => !forWhom.has(word)));
    return surest(ofNeeds.weigh(others!, whole!).confidence)[0]?.confidence ?? 0;
  };

  /** What each part of the words surely means by itself, where there is more than one part. */
  const ofPart = (text: string, mend: (word: string) => string): Weighed[] => {
    const parts = text.split(PART_ENDS).filter((part) => part.trim());
    if (parts.length < 2) return [];
    return parts.flatMap((part) => {
      const best = isTelling(part) ? likeliest(part, mend) : undefined;
      return best && best.confidence >= SURE_OF_PART ? [best] : [];
    });
  };

  const english = new Set([...englishSaid(vocabulary), ...vocabulary.wordUses.keys()]);
  const inAnotherTongue = makeTongues(vocabulary.tongues, english);

  return (text, isExact = false) => {
    const other = isExact ? null : inAnotherTongue(text);
    if (other) return {...NOTHING_SAID, ...saidIn(other)};
    const spaced = isExact ? text : respace(text);
    const wanted = isExact ? text : withoutUnwanted(spaced, saysEnough);
    const typed = plainWords(wanted);
    const mend = isExact ? (word: string) => word : guessSpelling;
    const spelt = compound(typed.map(mend));
    const meanings = [...new Set(spelt.map(meaning))];
    const {forWhom: saysForWhom, easier} = readWants(spelt);
    const small = new Set([...weak, ...saysForWhom].map(meaning));
    const solid = new Set(withoutStopWords(spelt).map(meaning));
    const types = recogniseTypes(
      meanings,
      (word) => solid.has(word) && !small.has(word),
      new Set([...easier, ...saysForWhom].map(meaning)),
    );
    const {wants, words: rest, forWhom} = readWants(spelt, types.words);
    // 'A wheelchair-friendly art class' is about art; what makes the place easier to use is wished for already.
    const isBeside = (word: string) => types.isSure && easier.has(word) && !types.words.has(meaning(word));
    const words = withoutStopWords(rest);
    const telling = words.filter((word) => !weak.has(word) && !forWhom.has(word));
    const said = [...words.filter((word) => !isBeside(word)), ...wordsForAges(wants)];
    const {confidence, shares} = ofNeeds.weigh(said, spelt);
    const kindsSaid = ofKinds.weigh(said, spelt);
    const sayNeeds = isExact ? [] : ofPart(wanted, mend).slice(0, MOST_NEEDS);
    for (const {key, confidence: sure} of sayNeeds) {
      confidence.set(key, Math.max(sure * IN_A_PART, confidence.get(key) ?? 0));
    }
    const turns = [...new Set(sayNeeds.map(({key}) => key))];
    // A phrase said just as it stands in the list needs no weighing, and leaves other needs behind: 'I want to end my life' is not about hospices.
    const exact = whole.get(spelt.join(' '));
    if (exact) {
      for (const [need, sure] of confidence) confidence.set(need, sure * BESIDE_EXACT);
      confidence.set(exact, 1);
    }
    // What is for the one need a kind answers may do as well: tai chi for 'exercise class'.
    const related = types.kinds.flatMap(({key, confidence: sure}) =>
      onlyNeedOf.has(key) ? [[onlyNeedOf.get(key)!, sure * RELATED] as const] : [],
    );
    for (const [need, to] of related) confidence.set(need, Math.max(to, confidence.get(need) ?? 0));
    const relatedNeeds = new Set(related.map(([need]) => need));
    const needs = surest(confidence);
    const standsFor = (share: (word: string) => number) => new Map(telling.map((word) => [word, share(word)]));
    // 'Somewhere for my mum on Tuesday' says nothing but for whom: what people say of mums in particular is no guide.
    const isOnlyForWhom =
      telling.length === 0 &&
      forWhom.size > 0 &&
      !exact &&
      (needs[0]?.confidence ?? 0) < SURE_ENOUGH &&
      besideWhom(words, spelt, forWhom) < BEST_GUESS;
    const mayBeMeant = !types.isSure && typed.length >= 3 && !isOnlyForWhom;
    const sureNeeds = needs.filter(({confidence: sure}) => sure >= SURE_ENOUGH).slice(0, MOST_NEEDS);
    // Smoking weed is nothing for gardeners: a kind half named by one word of a story is not meant where a need surely is that it does not answer.
    const isStray = ({key, confidence: sure}: Weighed) =>
      sure < HALF_NAMED &&
      (sureNeeds[0]?.confidence ?? 0) >= SURE_OF_NEED &&
      !sureNeeds.some((need) => kindsFor.get(need.key)!.has(key));
    const kinds = types.kinds.filter((kind) => !isStray(kind));
    const meant = surest(kindsSaid.confidence).filter(
      (kind) => kind.confidence >= SURE_OF_KIND && !kinds.some(({key}) => key === kind.key) && !isStray(kind),
    );
    const top = needs[0]?.confidence ?? 0;
    // With nothing else to go by ('nobody comes to see me'), the likeliest need is a better guess than everything there is.
    // Whoever asks for their very words gets them, and nothing that was guessed.
    const hasWords = telling.length > 0 && (isExact || typed.length < 3);
    const hasOther = types.kinds.length > 0 || hasWords || top >= SURE_ENOUGH;
    const sure = types.isSure ? SURE_BESIDE_KIND : hasOther ? SURE_ENOUGH : BEST_GUESS;
    const least = isOnlyForWhom ? Infinity : Math.max(sure, top * (hasOther ? KEEP_WITHIN : GUESS_WITHIN));
    return {
      // 'Things to do' asks for everything; 'book club' is about books.
      words: telling,
      weakWords: words.filter((word) => weak.has(word) || forWhom.has(word)),
      mended: mendedText(spaced, mend) ?? (spaced === text ? null : spaced),
      isSentence: typed.length >= 3,
      isTrouble:
        typed.length >= 3 &&
        types.kinds.length === 0 &&
        top >= least &&
        !activities.has(needs[0]!.key) &&
        !wants.some(({anyOf}) => anyOf.includes('kind:group')),
      wants,
      isGuess: !hasOther && !isOnlyForWhom,
      turns: turns.length > 1 ? turns : [],
      leaning: {needs: ofBest(shares), types: ofBest(kindsSaid.shares)},
      audiences: wants.flatMap((want) => want.anyOf).filter((token) => token.startsWith('audience:')),
      needs: needs
        .filter(
          (need, place) =>
            (need.confidence >= least && place < MOST_NEEDS) || relatedNeeds.has(need.key) || turns.includes(need.key),
        )
        .map((need) => ({...need, standsFor: standsFor((word) => ofNeeds.covers(need.key, word))})),
      types: [
        ...kinds.map((kind) => ({
          ...kind,
          standsFor: standsFor((word) => (types.named.get(kind.key)!.includes(meaning(word)) ? 1 : 0)),
        })),
        ...meant.slice(0, mayBeMeant ? MOST_MEANT : 0).map((kind) => ({
          key: kind.key,
          confidence: kind.confidence * MEANT_KIND,
          standsFor: standsFor((word) => ofKinds.covers(kind.key, word)),
        })),
      ],
    };
  };
}
