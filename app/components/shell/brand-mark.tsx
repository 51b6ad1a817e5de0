/** Our own sign: a post with two fingers, one each way. */
export function BrandMark() {
  return (
    <svg className="brand__mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path className="brand__post" d="M18 3h4v34h-4z" />
      <path className="brand__finger" d="M8 7h23l6 5-6 5H8z" />
      <path className="brand__finger brand__finger--other" d="M32 20H11l-6 4.5 6 4.5h21z" />
    </svg>
  );
}
