/** When a private link holds no more: what may have happened, and who helps. */
export function LinkGone({title, words}: {title: string; words: string}) {
  return (
    <div className="answer-page">
      <h1>{title}</h1>
      <p>{words}</p>
    </div>
  );
}
