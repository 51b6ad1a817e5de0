import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {mailTo} from '../../components/listing/listing-view.ts';
import {ReferStep} from '../../components/refer/refer-step.tsx';
import {listCommonNeeds, receiveReferral} from '../../domain/referrals/receive-referral.server.ts';
import {dropDraft, getDraft, keepTyped} from '../../domain/referrals/refer-drafts.server.ts';
import {readStep, stepsFor, typedOf, type Step} from '../../domain/referrals/refer-form.ts';
import {localeOf, turnsLanguage} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {namedIn} from '../../i18n/term-names.ts';
import {endTokenCookie, tokenOf} from './refer-cookie.server.ts';
import {fieldsOf, headingOf, problemsInWords, summaryOf} from './step-view.server.ts';

export const handle = {door: 'refer'};

/** What this visitor is writing. Whoever has nothing begins; whoever has sent it sees that it was. */
async function draftOf({request, context}: LoaderFunctionArgs) {
  const token = tokenOf(request);
  const draft = token ? await getDraft(context.sql, token) : null;
  if (!token || !draft || draft.kind !== 'public') throw redirect('/refer', 303);
  if (draft.sentReference) throw redirect('/refer/sent', 303);
  return {token, ...draft};
}

function stepIn(request: Request, typed: Record<string, string>): Exclude<Step, 'professional'> {
  const asked = new URL(request.url).searchParams.get('step');
  return stepsFor(typed).find((step) => step === asked) ?? 'who';
}

export async function loader(args: LoaderFunctionArgs) {
  const {request, context} = args;
  const {refer: words, terms} = textFor(localeOf(request));
  const {token, typed} = await draftOf(args);
  const steps = stepsFor(typed);
  const step = stepIn(request, typed);
  const place = steps.indexOf(step);
  const needs = namedIn(terms.need, await listCommonNeeds(context.sql));
  const {next, back, send, optional, errorTitle, errorPrefix, keepTitle, keepLede, keepMail, keepForget, trap} = words;
  const {change, urgent} = words;
  const link = `${siteAddress(context.config, request)}/refer/back/${token}`;
  return data(
    {
      title: headingOf(step, typed, words),
      isIndexed: false,
      keepsForm: 'refer',
      step,
      heading: headingOf(step, typed, words),
      stepOf: words.stepOf(place + 1, steps.length),
      previous: steps[place - 1] ?? null,
      fields: fieldsOf(step, typed, words, needs),
      typed,
      summary: step === 'check' ? summaryOf(steps, typed, words, needs) : [],
      link,
      mail: mailTo(words.keepMailSubject, link),
      words: {
        next,
        back,
        send,
        optional,
        errorTitle,
        errorPrefix,
        keepTitle,
        keepLede,
        keepMail,
        keepForget,
        trap,
        change,
        urgent,
      },
    },
    {headers: {'Cache-Control': 'no-store'}},
  );
}

export async function action(args: ActionFunctionArgs) {
  const {request, context} = args;
  const words = textFor(localeOf(request)).refer;
  const {token, typed: before} = await draftOf(args);
  const form = await request.formData();
  if (form.has('forget')) {
    await dropDraft(context.sql, token);
    return redirect('/refer', {status: 303, headers: {'Set-Cookie': endTokenCookie(context.config)}});
  }
  const step = stepIn(request, before);
  const typed = {...before, ...typedOf(step, form)};
  if (!(await isWithinRate('refer-pages', context.address)))
    return data({typed, problems: {[Object.keys(typedOf(step, form))[0] ?? 'agree']: words.tooMany}}, {status: 429});
  // Kept first, whatever is wrong with it.
  await keepTyped(context.sql, token, typedOf(step, form));
  if (turnsLanguage(form)) return redirect(`/refer/form?step=${step}`, 303);
  const {problems} = readStep(step, typed, today());
  if (Object.keys(problems).length > 0) return data({typed, problems: problemsInWords(problems, words)}, {status: 422});
  const steps = stepsFor(typed);
  if (step !== 'check') return redirect(`/refer/form?step=${steps[steps.indexOf(step) + 1]}`, 303);
  const received = await receiveReferral(context.sql, {
    token,
    trap: String(form.get('website') ?? ''),
    isWithinRate: await isWithinRate('referrals', context.address),
    address: context.address,
    baseUrl: siteAddress(context.config, request),
    today: today(),
  });
  if (received.ok) return redirect('/refer/sent', 303);
  if (received.reason === 'problems') return redirect(`/refer/form?step=${received.step}`, 303);
  if (received.reason === 'nobody') return data({typed, problems: {agree: words.nobody}}, {status: 503});
  return redirect('/refer', 303);
}

export const meta = pageMeta;

/** The form, one page after the other. */
export default function ReferForm() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <ReferStep {...shown} typed={refused?.typed ?? shown.typed} problems={refused?.problems ?? {}} />;
}
