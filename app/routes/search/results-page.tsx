import {lazy, Suspense, useMemo, useState} from 'react';
import {cardLetters} from '../../components/map/card-letters.ts';
import {AskAPerson} from '../../components/results/ask-a-person.tsx';
import {CareNote} from '../../components/results/care-note.tsx';
import {ChosenFilters} from '../../components/results/chosen-filters.tsx';
import {FilterOpener} from '../../components/results/filter-opener.tsx';
import {FilterPanel} from '../../components/results/filter-panel.tsx';
import {ListingCard} from '../../components/results/listing-card.tsx';
import {Pages} from '../../components/results/pages.tsx';
import {PlaceProblem} from '../../components/results/place-problem.tsx';
import {SortAndDistance} from '../../components/results/sort-and-distance.tsx';
import {Understood} from '../../components/results/understood.tsx';
import {ViewTabs} from '../../components/results/view-tabs.tsx';
import {WaysOn} from '../../components/results/ways-on.tsx';
import {SearchBox} from '../../components/search/search-box.tsx';
import {useShortlist} from '../../components/shortlist/use-shortlist.ts';
import {useText} from '../../i18n/text-context.tsx';
import type {ResultsView} from './results-view.ts';
import {useMapIsShown} from './use-map-is-shown.ts';
import {useMapSearch} from './use-map-search.ts';
import {SEARCH_FORM, useRefine} from './use-refine.ts';

const ResultsMap = lazy(() => import('./map-with-words.client.tsx'));

/** The results: search and filters, the list, and the map beside it. */
export function ResultsPage({results}: {results: ResultsView}) {
  const {search} = useText();
  const {submit, change, follow, isLooking, announcement} = useRefine(results);
  const shortlist = useShortlist();
  const [pointedAt, setPointedAt] = useState<number | null>(null);
  const [isFiltering, setFiltering] = useState(false);
  const isMapShown = useMapIsShown(results.view);
  const mapSearch = useMapSearch(results);
  const letters = useMemo(() => cardLetters(results.cards), [results.cards]);
  const listOf = (cards: ResultsView['cards']) =>
    cards.length > 0 && (
      <ol className="cards" role="list" onSubmit={shortlist.change}>
        {cards.map((card) => (
          <ListingCard
            key={card.number}
            card={card}
            isListed={shortlist.numbers.has(card.number)}
            isPointedAt={pointedAt === card.number}
            letter={isMapShown ? letters.get(card.number) : undefined}
            onPoint={setPointedAt}
          />
        ))}
      </ol>
    );
  const others = listOf(results.cards.slice(results.firstOther));
  const list = (
    <div className="results__list" key="list">
      {listOf(results.cards.slice(0, results.firstOther))}
      <WaysOn title={results.waysTitle} ways={results.ways} />
      {others && (
        <section className="others" aria-labelledby="others-title">
          <h2 id="others-title">{results.othersTitle}</h2>
          <p>{results.othersNote}</p>
          {others}
        </section>
      )}
      {results.pages && <Pages pages={results.pages} range={results.range} />}
      <AskAPerson {...results.ask} />
    </div>
  );
  const map = (
    <div className="results__map" key="map" onSubmit={shortlist.change}>
      <noscript>
        <p className="results__map-note">{results.mapNeedsScript}</p>
      </noscript>
      {isMapShown && (
        <Suspense fallback={<p className="results__map-note">{search.mapLoading}</p>}>
          <ResultsMap
            query={results.mapQuery}
            searchId={results.id}
            place={results.place}
            miles={results.miles}
            frame={results.frame}
            tiles={results.tiles}
            cards={results.cards}
            listed={shortlist.numbers}
            pointedAt={pointedAt}
            onPoint={setPointedAt}
            form={SEARCH_FORM}
            isFollowing={mapSearch.isFollowing}
            onFollow={mapSearch.follow}
            onSearchArea={mapSearch.searchArea}
          />
        </Suspense>
      )}
    </div>
  );
  return (
    <div className={`results results--${results.view}`} aria-busy={isLooking || undefined}>
      <form id={SEARCH_FORM} className="results__search" role="search" action="/search" onSubmit={submit}>
        {results.view === 'map' && <input type="hidden" name="view" value="map" />}
        {results.exact && <input type="hidden" name="exact" value={results.exact} />}
        <div className="results__search-inner">
          <SearchBox
            what={results.what}
            where={results.where}
            whereProblem={results.unknownPlace && <PlaceProblem {...results.unknownPlace} />}
          />
        </div>
      </form>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the links inside do the work */}
      <div className="results__inner" onClick={follow}>
        <p className="nhsuk-u-visually-hidden" role="status">
          {announcement}
        </p>
        <div className="results__head">
          <div>
            <h1 className="results__heading" id="results-heading" tabIndex={-1}>
              {results.heading}
            </h1>
            <Understood {...results} />
            {results.care && <CareNote {...results.care} />}
            <ChosenFilters chips={results.chips} clearHref={results.clearHref} />
          </div>
          <div className="results__bar" onChange={change}>
            {results.groups.length > 0 && (
              <FilterOpener
                chosen={results.chips.length}
                isOpen={isFiltering}
                onToggle={() => setFiltering(!isFiltering)}
              />
            )}
            <ViewTabs view={results.view} listHref={results.listHref} mapHref={results.mapHref} />
            <SortAndDistance
              form={SEARCH_FORM}
              sorts={results.sorts}
              within={results.within}
              hasResults={results.total > 0}
            />
          </div>
        </div>
        <div className="results__columns">
          {/* Changes bubble up from the boxes: one listener for all of them. */}
          <div className="results__filters" onChange={change}>
            <FilterPanel
              groups={results.groups}
              total={results.total}
              isOpen={isFiltering}
              onClose={() => {
                setFiltering(false);
                document.getElementById('results-heading')?.focus();
              }}
            />
          </div>
          {/* In the order they are seen: on the map's own page the map is first. */}
          {results.view === 'map' ? [map, list] : [list, map]}
        </div>
      </div>
    </div>
  );
}
