import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink, Table, Tag} from 'nhsuk-react-components';
import {z} from 'zod';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {listEmergencies, OUTCOMES} from '../../domain/records/emergency-reviews.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf} from '../../http/staff.server.ts';

export const handle = {door: 'records.review'};

const REVIEWED = '/records/emergency?show=reviewed';

export async function loader({request, context}: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const isReviewed = query.get('show') === 'reviewed';
  const after = z.uuid().safeParse(query.get('after')).data ?? null;
  const page = await listEmergencies(context.sql, contextOf(context, 'records-review'), {isReviewed, after});
  const first = isReviewed ? REVIEWED : '/records/emergency';
  return {
    title: 'Emergency access',
    isIndexed: false,
    isReviewed,
    isSaved: query.has('saved'),
    emergencies: page.emergencies.map(({openingId, openedAt, staffName, partnerName, reference, outcome, isOwn}) => ({
      openingId,
      opened: momentInWords(openedAt),
      who: `${staffName}, ${partnerName}`,
      reference: reference ?? 'Not known',
      outcome: outcome && {isRight: outcome === 'appropriate', words: OUTCOMES[outcome]},
      isOwn,
    })),
    next: page.next ? `${first}${isReviewed ? '&' : '?'}after=${page.next}` : null,
    first: after ? first : null,
  };
}

export const meta = pageMeta;

/** Emergency access that waits for a review, and what was reviewed before. */
export default function EmergencyList() {
  const {isReviewed, isSaved, emergencies, next, first} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner records">
      <BackLink href="/records">Record checks</BackLink>
      <DoneBanner words={isSaved ? 'Your review is saved.' : null} />
      <h1>Emergency access</h1>
      <p className="reading__lede">
        In an emergency, someone may open a record for one hour without being let near it before. Each time is looked at
        afterwards.
      </p>
      <nav aria-label="Which" className="acts-more">
        <a href="/records/emergency" aria-current={isReviewed ? undefined : 'page'}>
          Waiting for a review
        </a>
        <a href={REVIEWED} aria-current={isReviewed ? 'page' : undefined}>
          Reviewed
        </a>
      </nav>
      {emergencies.length === 0 ? (
        <p>
          <strong>{isReviewed ? 'Nothing has been reviewed yet.' : 'Nothing waits for a review.'}</strong>
        </p>
      ) : (
        <Table
          responsive
          caption={isReviewed ? 'Reviewed, the latest first' : 'Waiting for a review, the longest first'}
          captionProps={{className: 'nhsuk-u-visually-hidden'}}
        >
          <Table.Head>
            <Table.Row>
              <Table.Cell>When</Table.Cell>
              <Table.Cell>Who</Table.Cell>
              <Table.Cell>Person</Table.Cell>
              <Table.Cell>{isReviewed ? 'Outcome' : 'Review'}</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {emergencies.map(({openingId, opened, who, reference, outcome, isOwn}) => (
              <Table.Row key={openingId}>
                <Table.Cell>{opened}</Table.Cell>
                <Table.Cell>{who}</Table.Cell>
                <Table.Cell>
                  <span className="act-person">{reference}</span>
                </Table.Cell>
                <Table.Cell>
                  {outcome && <Tag modifier={outcome.isRight ? 'green' : 'red'}>{outcome.words}</Tag>}{' '}
                  <a href={`/records/emergency/${openingId}`}>
                    {outcome ? 'Read it' : isOwn ? 'Your own' : 'Review it'}
                    <span className="nhsuk-u-visually-hidden">
                      : {who}, {opened}
                    </span>
                  </a>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      <nav aria-label="More" className="acts-more">
        {first && <a href={first}>Back to the first</a>}
        {next && <a href={next}>More</a>}
      </nav>
    </div>
  );
}
