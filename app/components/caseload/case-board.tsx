import type {CaseCardView} from './caseload-view.ts';
import {ConcernOnCard} from './raise-concern.tsx';

export interface BoardCardView extends CaseCardView {
  flags: string[];
  /** Where it can be moved; none where it is another organisation's, or nothing moves it by hand. */
  moves: {to: string; words: string}[];
}

export interface BoardColumnView {
  key: string;
  name: string;
  count: number;
  page: number;
  pages: number;
  previous: string | null;
  next: string | null;
  cards: BoardCardView[];
}

/** Cases by how they stand: a column each. A card is moved by an ordinary form, which asks what the new place needs. */
export function CaseBoard({columns, back}: {columns: BoardColumnView[]; back: string}) {
  return (
    <div className="board">
      {columns.map(({key, name, count, page, pages, previous, next, cards}) => (
        <section
          key={key}
          className={count === 0 ? 'board__column board__column--empty' : 'board__column'}
          aria-labelledby={`column-${key}`}
        >
          <h2 id={`column-${key}`}>
            {name} <span className="day-part__count">{count}</span>
          </h2>
          {cards.length === 0 && <p className="board__empty">Nobody</p>}
          <ul role="list">
            {cards.map((card) => (
              <BoardCard key={card.id} card={card} back={back} />
            ))}
          </ul>
          {pages > 1 && (
            <nav className="board__pages" aria-label={`Pages of ${name}`}>
              {previous && <a href={previous}>Before</a>}
              <span>
                {page} of {pages}
              </span>
              {next && <a href={next}>More</a>}
            </nav>
          )}
        </section>
      ))}
    </div>
  );
}

function BoardCard({card, back}: {card: BoardCardView; back: string}) {
  const {id, name, due, next, flags, moves, worker, waiting} = card;
  return (
    <li className={`case-card case-card--${due?.state ?? 'none'} board-card`}>
      <h3 className="case-card__name" id={`case-${id}`}>
        <a href={`/caseload/cases/${id}`}>{name}</a>
      </h3>
      <p className="board-card__next">{next}</p>
      {due && (
        <p className={`due due--${due.state}`} title={due.day}>
          {due.words}
        </p>
      )}
      {flags.length > 0 && (
        <ul className="board-card__flags" role="list" aria-label="Flags">
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
      <p className="case-card__facts">{[worker, waiting].filter(Boolean).join(' · ')}</p>
      <div className="board-card__acts">
        {moves.length > 0 && (
          <details className="board-card__move">
            <summary>
              Move<span className="nhsuk-u-visually-hidden"> {name}</span>
            </summary>
            <form method="get" action={`/caseload/cases/${id}/move`}>
              <input type="hidden" name="back" value={back} />
              {moves.map(({to, words}) => (
                <button key={to} type="submit" name="to" value={to} className="act">
                  {words}
                </button>
              ))}
            </form>
          </details>
        )}
        <ConcernOnCard of={`/caseload/cases/${id}`} card={`case-${id}`} />
      </div>
    </li>
  );
}
