import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button} from 'nhsuk-react-components';
import styles from '../../components/measures/measures.scss?url';
import {ScaleFields} from '../../components/measures/scale-fields.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {answerAsk, openAsk} from '../../domain/measures/ask-by-link.server.ts';
import {canGoByLink} from '../../domain/measures/scale-schema.ts';
import {getScale} from '../../domain/measures/scales.server.ts';
import {readAnswers} from '../../domain/measures/score.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {today} from '../../http/today.server.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, context}: LoaderFunctionArgs) {
  const ask = await openAsk(context, params.token ?? '');
  const title = 'A few questions for you';
  if (!ask) return {title, isIndexed: false, ask: null};
  const left = ask.scales.filter((key) => !ask.answered.includes(key));
  const scale = left.map(getScale).find((one) => one && canGoByLink(one)) ?? null;
  return {
    title,
    isIndexed: false,
    ask: {
      // The name of a scale would say what somebody is supported with.
      scale: scale && {key: scale.key, intro: scale.intro, items: scale.items},
      step: ask.scales.length - left.length + 1,
      steps: ask.scales.length,
    },
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const scale = getScale(String(form.get('scale') ?? ''));
  const here = redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303);
  if (!scale || !canGoByLink(scale)) return here;
  const typed = Object.fromEntries(scale.items.map(({key}) => [key, String(form.get(key) ?? '')]));
  const read = readAnswers(scale, (key) => typed[key] ?? '');
  if (!read.ok) return data({typed, problems: read.problems}, {status: 422});
  if (!(await isWithinRate('answers', context.address))) {
    const problems = {[scale.items[0]!.key]: 'Too much came at once. Wait a few minutes, then send it again.'};
    return data({typed, problems}, {status: 429});
  }
  // Where the link holds no more, the page says so when it is shown again.
  await answerAsk(context, params.token ?? '', {scale, answers: read.answers, today: today()});
  return here;
}

export const meta = pageMeta;

/** Somebody answers by their own link: one scale a page, calm and large, and nothing about them on it. */
export default function Answer() {
  const {ask} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!ask) {
    return (
      <div className="answer-page">
        <h1>This link no longer works</h1>
        <p>Links like this work for a few weeks. Whoever gave it to you can make a new one.</p>
      </div>
    );
  }
  if (!ask.scale) {
    return (
      <div className="answer-page">
        <h1>Thank you</h1>
        <p>
          Your answers have arrived. The person who supports you will see them, and you can talk about them together.
        </p>
        <p>You can close this page.</p>
      </div>
    );
  }
  const {scale, step, steps} = ask;
  return (
    <div className="answer-page">
      <FormProblems problems={answer?.problems} />
      <h1>A few questions for you</h1>
      {steps > 1 && (
        <p className="answer-page__step">
          Page {step} of {steps}
        </p>
      )}
      {scale.intro && <p>{scale.intro}</p>}
      <p className="answer-page__note">You can leave out any question.</p>
      <form method="post" noValidate key={scale.key}>
        <input type="hidden" name="scale" value={scale.key} autoComplete="off" />
        <ScaleFields scale={scale} values={answer?.typed ?? {}} problems={answer?.problems ?? {}} />
        <Button type="submit">{step < steps ? 'Next' : 'Send my answers'}</Button>
      </form>
      <p className="answer-page__note">
        Only the people who support you see your answers. If you feel unsafe or very low, ring 111, or 999 in an
        emergency. The Samaritans listen at any hour on 116 123.
      </p>
    </div>
  );
}
