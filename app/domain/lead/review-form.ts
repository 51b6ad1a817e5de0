/** Reviewing how a call was taken: what is looked at, and reading the form. Safe in the browser. */

export const REVIEW_PARTS = {
  greeting: {name: 'Greeting', says: 'Warm, clear who is speaking, time to breathe'},
  listening: {name: 'Listening', says: 'Let them tell it, said it back, asked openly'},
  safetyFirst: {name: 'Safety asked first', says: 'Danger asked about before anything else, and acted on'},
  rightHelp: {name: 'Right help found', says: 'What fits the person, not only the first thing there is'},
  endingAgreed: {name: 'Ending agreed', says: 'They know what happens next, and said yes to it'},
  recordClear: {name: 'Record clear', says: 'Somebody else could go on from what is written'},
} as const;
export type ReviewPart = keyof typeof REVIEW_PARTS;
export const reviewParts = Object.keys(REVIEW_PARTS) as ReviewPart[];

export const MARKS = {1: 'Needs work', 2: 'Getting there', 3: 'Good', 4: 'Very good'} as const;

export type Marks = Record<ReviewPart, number | null>;

export interface Review extends Marks {
  wentWell: string | null;
  toTry: string | null;
}

export type ReviewTyped = Record<ReviewPart | 'wentWell' | 'toTry', string>;
type ReadReview = {ok: true; review: Review} | {ok: false; problems: Record<string, string>};

export function typedReview(form: FormData): ReviewTyped {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 4000);
  const marks = Object.fromEntries(reviewParts.map((part) => [part, text(part)]));
  return {...marks, wentWell: text('wentWell'), toTry: text('toTry')} as ReviewTyped;
}

/** Any part may be left out, as it does not come up in every call; but a review says something. */
export function readReview(typed: ReviewTyped): ReadReview {
  const problems: Record<string, string> = {};
  const marks = Object.fromEntries(
    reviewParts.map((part) => {
      if (typed[part] !== '' && !Object.hasOwn(MARKS, typed[part])) problems[part] = 'Choose one of the answers';
      return [part, typed[part] === '' ? null : Number(typed[part])];
    }),
  ) as Marks;
  const words = (name: 'wentWell' | 'toTry') => {
    const text = typed[name].trim();
    if (text.length > 2000) problems[name] = 'Use 2,000 letters at most';
    return text || null;
  };
  const review = {...marks, wentWell: words('wentWell'), toTry: words('toTry')};
  const isLow = reviewParts.some((part) => marks[part] !== null && marks[part] <= 2);
  if (isLow && !review.toTry) problems.toTry = 'Where something needs work, say what to try';
  if (reviewParts.every((part) => marks[part] === null) && !review.wentWell) {
    problems[reviewParts[0]!] = 'Choose at least one answer, or say what went well';
  }
  return Object.keys(problems).length > 0 ? {ok: false, problems} : {ok: true, review};
}

/** How many calls of each handler are drawn. */
export const SAMPLE_EACH = 2;

export const SAMPLE_RULE = `Of the calls of last week, Monday to Sunday, ${SAMPLE_EACH} of each handler, drawn by chance: in the order of a code made from the week and the call, so that the draw is the same for everyone and nobody can choose it. Left out: your own, test calls and wrong numbers, those reviewed already, and those that you may not read.`;
