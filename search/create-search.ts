/** Puts the search side together: engine, fallback, atlas, vocabulary, outbox worker, log. One per process. */
import {randomUUID} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import {LRUCache} from 'lru-cache';
import type {Sql} from '../db/client.ts';
import {Atlas} from './atlas/atlas.ts';
import {findBeside} from './finding/beside-call.ts';
import {cardReader} from './finding/cards.ts';
import type {SearchEngine} from './engines/engine.ts';
import {suggestMore} from './finding/few-results.ts';
import {find} from './finding/find.ts';
import {partsFrom} from './finding/parts-from.ts';
import {frameOf} from './atlas/frame.ts';
import {indexPoints, mapAnswer, type MapPoints} from './finding/map-answer.ts';
import {meiliRetriever} from './engines/meili-retriever.ts';
import {everyNight} from './index/nightly.ts';
import {postgresRetriever} from './engines/postgres-retriever.ts';
import {relatedNumbers} from './finding/related.ts';
import {repairIndex} from './index/repair.ts';
import type {Retriever} from './engines/retriever.ts';
import {makeSearchLog} from './finding/search-log.ts';
import {
  areFew,
  isExact,
  matchesIn,
  PAGE_SIZE,
  searchParams,
  type SearchAnswer,
  type SearchPlace,
  type SearchRequest,
} from './search-schema.ts';
import type {SearchService} from './service.ts';
import {suggest} from './finding/suggest.ts';
import {dangerAlone} from './understanding/danger-alone.ts';
import {outboxLag, startSync} from './index/sync.ts';
import {rememberingOfLate} from './understanding/remember-of-late.ts';
import {makeUnderstand} from './understanding/understand.ts';
import {watchOver} from './engines/watch-engine.ts';
import {loadVocabulary, type Vocabulary} from './understanding/vocabulary.ts';

interface CreateSearchOptions {
  sql: Sql;
  /** Null runs on the PostgreSQL fallback alone. */
  engine: SearchEngine | null;
  log: {info(details: object, message: string): void; warn(details: object, message: string): void};
  /** False for a benchmark or a test that does its own indexing. */
  withSync?: boolean;
}

/** The vocabulary is small and an editor's change may take this long to be noticed. */
const VOCABULARY_REFRESH_MS = 60_000;

export async function createSearch({sql, engine, log, withSync = true}: CreateSearchOptions): Promise<SearchService> {
  const atlas = new Atlas();
  await atlas.refresh(sql);
  let vocabulary = await loadVocabulary(sql);
  let understand = understandFrom(vocabulary);
  let fixedParts = partsFrom(vocabulary);

  const readCards = cardReader(sql, atlas);
  const searches = makeSearchLog(sql, (error) => log.warn({reason: String(error)}, 'could not record a search'));
  const newFallback = () => postgresRetriever(sql, atlas, vocabulary);
  const primary = engine && {
    newRetriever: () => meiliRetriever(engine, atlas, fixedParts.others),
    breaker: watchOver(engine, log, () => withSync && void mend(engine, false)),
  };

  /** At night all of it; when the engine is back, or refuses what it is asked, whether there is an index as there should be. */
  async function mend(engine: SearchEngine, isThorough: boolean) {
    try {
      const report = await repairIndex(sql, engine, {isThorough});
      if (report && (isThorough || report.index !== 'sound' || report.compared > 0))
        log.info(report, 'search index compared with the directory');
    } catch (error) {
      log.warn({reason: String(error)}, 'could not compare the search index with the directory');
    }
  }

  /** Asks the engine; when it is slow or gone asks PostgreSQL, and says so. */
  async function withRetriever<T>(
    ask: (retriever: Retriever) => Promise<T>,
  ): Promise<{answer: T; isDegraded: boolean; retriever: Retriever}> {
    if (primary && !primary.breaker.isOpen()) {
      const {newRetriever, breaker} = primary;
      const retriever = newRetriever();
      try {
        return {answer: await breaker.whileClosed(ask(retriever)), isDegraded: false, retriever};
      } catch (error) {
        log.warn({reason: error instanceof Error ? error.name : 'unknown'}, 'search engine did not answer');
        breaker.trip();
      }
    }
    const fallback = newFallback();
    return {answer: await ask(fallback), isDegraded: primary !== null, retriever: fallback};
  }

  const whileItAnswers = <T>({name}: Retriever, asked: Promise<T>) =>
    primary && name === 'meilisearch' ? primary.breaker.whileClosed(asked) : asked;

  const mapPoints = new LRUCache<string, MapPoints>({max: 50, ttl: 30_000});
  const refreshAtlas = async () => {
    try {
      if ((await atlas.refresh(sql)) > 0) mapPoints.clear();
    } catch (error) {
      log.warn({reason: String(error)}, 'could not read changed listings');
    }
  };
  const refreshVocabulary = async () => {
    try {
      const fresh = await loadVocabulary(sql);
      // Preparing it takes a third of a second, in which nobody is answered: only when something has changed.
      if (isDeepStrictEqual(fresh, vocabulary)) return;
      vocabulary = fresh;
      understand = understandFrom(vocabulary);
      fixedParts = partsFrom(vocabulary);
    } catch (error) {
      log.warn({reason: String(error)}, 'could not read the vocabulary');
    }
  };
  const sync = withSync
    ? await startSync({
        sql,
        engine,
        onChange: () => void refreshAtlas(),
        onError: (error) =>
          log.warn({reason: error instanceof Error ? error.message : 'unknown'}, 'search index is behind'),
      })
    : null;
  // Another instance may be the one that does the indexing; its changes are read here within a few seconds.
  const timers = [
    setInterval(() => void refreshAtlas(), 5000),
    setInterval(() => void refreshVocabulary(), VOCABULARY_REFRESH_MS),
  ];
  for (const timer of timers) timer.unref();
  const nightly = withSync && engine ? everyNight(() => mend(engine, true)) : null;

  // Results are worth more than ways on from them; that there are none must not go unseen.
  const noWaysOn = (error: unknown) => {
    log.warn({reason: String(error)}, 'could not look for ways on');
    return [];
  };

  return {
    async search(request, place, isCounted = true) {
      const understood = understand(request.q, isExact(request));
      const {
        answer: found,
        isDegraded,
        retriever,
      } = await withRetriever((retriever) =>
        find({retriever, atlas, ...fixedParts, today: todayInLondon()}, request, place, understood),
      );
      const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE));
      const page = Math.min(request.page, pages);
      const [cards, suggestions] = await Promise.all([
        readCards(found.numbers.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), place),
        page === 1 && areFew(found)
          ? whileItAnswers(
              retriever,
              suggestMore({sql, retriever, atlas, understand, ...fixedParts}, request, place, matchesIn(found)),
            ).catch(noWaysOn)
          : [],
      ]);
      const answer: SearchAnswer = {
        id: randomUUID(),
        engine: retriever.name,
        isDegraded,
        total: found.total,
        others: found.others,
        page,
        pages,
        cards,
        facets: found.facets,
        needs: understood.needs.map((need) => need.key),
        mended: understood.mended,
        place,
        suggestions,
      };
      if (isCounted && request.page === 1) searches.record(request, answer);
      return answer;
    },

    async map(request, place, view) {
      const key = mapKey(request, place);
      let points = mapPoints.get(key);
      if (!points) {
        const understood = understand(request.q, isExact(request));
        const {answer: numbers} = await withRetriever(async (retriever) => {
          const parts = {retriever, atlas, ...fixedParts, today: todayInLondon()};
          const {question} = await find(parts, request, place, understood);
          return retriever.numbers(question);
        });
        points = indexPoints(atlas, numbers);
        mapPoints.set(key, points);
      }
      return mapAnswer(sql, points, view);
    },

    async suggest(words) {
      const asked = async (typed: string) =>
        (await withRetriever((retriever) => suggest(sql, retriever, vocabulary, typed))).answer;
      const suggested = await asked(words);
      const {mended} = suggested.length === 0 ? understand(words) : {mended: null};
      return mended ? asked(mended) : suggested;
    },

    cards: (numbers, place = null) => readCards(numbers.slice(0, 100), place),

    async related(serviceId) {
      const {nearby, similar} = await relatedNumbers(sql, atlas, serviceId, todayInLondon());
      return {nearby: await readCards(nearby, null), similar: await readCards(similar, null)};
    },

    async beside(ask, most) {
      const {answer} = await withRetriever((retriever) =>
        findBeside({retriever, atlas, ...fixedParts, today: todayInLondon(), withoutFacets: true}, understand, ask),
      );
      return {...answer, cards: await readCards(answer.numbers.slice(0, most), ask.place)};
    },

    recordOpen: searches.recordOpen,

    async health() {
      const lag = await outboxLag(sql);
      return {
        engine: !primary ? 'none' : primary.breaker.isOpen() ? 'down' : 'up',
        outbox: lag.rows,
        lagSeconds: Math.round(lag.seconds),
      };
    },

    async close() {
      for (const timer of timers) clearInterval(timer);
      nightly?.stop();
      primary?.breaker.stop();
      await searches.flush();
      await sync?.stop();
    },
  };
}

const understandFrom = (vocabulary: Vocabulary) => rememberingOfLate(dangerAlone(makeUnderstand(vocabulary)));

const mapKey = (request: SearchRequest, place: SearchPlace | null) =>
  `${searchParams({...request, near: frameOf(request) ? request.near : '', page: 1, sort: 'best'})}|${place?.latitude},${place?.longitude}`;

/** 'YYYY-MM-DD' where the people are. */
export const todayInLondon = (now = new Date()) => LONDON_DAY.format(now);
const LONDON_DAY = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London', dateStyle: 'short'});
