import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button, InsetText, TextInput} from 'nhsuk-react-components';
import {OnwardList} from '../../components/onward/onward-list.tsx';
import {PassOnForm} from '../../components/onward/pass-on-form.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {searchDirectory} from '../../domain/directory/search-directory.server.ts';
import {getChosenService, getOnward, noteOnward, passOn, withdrawOnward} from '../../domain/onward/onward.server.ts';
import {readAnswer, readOnward, typedAnswer, typedOnward} from '../../domain/onward/read-onward.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {parseSearch} from '../../../search/search-schema.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {recordInWords, toOnwardView} from './onward-views.server.ts';

export const handle = {door: 'cases.onward'};

const DONE = {
  sent: 'It is on its way to them.',
  told: 'It is written down. Ask later how it went.',
  noted: 'It is written down.',
  withdrawn: 'Their link works no more.',
};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const found = await getOnward(context.sql, asker(context), idOf(params.id));
  if (!found) throw missing();
  const {header, outcode, needs, onward} = found;
  const asked = new URL(request.url).searchParams;
  const q = (asked.get('q') ?? '').slice(0, 200);
  const slug = asked.get('service');
  const service = slug ? await getChosenService(context.sql, asker(context), slug) : null;
  const near: Record<string, string> = outcode ? {near: outcode, within: '15'} : {};
  const search = q ? await searchDirectory(context, parseSearch(new URLSearchParams({q, ...near}))) : null;
  const held = await typedBefore(context, request);
  const fresh = {
    kind: 'supported',
    need: needs.length === 1 ? needs[0]!.key : '',
    to: service?.email ?? '',
    shared: service ? `${header.personName ?? 'Somebody we support'} would like to join ${service.name}.` : '',
    consent: '',
  };
  const heldAct = held?.get('act');
  return {
    title: 'Passing on',
    isIndexed: false,
    mustKnow: found.mustKnow,
    caseId: header.id,
    reference: header.reference,
    isOwn: header.isOwn,
    q,
    outcode,
    results: search?.answer.cards.slice(0, 10).map(({slug, name}) => ({slug, name})) ?? null,
    service: service && {slug: service.slug, name: service.name, record: recordInWords(service.record)},
    needs,
    onward: onward.map(toOnwardView),
    typed: held && heldAct === 'pass' ? typedOnward(held) : fresh,
    tried:
      held && heldAct === 'note'
        ? {id: String(held.get('onward')), typed: typedAnswer(held), problems: {} as Record<string, string>}
        : null,
    isHeld: held !== null,
    submission: newSubmission(),
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const id = idOf(params.id);
  const form = await request.formData();
  const from = sender(context, form, 'cases.onward');
  const here = (done: keyof typeof DONE) => redirect(`/caseload/cases/${id}/onward?done=${done}`, 303);
  const fresh = {submission: newSubmission(), typed: null, tried: null};
  if (form.get('act') === 'pass') {
    const slug = new URL(request.url).searchParams.get('service') ?? '';
    const service = await getChosenService(context.sql, asker(context), slug);
    if (!service) throw missing();
    const read = readOnward(form);
    if (!read.ok) return data({...fresh, typed: typedOnward(form), problems: read.problems}, {status: 422});
    const site = {siteAddress: siteAddress(context.config, request), siteSecret: context.siteSecret};
    const outcome = await passOn(context.sql, from, id, {service, made: read.value, ...site});
    if (outcome.ok) return here(read.value.sent ? 'sent' : 'told');
    if (outcome.reason === 'gone') throw missing();
    const consent = `Their record says that they do not agree to share with ${service.name}. Ask them, and write down there what they say.`;
    return data({...fresh, typed: typedOnward(form), problems: {consent}}, {status: 409});
  }
  const onward = idOf(String(form.get('onward')));
  if (form.get('act') === 'withdraw') {
    const outcome = await withdrawOnward(context.sql, from, id, onward);
    if (!outcome.ok) throw missing();
    return here('withdrawn');
  }
  const read = readAnswer(form);
  const refuse = (status: number, wrong: Record<string, string>) => {
    const problems = Object.fromEntries(Object.entries(wrong).map(([name, words]) => [`${name}-${onward}`, words]));
    return data({...fresh, tried: {id: onward, typed: typedAnswer(form), problems: wrong}, problems}, {status});
  };
  if (!read.ok) return refuse(422, read.problems);
  const outcome = await noteOnward(context.sql, from, id, onward, read.value);
  if (outcome.ok) return here('noted');
  if (outcome.reason === 'gone') throw missing();
  return refuse(409, {becomes: 'It has gone on meanwhile. This is how it stands now.'});
}

export const meta = pageMeta;

/** Passing somebody on to a service of the directory, and what its provider says. */
export default function PassingOn() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {caseId, isOwn, q, outcode, results, service} = page;
  const here = `/caseload/cases/${caseId}/onward`;
  const submission = answer?.submission ?? page.submission;
  return (
    <div className="page__inner caseload">
      <BackLink href={`/caseload/cases/${caseId}`}>Case {page.reference}</BackLink>
      <FormProblems problems={answer?.problems} />
      <h1>Passing on</h1>
      {page.isHeld && !answer && <HeldNotice />}
      {page.done && !answer && <InsetText role="status">{page.done}</InsetText>}
      {isOwn && service && (
        <PassOnForm
          service={service}
          needs={page.needs}
          typed={answer?.typed ?? page.typed}
          problems={answer?.typed ? answer.problems : {}}
          submission={submission}
        />
      )}
      {isOwn && (
        <form method="get" action={here} role="search">
          <TextInput
            id="q"
            name="q"
            label={service ? 'Look for another service' : 'Look for a service'}
            hint={outcode ? `Near ${outcode}. No names, please.` : 'No names, please.'}
            defaultValue={q}
            autoComplete="off"
          />
          <Button type="submit" secondary>
            Search
          </Button>
        </form>
      )}
      {results && (
        <ul>
          {results.map(({slug, name}) => (
            <li key={slug}>
              <a href={`${here}?service=${slug}`}>{name}</a>
            </li>
          ))}
          {results.length === 0 && <li>Nothing was found. Try other words.</li>}
        </ul>
      )}
      <section aria-labelledby="so-far">
        <h2 id="so-far">So far</h2>
        <OnwardList
          onward={page.onward}
          isOwn={isOwn}
          submission={submission}
          tried={answer ? answer.tried : page.tried}
        />
      </section>
    </div>
  );
}
