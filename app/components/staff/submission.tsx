/**
 * The hidden number of a form, so that it counts once however often it is sent. Browsers like to put back what a field
 * held before a reload; here that would be the number of a form that has been sent already.
 */
export function Submission({number}: {number: string}) {
  return <input type="hidden" name="submission" value={number} autoComplete="off" />;
}
