import type {CardView} from '../results/card-view.ts';
import type {MapBounds} from './map-data.ts';
import type {Tiles} from './ground.ts';
import type {Area} from './use-search-here.ts';

/** What the page of results tells its map. */
export interface ResultsMapProps {
  /** The search, as `/search/map` takes it. */
  query: string;
  /** By which an opened listing is counted. */
  searchId: string;
  place: {latitude: number; longitude: number; label: string} | null;
  /** Null for any distance, and beside a frame. */
  miles: number | null;
  /** What of the map was searched, where it was not a circle. */
  frame: MapBounds | null;
  cards: CardView[];
  /** Numbers of what is on the visitor's list. What is sent from the map is listened to by the page. */
  listed: ReadonlySet<number>;
  tiles: Tiles | null;
  /** The number of the card or pin that is pointed at or has the focus. */
  pointedAt: number | null;
  onPoint(number: number | null): void;
  /** Whether the list follows as the map is moved. */
  isFollowing: boolean;
  onFollow(isFollowing: boolean): void;
  onSearchArea(area: Area): void;
  /** The id of the search form, so that the setting is sent along with it. */
  form: string;
}
