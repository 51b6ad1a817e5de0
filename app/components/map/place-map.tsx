import type {PlaceMapView} from './place-map-view.ts';

/** A small map that is only a drawing: no script, no pictures from anywhere. */
export function PlaceMap({view: {width, height, title, whereabouts, pins, names, scale}}: {view: PlaceMapView}) {
  return (
    <figure className="place-map">
      <svg className="place-map__drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <rect className="place-map__ground" x="0.5" y="0.5" width={width - 1} height={height - 1} rx="8" />
        {names.map(({words, kind, x, y, side, textX, textY}) => (
          <g key={`${words} ${x}`} className={`place-map__name place-map__name--${kind}`}>
            <circle cx={x} cy={y} r={kind === 'town' || kind === 'city' ? 4 : 3} />
            <text className={`place-map__words--${side}`} x={textX} y={textY}>
              {words}
            </text>
          </g>
        ))}
        {pins.map(({x, y}) => (
          <path
            key={`${x} ${y}`}
            className="place-map__pin"
            transform={`translate(${x} ${y})`}
            d="M0 0C-3-8-13-14-13-23a13 13 0 0 1 26 0C13-14 3-8 0 0Zm0-17.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z"
          />
        ))}
        <g className="place-map__scale" transform={`translate(10 ${height - 10})`}>
          <text y="-11">{scale.words}</text>
          <path d={`M0-6V0H${scale.pixels}V-6`} />
        </g>
      </svg>
      <figcaption className="place-map__caption">{whereabouts}</figcaption>
    </figure>
  );
}
