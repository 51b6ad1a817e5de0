import {useText} from '../../i18n/text-context.tsx';

/** When a page is missing or broken, or the site could not be reached: say so kindly and offer the ways on. */
export function ProblemPage({what}: {what: 'missing' | 'broken' | 'unreached'}) {
  const {shell} = useText();
  const {problem} = shell;
  return (
    <div className="reading">
      <h1>{problem[`${what}Title`]}</h1>
      <p>{problem[what]}</p>
      {what !== 'missing' && (
        <p>
          {/* eslint-disable-next-line jsx-a11y/anchor-is-valid -- an empty address is this page: it is fetched anew */}
          <a href="">{problem.tryAgain}</a>
        </p>
      )}
      <p>{problem.helpInstead}</p>
      <ul>
        <li>
          <a href="/search">{shell.search}</a>
        </li>
        <li>
          <a href="/talk">{shell.talk}</a>
        </li>
        <li>
          <a href="/">{problem.backHome}</a>
        </li>
      </ul>
    </div>
  );
}
