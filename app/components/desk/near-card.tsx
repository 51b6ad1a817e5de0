import type {ReactNode} from 'react';
import {KeyHint} from '../staff/key-hint.tsx';
import type {NearView} from './near-view.ts';

interface NearCardProps {
  card: NearView;
  /** The figure that gives it, and takes it back. */
  figure: number;
  isGiven: boolean;
  onGive(): void;
}

/** A service beside the call: enough to tell the caller, and all the rest without leaving the call. */
export function NearCard({card, figure, isGiven, onGive}: NearCardProps) {
  return (
    <li className={isGiven ? 'near-card near-card--given' : 'near-card'}>
      <h3 className="near-card__name" id={`near-${card.id}`}>
        {card.name}
      </h3>
      <p className="near-card__place">
        {card.distance ?? card.where}
        {card.phone && <strong className="near-card__phone">{card.phone}</strong>}
      </p>
      <dl className="near-card__facts">
        <Fact label="Open">{card.when ?? 'Ask for times'}</Fact>
        <Fact label="Cost">{card.cost}</Fact>
        {card.space && (
          <Fact label="Space">
            <span className={card.space.isFull ? 'near-card__full' : undefined}>{card.space.words}</span>
          </Fact>
        )}
        <Fact label="Join">{card.joining}</Fact>
      </dl>
      <div className="near-card__foot">
        <label className="give">
          <input
            type="checkbox"
            name="services"
            value={card.id}
            checked={isGiven}
            onChange={onGive}
            aria-describedby={`near-${card.id}`}
            aria-keyshortcuts={String(figure)}
          />
          <span>{isGiven ? 'Given' : 'Give'}</span>
          <KeyHint name={String(figure)} />
        </label>
        <details className="near-card__more">
          <summary>
            More<span className="nhsuk-u-visually-hidden"> about {card.name}</span>
          </summary>
          {card.organisation && <p>By {card.organisation}</p>}
          <p>{card.summary}</p>
          <ul role="list">
            {card.times.map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>{card.where}</li>
            <li>{card.checked.words}</li>
          </ul>
          <p>
            <a href={card.href} target="_blank" rel="noreferrer">
              Its own page<span className="nhsuk-u-visually-hidden"> for {card.name}</span> (opens a new tab)
            </a>
          </p>
        </details>
      </div>
    </li>
  );
}

function Fact({label, children}: {label: string; children: ReactNode}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
