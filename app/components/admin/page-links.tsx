import {Pagination} from 'nhsuk-react-components';

interface PageLinksProps {
  /** From 1. */
  page: number;
  pages: number;
  href(page: number): string;
}

/** To the page before and the page after; nothing when there is one page only. */
export function PageLinks({page, pages, href}: PageLinksProps) {
  if (pages <= 1) return null;
  const where = (number: number) => `${number} of ${pages}`;
  return (
    <Pagination aria-label="Pages">
      {page > 1 && (
        <Pagination.Link previous href={href(page - 1)} labelText={where(page - 1)}>
          Previous page
        </Pagination.Link>
      )}
      {page < pages && (
        <Pagination.Link next href={href(page + 1)} labelText={where(page + 1)}>
          Next page
        </Pagination.Link>
      )}
    </Pagination>
  );
}
