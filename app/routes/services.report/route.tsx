import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {randomUUID} from 'node:crypto';
import {ReportForm} from '../../components/listing/report-form.tsx';
import {ReportSent} from '../../components/listing/report-sent.tsx';
import {readReport, readReportId} from '../../domain/directory/listing-report-schema.ts';
import {recordListingReport} from '../../domain/directory/listing-report.server.ts';
import {localeOf, turnsLanguage} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {isSecure} from '../../http/secure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {findListing} from '../services.listing/find-listing.server.ts';
import {forgetForm, formIdOf, rememberForm} from './form-cookie.server.ts';

export const handle = {door: 'directory'};

export {ListingProblem as ErrorBoundary} from '../services.listing/listing-problem.tsx';

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const text = textFor(localeOf(request));
  const listing = await findListing(context.sql, params.slug, text);
  const isSent = new URL(request.url).searchParams.has('sent');
  const {lede, back, ...words} = text.reportForm;
  const path = `/services/${listing.slug}`;
  // The number is made here, not when the form is sent: sent twice, or from two tabs, it is still one report.
  const id = formIdOf(request) ?? randomUUID();
  const headers = isSent ? undefined : {'Set-Cookie': rememberForm(id, path, isSecure(context.config))};
  return data(
    {
      title: isSent ? words.sentTitle : `${words.title} – ${listing.name}`,
      isIndexed: false,
      isSent,
      keepsForm: isSent ? undefined : 'report',
      id,
      path,
      words: {...words, lede: lede(listing.name), back: back(listing.name)},
    },
    {headers},
  );
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const text = textFor(localeOf(request));
  const listing = await findListing(context.sql, params.slug, text);
  const form = await request.formData();
  const id = readReportId(form.get('id')) ?? randomUUID();
  const typed = {problem: String(form.get('problem') ?? ''), message: String(form.get('message') ?? '')};
  if (turnsLanguage(form)) return data({errors: {}, typed, id});
  const read = readReport(form);
  if (!read.ok) return data({errors: read.errors, typed, id}, {status: 422});
  if (!(await isWithinRate('public-reports', context.address)))
    return data({errors: {message: 'tooMany' as const}, typed, id}, {status: 429});
  await recordListingReport(context.sql, id, listing.id, read.report);
  const path = `/services/${listing.slug}`;
  return redirect(`${path}/report?sent`, {
    status: 303,
    headers: {'Set-Cookie': forgetForm(path, isSecure(context.config))},
  });
}

export const meta = pageMeta;

export default function Report() {
  const {isSent, id, path, words} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isSent) return <ReportSent path={path} words={words} />;
  return (
    <ReportForm id={refused?.id ?? id} path={path} words={words} errors={refused?.errors} typed={refused?.typed} />
  );
}
