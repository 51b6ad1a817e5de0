import {useText} from '../../i18n/text-context.tsx';

/** When a page is missing or broken: say so kindly and offer the ways on. */
export function ProblemPage({isMissing}: {isMissing: boolean}) {
  const {shell} = useText();
  const {problem} = shell;
  return (
    <div className="reading">
      <h1>{isMissing ? problem.missingTitle : problem.brokenTitle}</h1>
      <p>{isMissing ? problem.missing : problem.broken}</p>
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
