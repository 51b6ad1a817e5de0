import {boardPath, listPath, type Chosen} from './list-filters.tsx';

/** The same cases in two ways: the filters go along. */
export function ListOrBoard({here, chosen}: {here: 'list' | 'board'; chosen: Chosen}) {
  return (
    <ul className="list-or-board" role="list" aria-label="Show as">
      <li>
        <a href={listPath(chosen)} aria-current={here === 'list' ? 'page' : undefined}>
          List
        </a>
      </li>
      <li>
        <a href={boardPath(chosen)} aria-current={here === 'board' ? 'page' : undefined}>
          Board
        </a>
      </li>
    </ul>
  );
}
