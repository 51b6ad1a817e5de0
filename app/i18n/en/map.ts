import {plural} from '../plural.ts';

/** The map beside the results. */
export const map = {
  title: 'Map of the results',
  howTo: 'The arrow keys move the map. Plus and minus make it larger and smaller. Tab goes to the pins.',
  skip: 'Skip the pins',
  zoomIn: 'Look closer',
  zoomOut: 'See more around',
  showAll: 'Show everything',
  twoFingers: 'Use two fingers to move the map',
  loading: 'Looking…',
  failed: 'We could not fetch what belongs on the map.',
  retry: 'Try again',
  searchHere: 'Search this area',
  follow: 'Keep the list in step as I move the map',
  away: (miles: number) => {
    const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
    return rounded < 0.1 ? 'Very near' : plural('en', rounded, {one: '# mile away', other: '# miles away'});
  },

  // What can be pointed at.
  pinInList: (letter: string, name: string) => `${letter}: ${name}`,
  together: (count: number) => plural('en', count, {one: '# result', other: '# results'}),
  togetherNear: (count: number, place: string) =>
    plural('en', count, {one: `# result near ${place}`, other: `# results near ${place}`}),
  lookCloser: (what: string) => `${what}. Look closer.`,
  openList: (what: string) => `${what}. Show them.`,
  close: 'Close',
  alsoHere: (count: number) => plural('en', count, {one: '# thing here', other: '# things here'}),
  fetchingNames: 'Fetching the names…',
  more: (count: number) => `And ${count.toLocaleString('en')} more, which are in the list of results.`,

  // Under the map.
  summary: (shown: number) =>
    plural('en', shown, {
      one: 'The one result with a place is on the map.',
      other: 'All # results with a place are on the map.',
    }),
  nothing: 'Nothing to show on the map.',
  withoutPlace: (count: number) =>
    plural('en', count, {
      one: 'One more has no place to show: it comes to you, or is by phone or online. It is in the list.',
      other: '# more have no place to show: they come to you, or are by phone or online. They are in the list.',
    }),
  inView: 'List what is in view',
  hideInView: 'Hide the list of what is in view',
  inViewTitle: 'In view on the map',
  inViewCount: (count: number) => plural('en', count, {one: 'One place is in view.', other: '# places are in view.'}),
  nothingInView: 'Nothing is in view here.',
  plain: 'This is a simple map: places and distances, without streets.',
  tilesFailed:
    'The pictures of the map could not be fetched, so you see a simple one: places and distances, without streets.',

  scale: {
    miles: (miles: number) => plural('en', miles, {one: '# mile', other: '# miles'}),
    halfMile: '½ mile',
    quarterMile: '¼ mile',
    yards: (yards: number) => `${yards} yards`,
    label: (length: string) => `Scale: the bar is ${length} long.`,
  },
};
