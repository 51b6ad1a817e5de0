import 'leaflet/dist/leaflet.css';
import '../../styles/results-map.scss';
import {useEffect, useMemo, useRef, useState, type KeyboardEvent} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {cardLetters} from './card-letters.ts';
import {drawCircle, drawFrame, milesApart, milesPerPixel} from './ground.ts';
import {InViewList} from './in-view-list.tsx';
import {MapButtons} from './map-buttons.tsx';
import {MapSettings} from './map-settings.tsx';
import {MapSummary} from './map-summary.tsx';
import {OpenedPin} from './opened-pin.tsx';
import {pinViews, standsOnOneSpot, CLOSEST_ZOOM, type PinView} from './pin-views.ts';
import type {ResultsMapProps} from './results-map-props.ts';
import {ScaleBar} from './scale-bar.tsx';
import {scaleFor} from './scale.ts';
import {leaveCard, showCard} from './show-card.ts';
import {useFit} from './use-fit.ts';
import {useGround} from './use-ground.ts';
import {useLeaflet} from './use-leaflet.ts';
import {useMapData} from './use-map-data.ts';
import {useOpened} from './use-opened.ts';
import {usePins} from './use-pins.ts';
import {useSearchHere} from './use-search-here.ts';

const NOTHING: never[] = [];

/** The map beside the results. */
export default function ResultsMap(props: ResultsMapProps) {
  const {query, searchId, place, miles, frame, cards, tiles, pointedAt, onPoint, isFollowing} = props;
  const {map: words} = useText<'map'>();
  const element = useRef<HTMLDivElement>(null);
  const {handle, view, isHintShown} = useLeaflet(element, tiles !== null);
  const {isWaiting, settle, stayFor} = useFit({handle, query, place, miles, frame});
  const answered = useMapData(query, isWaiting ? 'everything' : view);
  const {data, answers} = answered;
  const {opened, open, numberOpened} = useOpened(query);
  const [isListShown, setListShown] = useState(false);

  const isCurrent = answers?.query === query;
  useEffect(() => {
    if (isWaiting && isCurrent && data && answers.view === 'everything') settle(data.bounds);
  }, [isWaiting, isCurrent, data, answers, settle]);
  useEffect(() => {
    if (handle && frame) return drawFrame(handle.leaflet, frame);
    if (handle && place && miles !== null) return drawCircle(handle.leaflet, place, miles);
  }, [handle, place, miles, frame]);

  const {isOffered, searchHere} = useSearchHere({
    query,
    view,
    area: isCurrent && answers?.view === view ? data?.area : undefined,
    isFollowing,
    onSearch(area) {
      stayFor(area);
      props.onSearchArea(area);
    },
  });

  const letters = useMemo(() => cardLetters(cards), [cards]);
  const pins = useMemo(() => (data ? pinViews(data, letters, words) : NOTHING), [data, letters, words]);
  const ground = useGround(handle, view, tiles, place, data?.places ?? NOTHING, pins);
  const pointed = useMemo(() => {
    if (pointedAt === null) return null;
    const point = cards.find(({number}) => number === pointedAt)?.point ?? null;
    return {number: pointedAt, face: letters.get(pointedAt) ?? '', point};
  }, [pointedAt, cards, letters]);
  const layer = usePins(handle, pins, pointed, {
    onOpen: press,
    onPoint: (pin) => pointAt(pin?.feature.type === 'listing' ? pin.feature.number : null),
  });
  useEffect(() => {
    const point = pointed?.point;
    if (!handle || !view || !isFollowing || !point) return;
    const {leaflet, quietly} = handle;
    if (leaflet.getBounds().contains([point.latitude, point.longitude])) return;
    quietly(() => leaflet.panTo([point.latitude, point.longitude], {animate: false}));
    // Only what is newly pointed at moves the map; moving it away again by hand must not be undone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pointed]);

  function pointAt(number: number | null) {
    // While its bubble is open, a listing stays pointed at.
    const shown = number ?? numberOpened();
    onPoint(shown);
    if (number !== null) showCard(number, true);
    else if (shown === null) leaveCard();
  }
  function press(pin: PinView) {
    const {feature} = pin;
    if (feature.type === 'listing') {
      onPoint(feature.number);
      showCard(feature.number);
      open(pin);
    } else if (standsOnOneSpot(feature)) {
      open(pin);
    } else {
      lookCloser(pin);
    }
  }
  function lookCloser({feature, latitude, longitude}: PinView) {
    if (feature.type !== 'cluster') return;
    open(null);
    handle?.leaflet.setView([latitude, longitude], Math.min(feature.expansionZoom, CLOSEST_ZOOM));
  }
  function close() {
    open(null);
    onPoint(null);
    if (opened && !layer?.focus(opened.key)) element.current?.focus({preventScroll: true});
  }
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !opened) return;
    event.stopPropagation();
    close();
  }
  useEffect(() => {
    if (!handle) return;
    const forget = () => open(null);
    handle.leaflet.on('click', forget);
    return () => {
      handle.leaflet.off('click', forget);
    };
  }, [handle, open]);

  const cardOf = (number: number) => cards.find((card) => card.number === number);
  const hrefOf = ({number, slug}: {number: number; slug: string}) =>
    cardOf(number)?.href ?? `/services/${encodeURIComponent(slug)}?from=${searchId}`;
  const distanceOf = (pin: PinView) => (handle && place ? words.away(milesApart(handle.leaflet, pin, place)) : null);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the bubble from wherever the focus is
    <section className={`results-map results-map--${ground}`} aria-label={words.title} onKeyDown={closeOnEscape}>
      <div className="results-map__frame">
        <a className="results-map__skip" href="#map-after">
          {words.skip}
        </a>
        <p className="nhsuk-u-visually-hidden" id="map-how-to">
          {words.howTo}
        </p>
        {isOffered && (
          <button
            className="button results-map__search"
            type="button"
            onClick={() => {
              searchHere();
              element.current?.focus({preventScroll: true});
            }}
          >
            {words.searchHere}
          </button>
        )}
        <div
          className="results-map__canvas"
          ref={element}
          role="application"
          aria-label={words.title}
          aria-describedby="map-how-to"
          aria-busy={answered.isLooking}
        />
        {handle && opened && (
          <OpenedPin
            key={opened.key}
            handle={handle}
            pin={opened}
            card={opened.feature.type === 'listing' ? cardOf(opened.feature.number) : undefined}
            distance={distanceOf(opened)}
            letters={letters}
            hrefOf={hrefOf}
            listed={props.listed}
            onPoint={pointAt}
            onClose={close}
          />
        )}
        {handle && view && <MapButtons handle={handle} view={view} all={data?.bounds ?? null} />}
        {handle && view && <ScaleBar scale={scaleFor(milesPerPixel(handle.leaflet))} />}
        {isHintShown && (
          <p className="results-map__hint" aria-hidden="true">
            {words.twoFingers}
          </p>
        )}
      </div>
      <div className="results-map__after" id="map-after" tabIndex={-1}>
        <MapSummary answered={answered} ground={ground} />
        <MapSettings {...props} isListShown={isListShown} onShowList={setListShown} />
        {isListShown && (
          <InViewList
            pins={pins}
            letters={letters}
            hrefOf={hrefOf}
            onPoint={pointAt}
            distanceOf={distanceOf}
            onLookCloser={(pin) => {
              lookCloser(pin);
              document.getElementById('map-in-view')?.focus({preventScroll: true});
            }}
          />
        )}
      </div>
    </section>
  );
}
