import {Button} from 'nhsuk-react-components';

/** Other pages of what was found: forms, because the words must not stand in an address. */
export function FoundPages({words, page, pages}: {words: string; page: number; pages: number}) {
  if (pages <= 1) return null;
  return (
    <form method="post" action="/people" className="found-pages">
      <input type="hidden" name="words" value={words} />
      <span>
        Page {page} of {pages}
      </span>
      {page > 1 && (
        <Button type="submit" secondary name="page" value={page - 1}>
          Page before
        </Button>
      )}
      {page < pages && (
        <Button type="submit" secondary name="page" value={page + 1}>
          Next page
        </Button>
      )}
    </form>
  );
}
