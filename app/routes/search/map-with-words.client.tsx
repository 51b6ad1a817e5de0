import ResultsMap from '../../components/map/results-map.client.tsx';
import type {ResultsMapProps} from '../../components/map/results-map-props.ts';
import {map} from '../../i18n/en/map.ts';
import {MoreWords} from '../../i18n/more-words.tsx';

const WORDS = {map};

/** The map and its words, which are fetched together. */
export default function MapWithWords(props: ResultsMapProps) {
  return (
    <MoreWords words={WORDS}>
      <ResultsMap {...props} />
    </MoreWords>
  );
}
