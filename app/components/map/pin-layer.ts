import {Icon, Marker, type Map as LeafletMap} from 'leaflet';
import type {LatLng} from './map-data.ts';
import type {PinView} from './pin-views.ts';

export interface PinEvents {
  onOpen(pin: PinView): void;
  onFocus(pin: PinView): void;
  /** Pointed at, by pointer or focus; null when no longer. */
  onPoint(pin: PinView | null): void;
}

interface Pin {
  view: PinView;
  button: HTMLButtonElement;
  marker: Marker;
}

/** Pins in front of pins: what is pointed at must not be hidden. */
const IN_FRONT = 10_000;
const LOOKS = ['letter', 'dot', 'spot', 'few', 'many', 'crowd'] satisfies PinView['look'][];
/** A hand is not quite still while it presses. */
const STEADY_PIXELS = 6;

/** The pins on the map: real buttons, kept from one answer to the next as long as they stand for the same. */
export class PinLayer {
  readonly #map: LeafletMap;
  readonly #events: PinEvents;
  #pins = new Map<string, Pin>();
  #pointed: Pin[] = [];
  #stand: Marker | null = null;

  constructor(map: LeafletMap, events: PinEvents) {
    this.#map = map;
    this.#events = events;
  }

  show(views: PinView[]): void {
    const before = this.#pins;
    this.#pins = new Map();
    for (const view of views) {
      const kept = before.get(view.key);
      const pin = kept ?? this.#add(view);
      before.delete(view.key);
      dress(pin, view);
      this.#pins.set(view.key, pin);
    }
    const lost = [...before.values()].find(({button}) => button === document.activeElement);
    // What is taken away under the pointer is not left by it.
    if ([...before.values()].some(({button}) => button.matches(':hover'))) this.#events.onPoint(null);
    for (const {marker} of before.values()) marker.remove();
    // Tab follows the order of the elements; moving the one that has the focus would lose it.
    const pane = this.#map.getPane('markerPane');
    if (!pane?.contains(document.activeElement)) pane?.append(...[...this.#pins.values()].map(({button}) => button));
    if (lost) this.focusNear(lost.view);
  }

  /**
   * Shows where a listing is. Where it has no pin of its own, because it lies in a cluster, one is put up for the while
   * at `point`.
   */
  pointAt(listing: {number: number; face: string; point: LatLng | null} | null): void {
    this.#mark(false);
    this.#stand?.remove();
    this.#stand = null;
    this.#pointed = listing ? [...this.#pins.values()].filter(({view}) => holds(view, listing.number)) : [];
    this.#mark(true);
    const hasOwn = this.#pointed.some(({view}) => view.feature.type === 'listing');
    if (!listing?.point || hasOwn) return;
    const element = document.createElement('div');
    element.className = 'pin pin--letter pin--pointed-at';
    element.ariaHidden = 'true';
    element.append(faceOf(listing.face));
    this.#stand = markerFor(element, listing.point)
      .setZIndexOffset(2 * IN_FRONT)
      .addTo(this.#map);
  }

  /** Puts the focus on a pin, when it is still there. */
  focus(key: string): boolean {
    const button = this.#pins.get(key)?.button;
    button?.focus({preventScroll: true});
    return button !== undefined;
  }

  /** Puts the focus on the pin nearest to a place, or on the map when there is none. */
  focusNear({latitude, longitude}: LatLng): void {
    const from = this.#map.latLngToContainerPoint([latitude, longitude]);
    const apart = ({view}: Pin) => from.distanceTo(this.#map.latLngToContainerPoint([view.latitude, view.longitude]));
    const [nearest] = [...this.#pins.values()].sort((one, other) => apart(one) - apart(other));
    (nearest?.button ?? this.#map.getContainer()).focus({preventScroll: true});
  }

  #mark(isPointedAt: boolean) {
    for (const {button, marker} of this.#pointed) {
      button.classList.toggle('pin--pointed-at', isPointedAt);
      marker.setZIndexOffset(isPointedAt ? IN_FRONT : 0);
    }
  }

  #add(view: PinView): Pin {
    const button = document.createElement('button');
    button.type = 'button';
    const pin: Pin = {view, button, marker: markerFor(button, view)};
    let pressed = {x: 0, y: 0};
    button.addEventListener('pointerdown', ({screenX, screenY}) => {
      pressed = {x: screenX, y: screenY};
    });
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      // The end of a drag that began on a pin is no press. From the keyboard, `detail` is 0.
      const moved = event.detail > 0 ? Math.hypot(event.screenX - pressed.x, event.screenY - pressed.y) : 0;
      if (moved < STEADY_PIXELS) this.#events.onOpen(pin.view);
    });
    button.addEventListener('dblclick', (event) => event.stopPropagation());
    // Only for the keyboard: a pin that moves away under a pressed button is never clicked.
    button.addEventListener('focus', () => {
      if (button.matches(':focus-visible')) this.#events.onFocus(pin.view);
    });
    for (const type of ['mouseenter', 'focus']) button.addEventListener(type, () => this.#events.onPoint(pin.view));
    for (const type of ['mouseleave', 'blur']) button.addEventListener(type, () => this.#events.onPoint(null));
    pin.marker.addTo(this.#map);
    return pin;
  }
}

function holds({feature}: PinView, number: number) {
  return feature.type === 'listing' ? feature.number === number : (feature.numbers ?? []).includes(number);
}

function dress(pin: Pin, view: PinView) {
  if (pin.view !== view || pin.button.childElementCount === 0) {
    const {classList} = pin.button;
    classList.remove(...LOOKS.map((look) => `pin--${look}`));
    classList.add('pin', `pin--${view.look}`);
    pin.button.setAttribute('aria-label', view.label);
    pin.button.replaceChildren(faceOf(view.face));
  }
  pin.view = view;
}

function faceOf(words: string) {
  const face = document.createElement('span');
  face.className = 'pin__face';
  face.textContent = words;
  return face;
}

/** A marker that shows an element of ours; Leaflet only puts it in its place. */
function markerFor(element: HTMLElement, {latitude, longitude}: LatLng): Marker {
  const icon = new Icon({iconUrl: ''});
  icon.createIcon = () => element;
  icon.createShadow = () => null as unknown as HTMLElement;
  return new Marker([latitude, longitude], {icon, keyboard: false, interactive: false, autoPanOnFocus: false});
}
