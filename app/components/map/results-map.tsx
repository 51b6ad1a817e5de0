import type {CardView} from '../results/card-view.ts';

export interface ResultsMapProps {
  /** The search, as `/search/map` takes it. */
  query: string;
  place: {latitude: number; longitude: number; label: string} | null;
  cards: CardView[];
  /** The number of the card or pin that is pointed at or has the focus. */
  pointedAt: number | null;
  onPoint(number: number | null): void;
}

/** The map beside the results. */
export default function ResultsMap(_props: ResultsMapProps) {
  return <div className="results-map" />;
}
