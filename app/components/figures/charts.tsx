/** Charts as plain SVG, made on the server. Each has a name for a screen reader, and its table stands below it. */
import {scaleLinear, scalePoint} from 'd3-scale';
import {line} from 'd3-shape';
import type {SpcChart} from '../../domain/figures/spc.ts';

interface Bar {
  name: string;
  claimed: number | null;
  sustained: number | null;
  beside: number | null;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Whether the mark would stand in the words at the end of a bar. */
const isNear = (share: number, beside: number | null) => beside !== null && beside >= share && beside - share < 0.09;

/** Claimed and sustained side by side for each domain, with a mark at what stands beside them. */
export function ShareBars({bars}: {bars: Bar[]}) {
  const [width, left, row] = [720, 190, 56];
  const x = scaleLinear([0, 1], [left, width - 60]);
  const height = bars.length * row + 34;
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Claimed and sustained by domain">
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line className="chart__grid" x1={x(tick)} x2={x(tick)} y1={4} y2={height - 28} />
          <text className="chart__tick" x={x(tick)} y={height - 8} textAnchor="middle">
            {percent(tick)}
          </text>
        </g>
      ))}
      {bars.map(({name, claimed, sustained, beside}, place) => (
        <g key={name} transform={`translate(0 ${place * row + 8})`}>
          <text className="chart__name" x={left - 10} y={26} textAnchor="end">
            {name}
          </text>
          {claimed !== null && (
            <>
              <rect className="chart__claimed" x={left} y={4} width={x(claimed) - left} height={16} />
              <text
                className="chart__value"
                x={x(claimed) + (isNear(claimed, beside) ? 6 + x(beside!) - x(claimed) : 6)}
                y={17}
              >
                {percent(claimed)}
              </text>
            </>
          )}
          {sustained !== null && (
            <>
              <rect className="chart__sustained" x={left} y={22} width={x(sustained) - left} height={16} />
              <text
                className="chart__value"
                x={x(sustained) + (isNear(sustained, beside) ? 6 + x(beside!) - x(sustained) : 6)}
                y={35}
              >
                {percent(sustained)}
              </text>
            </>
          )}
          {beside !== null && <line className="chart__beside" x1={x(beside)} x2={x(beside)} y1={0} y2={42} />}
        </g>
      ))}
    </svg>
  );
}

/** How much of each, the names to the left. What is hidden is a short bar with a broken edge, however much it is. */
export function CountBars({
  bars,
  label,
  most,
  asText = (count) => count.toLocaleString('en-GB'),
}: {
  bars: {name: string; count: number | 'hidden' | null}[];
  label: string;
  /** What the longest bar may stand for; else the largest of them. */
  most?: number;
  asText?: (count: number) => string;
}) {
  const [width, row] = [720, 30];
  // Room for the longest name, at about seven to a letter of 13 pixels.
  const left = 24 + 7 * Math.max(12, ...bars.map(({name}) => name.length));
  const largest = most ?? Math.max(1, ...bars.map(({count}) => (typeof count === 'number' ? count : 0)));
  const x = scaleLinear([0, largest], [left, width - 64]);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${bars.length * row + 6}`} role="img" aria-label={label}>
      {bars.map(({name, count}, place) => {
        const isShown = typeof count === 'number';
        const end = isShown ? x(Math.min(count, largest)) : left + 24;
        return (
          <g key={name} transform={`translate(0 ${place * row + 4})`}>
            <text className="chart__name" x={left - 10} y={16} textAnchor="end">
              {name}
            </text>
            {count !== null && (
              <>
                <rect
                  className={isShown ? 'chart__claimed' : 'chart__hidden'}
                  x={left}
                  y={2}
                  width={Math.max(0, end - left)}
                  height={20}
                />
                <text className="chart__value" x={end + 6} y={17}>
                  {isShown ? asText(count) : 'hidden'}
                </text>
              </>
            )}
          </g>
        );
      })}
      <line className="chart__beside chart__beside--thin" x1={left} x2={left} y1={0} y2={bars.length * row + 2} />
    </svg>
  );
}

/** A week in squares: the darker, the more calls in that hour. */
export function HeatMap({heat, weekdays}: {heat: (number | null)[][]; weekdays: string[]}) {
  const [left, top, side] = [96, 22, 26];
  const most = Math.max(1, ...heat.flat().map((mean) => mean ?? 0));
  const shade = scaleLinear([0, most], [0.04, 1]);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${left + 24 * side + 4} ${top + 7 * side + 4}`}
      role="img"
      aria-label="Mean calls by weekday and hour"
    >
      {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
        <text key={hour} className="chart__tick" x={left + hour * side + side / 2} y={14} textAnchor="middle">
          {hour}
        </text>
      ))}
      {weekdays.map((name, weekday) => (
        <g key={name}>
          <text className="chart__name" x={left - 8} y={top + weekday * side + 18} textAnchor="end">
            {name}
          </text>
          {heat[weekday]!.map((mean, hour) => (
            <rect
              key={hour}
              className={mean === null ? 'chart__hidden' : 'chart__heat'}
              x={left + hour * side}
              y={top + weekday * side}
              width={side - 2}
              height={side - 2}
              fillOpacity={mean === null ? 1 : shade(mean)}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** The weeks as points between their limits; those with a sign of a cause are filled diamonds and larger. */
export function ControlChart({chart, weeks}: {chart: SpcChart; weeks: string[]}) {
  const [width, height, left, bottom] = [720, 280, 52, 34];
  const values = chart.points.map(({value}) => value);
  const low = Math.min(chart.lower, ...values);
  const high = Math.max(chart.upper, ...values);
  const y = scaleLinear([low, high], [height - bottom, 14]).nice();
  const x = scalePoint(weeks, [left + 8, width - 56]);
  const path =
    line<number>(
      (_value, place) => x(weeks[place]!) ?? 0,
      (value) => y(value),
    )(values) ?? '';
  const level = (value: number, name: string, kind: string) => (
    <g>
      <line className={kind} x1={left} x2={width - 52} y1={y(value)} y2={y(value)} />
      <text className="chart__tick" x={width - 48} y={y(value) + 4}>
        {name}
      </text>
    </g>
  );
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label="Claimed share week by week">
      {y.ticks(5).map((tick) => (
        <text key={tick} className="chart__tick" x={left - 8} y={y(tick) + 4} textAnchor="end">
          {`${(tick * 100).toFixed(0)} %`}
        </text>
      ))}
      {level(chart.mean, 'Mean', 'chart__mean')}
      {level(chart.upper, 'Limit', 'chart__limit')}
      {level(chart.lower, 'Limit', 'chart__limit')}
      <path className="chart__line" d={path} fill="none" />
      {chart.points.map(({value, causes}, place) => {
        const [across, down] = [x(weeks[place]!) ?? 0, y(value)];
        return causes.length > 0 ? (
          <rect
            key={weeks[place]}
            className="chart__cause"
            x={across - 5}
            y={down - 5}
            width={10}
            height={10}
            transform={`rotate(45 ${across} ${down})`}
          />
        ) : (
          <circle key={weeks[place]} className="chart__point" cx={across} cy={down} r={3.5} />
        );
      })}
      <text className="chart__tick" x={left} y={height - 8}>
        {weeks[0]}
      </text>
      <text className="chart__tick" x={width - 52} y={height - 8} textAnchor="end">
        {weeks.at(-1)}
      </text>
    </svg>
  );
}
