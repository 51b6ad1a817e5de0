import {z} from 'zod';

const PROBLEMS = ['closed', 'contact', 'times', 'place', 'cost', 'other'] as const;
export type Problem = (typeof PROBLEMS)[number];
export const MESSAGE_LIMIT = 2000;

/** What is typed into the form. Each refusal is a key of the words that the page shows. */
const reportShape = z
  .object({
    problem: z.enum(PROBLEMS, 'chooseProblem'),
    message: z
      .string()
      .transform((message) => message.replace(/\r\n?/g, '\n').trim())
      .pipe(z.string().max(MESSAGE_LIMIT, 'messageTooLong')),
  })
  .refine(({problem, message}) => problem !== 'other' || message !== '', {path: ['message'], error: 'sayWhatElse'});

export type Report = z.output<typeof reportShape>;
type ReportErrors = Partial<Record<keyof Report, 'chooseProblem' | 'messageTooLong' | 'sayWhatElse'>>;

/** Reads the form, or says field by field what is the matter with it. */
export function readReport(form: FormData): {ok: true; report: Report} | {ok: false; errors: ReportErrors} {
  const read = reportShape.safeParse({problem: form.get('problem'), message: form.get('message') ?? ''});
  if (read.success) return {ok: true, report: read.data};
  const errors: ReportErrors = {};
  for (const issue of read.error.issues)
    errors[issue.path[0] as keyof Report] ??= issue.message as ReportErrors['problem'];
  return {ok: false, errors};
}

/** The number a form was given when it was shown, or null for one that is not ours. */
export function readReportId(value: unknown): string | null {
  return z.uuid().safeParse(value).data ?? null;
}
