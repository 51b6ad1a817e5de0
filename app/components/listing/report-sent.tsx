import type {ReportWords} from './report-form.tsx';

/** Thanks, and what happens next. */
export function ReportSent({path, words}: {path: string; words: ReportWords}) {
  return (
    <div className="reading report">
      <h1>{words.sentTitle}</h1>
      <p>{words.sent}</p>
      <p>{words.urgent}</p>
      <ul className="report__ways" role="list">
        <li>
          <a href={path}>{words.back}</a>
        </li>
        <li>
          <a href="/talk">{words.talk}</a>
        </li>
      </ul>
    </div>
  );
}
