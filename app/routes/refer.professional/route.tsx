import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {ReferWhole} from '../../components/refer/refer-whole.tsx';
import {makeToken} from '../../domain/access/secrets.server.ts';
import {followedLink} from '../../domain/referrals/own-link.ts';
import {listCommonNeeds, receiveReferral} from '../../domain/referrals/receive-referral.server.ts';
import {ensureDraft, keepTyped} from '../../domain/referrals/refer-drafts.server.ts';
import {readStep, typedOf} from '../../domain/referrals/refer-form.ts';
import {turnsLanguage} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {readToken, tokenCookie} from '../refer.form/refer-cookie.server.ts';
import {fieldsOf, problemsInWords} from '../refer.form/step-view.server.ts';

export const handle = {door: 'refer'};

/** Whoever refers in their work reads English: the page says so of itself, whatever language the site round it speaks. */
const words = textFor('en').refer;

export async function loader({request, context}: LoaderFunctionArgs) {
  const {
    optional,
    errorTitle,
    errorPrefix,
    trap,
    urgent,
    professionalIntro: intro,
    parts,
    sendProfessional: send,
  } = words;
  return data(
    {
      title: words.professionalTitle,
      isIndexed: false,
      keepsForm: 'refer',
      // Made when it is shown: sent twice, it is one referral.
      token: makeToken(),
      fields: fieldsOf('professional', {}, words, await listCommonNeeds(context.sql)),
      // The link that an organisation puts on its own site says who they are.
      typed: {...followedLink(new URL(request.url).searchParams), urgency: 'routine'},
      words: {optional, errorTitle, errorPrefix, trap, urgent, intro, parts, send},
    },
    {headers: {'Cache-Control': 'no-store'}},
  );
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const token = readToken(form.get('token')) ?? makeToken();
  const typed = typedOf('professional', form);
  if (turnsLanguage(form)) return data({token, typed, problems: {}});
  const {problems} = readStep('professional', typed, today());
  if (Object.keys(problems).length > 0)
    return data({token, typed, problems: problemsInWords(problems, words)}, {status: 422});
  if (!(await isWithinRate('refer-pages', context.address)))
    return data({token, typed, problems: {reason: words.tooMany}}, {status: 429});
  await ensureDraft(context.sql, token, 'professional');
  await keepTyped(context.sql, token, typed);
  const received = await receiveReferral(context.sql, {
    token,
    trap: String(form.get('website') ?? ''),
    isWithinRate: await isWithinRate('referrals', context.address),
    address: context.address,
    baseUrl: siteAddress(context.config, request),
    today: today(),
  });
  if (!received.ok) return data({token, typed, problems: {reason: words.nobody}}, {status: 503});
  return redirect('/refer/sent', {status: 303, headers: {'Set-Cookie': tokenCookie(token, context.config)}});
}

export const meta = pageMeta;

/** A referral by somebody who refers in their work: one page. */
export default function ReferProfessional() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ReferWhole
      {...shown}
      token={refused?.token ?? shown.token}
      typed={refused?.typed ?? shown.typed}
      problems={refused?.problems ?? {}}
    />
  );
}
