import type {Map as LeafletMap} from 'leaflet';

/**
 * Leaves the page its scrolling. One finger moves the page, two move the map; the wheel turns the page until the map has
 * been chosen by pressing on it or tabbing into it. `onOneFinger` is told when someone tries with one finger.
 */
export function shareGestures(leaflet: LeafletMap, onOneFinger: () => void): () => void {
  const element = leaflet.getContainer();
  const stop = new AbortController();
  const listen = (type: string, handle: (event: Event) => void) =>
    element.addEventListener(type, handle, {capture: true, passive: true, signal: stop.signal});

  // Which it is shows only with each press: many machines have both a mouse and a touch screen.
  listen('pointerdown', (event) => {
    if ((event as PointerEvent).pointerType === 'touch') leaflet.dragging.disable();
    else leaflet.dragging.enable();
  });
  listen('touchmove', (event) => {
    if ((event as TouchEvent).touches.length === 1) onOneFinger();
  });
  listen('focusin', () => leaflet.scrollWheelZoom.enable());
  listen('focusout', () => leaflet.scrollWheelZoom.disable());
  return () => stop.abort();
}
