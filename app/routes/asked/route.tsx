import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button, Textarea} from 'nhsuk-react-components';
import {FormErrors} from '../../components/shell/form-errors.tsx';
import {LinkGone} from '../../components/shell/link-gone.tsx';
import {answerAsked, openAsked} from '../../domain/referrals/referrer-link.server.ts';
import {localeOf, turnsLanguage} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

export const handle = {door: 'answer'};

const FORM = 'asked-answer';
const LONGEST = 2000;

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const {asked, goneTitle, errorTitle, error} = textFor(localeOf(request)).ownLinks;
  const {states, problems: _problems, notNow: _notNow, ...words} = asked;
  const one = await openAsked(context, params.token ?? '');
  return {
    title: asked.title,
    isIndexed: false,
    keepsForm: one?.question ? FORM : undefined,
    words: {...words, goneTitle, errorTitle, error},
    one: one && {...one, stands: states[one.status]},
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const {asked, tooMany} = textFor(localeOf(request)).ownLinks;
  const form = await request.formData();
  const typed = String(form.get('words') ?? '').replace(/\r\n?/g, '\n');
  const refuse = (status: number, words: string) => data({typed, problems: {words}}, {status});
  if (turnsLanguage(form)) return data({typed, problems: {} as Record<string, string>});
  const said = typed.normalize('NFC').trim();
  if (!said) return refuse(422, asked.problems.empty);
  if (said.length > LONGEST) return refuse(422, asked.problems.long);
  if (!(await isWithinRate('public-reports', context.address))) return refuse(429, tooMany);
  const outcome = await answerAsked(context, params.token ?? '', said);
  if (outcome === 'not_now') return refuse(409, asked.notNow);
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303);
}

export const meta = pageMeta;

/** Whoever asked for somebody's help reads what more is asked, and answers it, or reads what may help instead. */
export default function AskedPage() {
  const {one, words} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problem = refused?.problems.words;
  if (!one) return <LinkGone title={words.goneTitle} words={words.gone} />;
  return (
    <div className="answer-page">
      <FormErrors problems={refused?.problems ?? {}} title={words.errorTitle} />
      <h1>{words.title}</h1>
      <p>
        <span lang="en">{one.providerName}</span>. {words.reference}: {one.reference}
      </p>
      {/* Where nothing is asked any more, what is said of a form that came too late leads here. */}
      <p role="status" id={one.question ? undefined : 'words'} tabIndex={-1}>
        {one.isAnswered && one.status === 'received' ? words.answered : one.stands}
      </p>
      {one.instead && (
        <>
          <h2>{words.instead}</h2>
          <Typed text={one.instead} />
        </>
      )}
      {one.question && (
        <>
          <h2>{words.question}</h2>
          <Typed text={one.question} />
          <form id={FORM} method="post" noValidate>
            <Textarea
              id="words"
              name="words"
              label={words.answer}
              hint={words.hint}
              rows={5}
              defaultValue={refused?.typed}
              error={problem}
              errorProps={{visuallyHiddenText: words.error}}
            />
            <Button type="submit">{words.send}</Button>
          </form>
        </>
      )}
      {!one.question && refused && refused.typed !== '' && (
        // Answered or decided meanwhile: what was typed is not lost to whoever typed it.
        <Typed text={refused.typed} />
      )}
    </div>
  );
}

/** What somebody of the staff typed stays as it is, in English. */
function Typed({text}: {text: string}) {
  return (
    <div lang="en">
      {text.split('\n').map((line, place) => (
        <p key={place}>{line}</p>
      ))}
    </div>
  );
}
