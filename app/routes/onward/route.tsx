import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import styles from '../../components/measures/measures.scss?url';
import {AnswerFields} from '../../components/onward/answer-fields.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {answerOnward, openOnward} from '../../domain/onward/onward-link.server.ts';
import {answersNow, STATES} from '../../domain/onward/onward-life.ts';
import {readAnswer, typedAnswer} from '../../domain/onward/read-onward.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';

export const handle = {door: 'answer'};
export const links = () => [{rel: 'stylesheet', href: styles}];

// The address holds the secret of the link, which must not travel on to any other page.
export const headers = () => ({'Referrer-Policy': 'strict-origin', 'Cache-Control': 'no-store'});

export async function loader({params, context}: LoaderFunctionArgs) {
  const one = await openOnward(context, params.token ?? '');
  return {
    title: 'Somebody would like to join you',
    isIndexed: false,
    one: one && {...one, stands: STATES[one.state], answers: answersNow(one.state)},
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedAnswer(form);
  const read = readAnswer(form);
  if (!read.ok) return data({typed, problems: read.problems}, {status: 422});
  if (!(await isWithinRate('public-reports', context.address))) {
    const problems = {becomes: 'Too much came at once. Wait a few minutes, then send it again.'};
    return data({typed, problems}, {status: 429});
  }
  const outcome = await answerOnward(context, params.token ?? '', read.value);
  if (outcome === 'not_now') {
    return data({typed, problems: {becomes: 'It has gone on meanwhile. This is how it stands now.'}}, {status: 409});
  }
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ''), 303);
}

export const meta = pageMeta;

/** The provider of a service answers by their own link: only what was agreed to be shared stands here. */
export default function OnwardAnswerPage() {
  const {one} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!one) {
    return (
      <div className="answer-page">
        <h1>This link no longer works</h1>
        <p>It has run out or was taken back. Whoever sent it to you can tell you more.</p>
      </div>
    );
  }
  const isAnswered = one.state !== 'seen';
  return (
    <div className="answer-page">
      <FormProblems problems={answer?.problems} />
      <h1>{isAnswered ? 'Thank you' : 'Somebody would like to join you'}</h1>
      <p>
        {one.fromName} asks for a place with <strong>{one.serviceName}</strong>.
      </p>
      {isAnswered && (
        <p role="status">
          How it stands: <strong>{one.stands}</strong>
          {one.attended > 0 && `, came ${one.attended} ${one.attended === 1 ? 'time' : 'times'}`}.
        </p>
      )}
      <h2>What they agreed to share with you</h2>
      {one.shared.split('\n').map((line, place) => (
        <p key={place}>{line}</p>
      ))}
      {one.answers.length > 0 ? (
        <form method="post" noValidate key={`${one.state}-${one.attended}`}>
          <h2>{isAnswered ? 'When there is more to say' : 'Your answer'}</h2>
          <AnswerFields
            name=""
            answers={one.answers}
            attended={one.attended}
            typed={answer?.typed ?? null}
            problems={answer?.problems ?? {}}
            button="Send my answer"
          />
        </form>
      ) : (
        <p>There is nothing more to do. You can close this page.</p>
      )}
      {isAnswered && one.answers.length > 0 && (
        <p className="answer-page__note">Keep this link: you can come back and say how often they came.</p>
      )}
    </div>
  );
}
