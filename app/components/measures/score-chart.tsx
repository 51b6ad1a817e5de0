import {scaleLinear} from 'd3-scale';
import {line} from 'd3-shape';

interface ChartPoint {
  /** 'YYYY-MM-DD' */
  on: string;
  day: string;
  occasion: string;
  value: number;
  band: string | null;
}

export interface ScoreChartProps {
  id: string;
  name: string;
  least: number;
  most: number;
  better: 'higher' | 'lower';
  points: ChartPoint[];
  /** 'From 16 to 22: better by 6, more than the scale’s own wobble'; null with fewer than two. */
  change: string | null;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [420, 190, 40, 24, 14, 32];

/** One score over time. A single one makes no line: it is said. */
export function ScoreChart(score: ScoreChartProps) {
  const [only, next] = score.points;
  return only && !next ? <OneScore {...score} point={only} /> : <Chart {...score} />;
}

function OneScore({id, name, least, most, better, point}: ScoreChartProps & {point: ChartPoint}) {
  const {value, band, occasion, day} = point;
  return (
    <section className="score" aria-labelledby={`score-${id}`}>
      <h3 id={`score-${id}`}>{name}</h3>
      <p className="score__change">
        <strong className="score__only">{value}</strong>
        {band && ` (${band})`} {occasion.toLowerCase()}, {day}
      </p>
      <p className="score__range">
        {least} to {most}; {better} is better.
      </p>
    </section>
  );
}

/** A line with its points, drawn on the server, and the same as a table. */
function Chart({id, name, least, most, better, points, change}: ScoreChartProps) {
  const times = points.map(({on}) => Date.parse(on));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  // One point stands in the middle.
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [LEFT + 16, WIDTH - RIGHT - 16]);
  const y = scaleLinear([least, most], [HEIGHT - BOTTOM, TOP]);
  const path = line<ChartPoint>(
    ({on}) => x(Date.parse(on)),
    ({value}) => y(value),
  )(points);
  return (
    <section className="score" aria-labelledby={`score-${id}`}>
      <h3 id={`score-${id}`}>{name}</h3>
      {change && <p className="score__change">{change}</p>}
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name} over time`}>
        {[least, (least + most) / 2, most].map((tick) => (
          <g key={tick}>
            <line className="chart__grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text className="chart__tick" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        <path className="chart__line" d={path ?? ''} fill="none" />
        {points.map(({on, value}, place) => (
          <g key={`${on}-${place}`}>
            <circle className="chart__point" cx={x(Date.parse(on))} cy={y(value)} r={5} />
            <text
              className="chart__value"
              x={x(Date.parse(on))}
              y={y(value) < TOP + 18 ? y(value) + 20 : y(value) - 10}
              textAnchor="middle"
            >
              {value}
            </text>
          </g>
        ))}
        <text className="chart__tick" x={LEFT} y={HEIGHT - 8}>
          {points[0]?.day}
        </text>
        {points.length > 1 && (
          <text className="chart__tick" x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
            {points.at(-1)?.day}
          </text>
        )}
      </svg>
      <details className="score__table">
        <summary>
          As a table<span className="nhsuk-u-visually-hidden">: {name}</span>
        </summary>
        <table className="nhsuk-table">
          <caption className="nhsuk-u-visually-hidden">
            {name}, {least} to {most}, {better} is better
          </caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">When</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({on, day, occasion, value, band}, place) => (
              <tr key={`${on}-${place}`}>
                <th scope="row">{day}</th>
                <td>{occasion}</td>
                <td>
                  {value}
                  {band && ` (${band})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          {least} to {most}; {better} is better.
        </p>
      </details>
    </section>
  );
}
