/** The small map on the page of a listing. */
export const placeMap = {
  directions: [
    'north',
    'north-east',
    'east',
    'south-east',
    'south',
    'south-west',
    'west',
    'north-west',
  ] satisfies readonly string[],
  inPlace: (place: string) => `It is in ${place}.`,
  fromPlace: (miles: string, direction: string, place: string) => `It is about ${miles} ${direction} of ${place}.`,
  somewhere: 'Where it is.',
  severalPlaces: (count: number) => `It happens in ${count} places, shown here.`,
  title: (whereabouts: string) => `Simple map. ${whereabouts}`,
  miles: (miles: number) => {
    const rounded = miles < 10 ? miles.toFixed(1).replace(/\.0$/, '') : String(Math.round(miles));
    return rounded === '1' ? '1 mile' : `${rounded} miles`;
  },
};
