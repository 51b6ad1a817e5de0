import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {answerProblems} from '../../components/measures/answer-problems.ts';
import styles from '../../components/measures/measures.scss?url';
import {ScaleFields} from '../../components/measures/scale-fields.tsx';
import {FormErrors} from '../../components/shell/form-errors.tsx';
import {LinkGone} from '../../components/shell/link-gone.tsx';
import {answerAsk, openAsk} from '../../domain/measures/ask-by-link.server.ts';
import {getScale} from '../../domain/measures/scales.server.ts';
import {readAnswers} from '../../domain/measures/score.ts';
import {canGoByLink} from '../../domain/measures/wording.ts';
import {localeOf, turnsLanguage} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const FORM = 'answers';

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const {answers, goneTitle, errorTitle} = textFor(localeOf(request)).ownLinks;
  const {title, gone, mayLeaveOut, inEnglish, next, send, privacy, thanksTitle, thanks, close} = answers;
  const ask = await openAsk(context, params.token ?? '');
  const left = ask?.scales.filter((key) => !ask.answered.includes(key)) ?? [];
  const scale = left.map(getScale).find((one) => one && canGoByLink(one)) ?? null;
  const page = (ask?.scales.length ?? 0) - left.length + 1;
  const pages = ask?.scales.length ?? 0;
  return {
    title,
    isIndexed: false,
    isGone: ask === null,
    keepsForm: scale ? FORM : undefined,
    // The name of a scale would say what somebody is supported with.
    scale: scale && {key: scale.key, intro: scale.intro, items: scale.items},
    pageOf: pages > 1 ? answers.pageOf(page, pages) : null,
    button: page < pages ? next : send,
    words: {title, goneTitle, gone, errorTitle, mayLeaveOut, inEnglish, privacy, thanksTitle, thanks, close},
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const words = textFor(localeOf(request)).ownLinks;
  const form = await request.formData();
  const scale = getScale(String(form.get('scale') ?? ''));
  const here = redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303);
  if (!scale || !canGoByLink(scale)) return here;
  const typed = Object.fromEntries(scale.items.map(({key}) => [key, String(form.get(key) ?? '')]));
  if (turnsLanguage(form)) return data({typed, problems: {}});
  const read = readAnswers(scale, (key) => typed[key] ?? '');
  if (!read.ok) {
    return data({typed, problems: answerProblems(read.problems, words.answers.problems)}, {status: 422});
  }
  if (!(await isWithinRate('answers', context.address))) {
    return data({typed, problems: {[scale.items[0]!.key]: words.tooMany}}, {status: 429});
  }
  // Where the link holds no more, the page says so when it is shown again.
  await answerAsk(context, params.token ?? '', {scale, answers: read.answers, today: today()});
  return here;
}

export const meta = pageMeta;

/** Somebody answers by their own link: one scale a page, calm and large, and nothing about them on it. */
export default function Answer() {
  const {isGone, scale, pageOf, button, words} = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isGone) return <LinkGone title={words.goneTitle} words={words.gone} />;
  if (!scale) {
    return (
      <div className="answer-page">
        <h1>{words.thanksTitle}</h1>
        <p>{words.thanks}</p>
        <p>{words.close}</p>
      </div>
    );
  }
  return (
    <div className="answer-page">
      <FormErrors problems={refused?.problems ?? {}} title={words.errorTitle} />
      <h1>{words.title}</h1>
      {pageOf && <p className="answer-page__step">{pageOf}</p>}
      {words.inEnglish && <p className="answer-page__note">{words.inEnglish}</p>}
      {scale.intro && <p lang="en">{scale.intro}</p>}
      <p className="answer-page__note">{words.mayLeaveOut}</p>
      <form id={FORM} method="post" noValidate key={scale.key}>
        <input type="hidden" name="scale" value={scale.key} autoComplete="off" />
        <ScaleFields scale={scale} values={refused?.typed ?? {}} problems={refused?.problems ?? {}} />
        <button className="button" type="submit">
          {button}
        </button>
      </form>
      <p className="answer-page__note">{words.privacy}</p>
    </div>
  );
}
