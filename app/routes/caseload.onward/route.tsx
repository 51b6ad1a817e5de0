import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {PassingOnPage, type PassingOnAnswer} from '../../components/onward/passing-on-page.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {getChosenService} from '../../domain/onward/choose-service.server.ts';
import {getOnward, noteOnward, passOn, withdrawOnward} from '../../domain/onward/onward.server.ts';
import {readAnswer, readOnward, typedAnswer, typedOnward} from '../../domain/onward/read-onward.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing, sender} from '../people.record/people-request.server.ts';
import {beforeItGoes, findOnward, toOnwardView, toServiceView} from './onward-views.server.ts';

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
  const {header, near, needs, onward} = found;
  const asked = new URL(request.url).searchParams;
  const q = (asked.get('q') ?? '').trim().slice(0, 200);
  const slug = asked.get('service');
  const chosen = slug ? await getChosenService(context.sql, asker(context), slug) : null;
  const service = chosen && toServiceView(chosen);
  // What suits is looked for by itself until something is chosen.
  const isSearched = header.isOwn && (q !== '' || (!service && header.needs.length > 0));
  const held = await typedBefore(context, request);
  const heldAct = held?.get('act');
  const fresh = {
    kind: 'supported',
    need: needs.length === 1 ? needs[0]!.key : '',
    to: service?.addresses[0] ?? '',
    shared: service ? `${header.personName ?? 'Somebody we support'} would like to join ${service.name}.` : '',
    consent: '',
  };
  return {
    title: 'Passing on',
    isIndexed: false,
    mustKnow: found.mustKnow,
    ...{caseId: header.id, reference: header.reference, isOwn: header.isOwn, q, near: near ?? '', service, needs},
    found: isSearched ? await findOnward(context, {q, near: near ?? '', needs: header.needs}) : null,
    onward: onward.map(toOnwardView),
    answerWords: textFor('en').ownLinks.onward.form,
    typed: held && (heldAct === 'pass' || heldAct === 'preview') ? typedOnward(held) : fresh,
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
  const again = (status: number, changed: Partial<PassingOnAnswer>) =>
    data<PassingOnAnswer>(
      {submission: newSubmission(), typed: null, before: null, tried: null, problems: {}, ...changed},
      {status},
    );
  const act = form.get('act');
  if (act === 'change') return again(200, {typed: typedOnward(form)});
  if (act === 'preview' || act === 'pass') {
    const slug = new URL(request.url).searchParams.get('service') ?? '';
    const service = await getChosenService(context.sql, asker(context), slug);
    if (!service) throw missing();
    const typed = typedOnward(form);
    const read = readOnward(form);
    if (!read.ok) return again(422, {typed, problems: read.problems});
    if (act === 'preview' && read.value.sent)
      return again(200, {typed, before: beforeItGoes(context, service, read.value.sent)});
    const site = {siteAddress: siteAddress(context.config, request), siteSecret: context.siteSecret};
    const outcome = await passOn(context.sql, from, id, {service, made: read.value, ...site});
    if (outcome.ok) return here(read.value.sent ? 'sent' : 'told');
    if (outcome.reason === 'gone') throw missing();
    const consent = `Their record says that they do not agree to share with ${service.name}. Ask them, and write down there what they say.`;
    return again(409, {typed, problems: {consent}});
  }
  const onward = idOf(String(form.get('onward')));
  if (act === 'withdraw') {
    const outcome = await withdrawOnward(context.sql, from, id, onward);
    if (!outcome.ok) throw missing();
    return here('withdrawn');
  }
  const read = readAnswer(form);
  const refuse = (status: number, wrong: Record<string, string>) => {
    const problems = Object.fromEntries(Object.entries(wrong).map(([name, words]) => [`${name}-${onward}`, words]));
    return again(status, {tried: {id: onward, typed: typedAnswer(form), problems: wrong}, problems});
  };
  const words = textFor('en').ownLinks.onward;
  if (!read.ok) return refuse(422, {[read.field]: words.problems[read.field]});
  const outcome = await noteOnward(context.sql, from, id, onward, read.value);
  if (outcome.ok) return here('noted');
  if (outcome.reason === 'gone') throw missing();
  return refuse(409, {becomes: words.notNow});
}

export const meta = pageMeta;

/** Passing somebody on to a service of the directory. */
export default function PassingOn() {
  return <PassingOnPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
