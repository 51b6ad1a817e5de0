import {data, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, TextInput} from 'nhsuk-react-components';
import {FoundList} from '../../components/people/found-list.tsx';
import styles from '../../components/people/people.scss?url';
import {foundInWords} from '../../components/people/person-words.ts';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {findPeople} from '../../domain/people/find-people.server.ts';
import {SEARCH_LIMIT} from '../../domain/people/search-words.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {FoundPages} from './found-pages.tsx';

export const handle = {door: 'people.find'};
export const links = () => [{rel: 'stylesheet', href: styles}];

/** No call needs as many. */
const TOO_OFTEN = 'You have searched very often in the last minute. Wait a moment, then try again';

export async function loader({request, context}: LoaderFunctionArgs) {
  const held = await typedBefore(context, request);
  return {
    title: 'Find a person',
    isIndexed: false,
    limit: SEARCH_LIMIT,
    typed: String(held?.get('words') ?? '').slice(0, SEARCH_LIMIT),
  };
}

/** Looking is a POST: what is typed about someone never stands in an address. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const words = String(form.get('words') ?? '').slice(0, SEARCH_LIMIT);
  const problems = {words: 'Enter a name, a birth date, a number or a postcode'};
  if (words.trim() === '') return data({words, problems, found: null}, {status: 422});
  if (!(await isWithinRate('find-people', staffOf(context).staffId))) {
    return data({words, problems: {words: TOO_OFTEN}, found: null}, {status: 429});
  }
  const {people, ...found} = await findPeople(context.sql, words, Number(form.get('page') ?? 1), {
    ...asker(context),
    today: today(),
  });
  if (found.kinds.length === 0) return data({words, problems, found: null}, {status: 422});
  const shown = people.map((person) => foundInWords(person, today()));
  return data({words, problems: null, found: {...found, people: shown}});
}

export const meta = pageMeta;

/** One box for whatever is known of someone. */
export default function FindPerson() {
  const {typed, limit} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? undefined;
  const found = answer?.found;
  return (
    <div className="page__inner">
      <FormProblems problems={problems} />
      <h1>Find a person</h1>
      {typed && !answer && <HeldNotice />}
      <form method="post" action="/people" className="people-search" role="search" noValidate>
        <TextInput
          id="words"
          name="words"
          label="Name, birth date, NHS number, telephone, postcode or reference"
          hint="Any of these, in any order. For example: Peggy Sample 12/3/1950"
          defaultValue={answer?.words ?? typed}
          error={problems?.words}
          autoComplete="off"
          spellCheck={false}
          maxLength={limit}
        />
        <Button type="submit">Find</Button>
      </form>
      {found && (
        <section className="people-after" aria-labelledby="found">
          <h2 id="found" tabIndex={-1}>
            {countInWords(found.total, found.isTooMany)}
          </h2>
          {found.isTooMany && <p>Add something more, such as a birth date or a postcode, to find the right one.</p>}
          <FoundList people={found.people} />
          <FoundPages words={answer.words} page={found.page} pages={found.pages} />
        </section>
      )}
      <p className="people-after">
        Not here? <a href="/people/new">Write down someone new</a>. In an emergency, you can{' '}
        <a href="/people-emergency">look in the whole area</a>.
      </p>
    </div>
  );
}

function countInWords(total: number, isTooMany: boolean): string {
  if (total === 0) return 'Nobody was found';
  if (isTooMany) return `More than ${total} people`;
  return total === 1 ? '1 person' : `${total} people`;
}
