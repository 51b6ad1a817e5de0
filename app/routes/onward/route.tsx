import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {AnswerFields} from '../../components/onward/answer-fields.tsx';
import {FormErrors} from '../../components/shell/form-errors.tsx';
import {LinkGone} from '../../components/shell/link-gone.tsx';
import {answerOnward, openOnward} from '../../domain/onward/onward-link.server.ts';
import {answersNow} from '../../domain/onward/onward-life.ts';
import {readAnswer, typedAnswer} from '../../domain/onward/read-onward.ts';
import {localeOf, turnsLanguage} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

export const handle = {door: 'answer'};

const FORM = 'onward-answer';

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const {onward, goneTitle, errorTitle} = textFor(localeOf(request)).ownLinks;
  const {came: inWords, states, problems: _problems, notNow: _notNow, ...words} = onward;
  const one = await openOnward(context, params.token ?? '');
  return {
    title: onward.title,
    isIndexed: false,
    keepsForm: one && answersNow(one.state).length > 0 ? FORM : undefined,
    words: {...words, goneTitle, errorTitle},
    one: one && {
      ...one,
      stands: states[one.state],
      came: one.attended > 0 ? inWords(one.attended) : null,
      answers: answersNow(one.state),
    },
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const {onward, tooMany} = textFor(localeOf(request)).ownLinks;
  const form = await request.formData();
  const typed = typedAnswer(form);
  const refuse = (status: number, problems: Record<string, string>) => data({typed, problems}, {status});
  if (turnsLanguage(form)) return data({typed, problems: {}});
  const read = readAnswer(form);
  if (!read.ok) return refuse(422, {[read.field]: onward.problems[read.field]});
  if (!(await isWithinRate('public-reports', context.address))) return refuse(429, {becomes: tooMany});
  const outcome = await answerOnward(context, params.token ?? '', read.value);
  if (outcome === 'not_now') return refuse(409, {becomes: onward.notNow});
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303);
}

export const meta = pageMeta;

/** The provider of a service answers by their own link: only what was agreed to be shared stands here. */
export default function OnwardAnswerPage() {
  const {one, words} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!one) return <LinkGone title={words.goneTitle} words={words.gone} />;
  const isAnswered = one.state !== 'seen';
  return (
    <div className="answer-page">
      <FormErrors problems={refused?.problems ?? {}} title={words.errorTitle} />
      <h1>{isAnswered ? words.thanksTitle : words.title}</h1>
      <p>
        {words.asks.before}
        <span lang="en">{one.fromName}</span>
        {words.asks.between}
        <strong lang="en">{one.serviceName}</strong>
        {words.asks.after}
      </p>
      {isAnswered && (
        <p role="status">
          {words.stands} <strong>{one.stands}</strong>
          {one.came && `, ${one.came}`}.
        </p>
      )}
      {one.shared && (
        <>
          <h2>{words.shared}</h2>
          <div lang="en">
            {one.shared.split('\n').map((line, place) => (
              <p key={place}>{line}</p>
            ))}
          </div>
        </>
      )}
      {one.answers.length > 0 ? (
        <form id={FORM} method="post" noValidate key={`${one.state}-${one.attended}`}>
          <h2>{isAnswered ? words.moreToSay : words.yourAnswer}</h2>
          <AnswerFields
            name=""
            answers={one.answers}
            attended={one.attended}
            typed={refused?.typed ?? null}
            problems={refused?.problems ?? {}}
            words={words.form}
            button={words.form.send}
          />
        </form>
      ) : (
        <p>{words.nothingMore}</p>
      )}
      {isAnswered && one.answers.length > 0 && <p className="answer-page__note">{words.keepLink}</p>}
    </div>
  );
}
