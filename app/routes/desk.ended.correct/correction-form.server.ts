/** The form of a correction, as it is read from what a page sends. */
import {z} from 'zod';
import {callFields, listOf, type CallValues} from '../../domain/calls/call-fields.ts';
import type {CorrectionPage} from '../../domain/calls/correction-draft.server.ts';
import {changesOf, readKnown, SEVERAL} from '../desk.call/changes.server.ts';
import {versionOf} from '../people.record/people-request.server.ts';

export interface CorrectionForm extends CorrectionPage {
  known: Record<string, number>;
  /** The fields of the call. */
  typed: CallValues;
  reason: string;
  rightPersonId: string | null;
  /** Every field of it, as it is kept. */
  sent: Record<string, string>;
}

const readId = (typed: unknown): string | null => z.uuid().safeParse(typed).data ?? null;

export function readCorrection(form: FormData): CorrectionForm {
  const {page, changes} = changesOf(form);
  const typed = typedOf(changes, String(form.get('needsInOrder') ?? ''));
  const words = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
  const reason = words('reason');
  const rightPersonId = readId(form.get('rightPersonId'));
  return {
    page,
    draft: readId(form.get('draft')) ?? crypto.randomUUID(),
    seen: versionOf(form),
    known: readKnown(form.get('known')),
    typed,
    reason: reason.slice(0, 2000),
    rightPersonId,
    sent: {
      // What was emptied stands in the form as well: it is said, so that it does not come back.
      ...Object.fromEntries(
        Object.keys(callFields)
          .filter((name) => name in typed || form.has(name) || SEVERAL.has(name))
          .map((name) => [name, typed[name] ?? '']),
      ),
      reason,
      ...(form.has('rightWords') ? {rightWords: words('rightWords')} : {}),
      ...(rightPersonId ? {rightPersonId} : {}),
    },
  };
}

/** Of the needs the order is sent beside the boxes, which know none. */
function typedOf(changes: {name: string; value: string}[], needsInOrder: string): CallValues {
  const typed: CallValues = Object.fromEntries(changes.map(({name, value}) => [name, value]));
  const ticked = listOf(typed.needs);
  const inOrder = listOf(needsInOrder).filter((key) => ticked.includes(key));
  return {...typed, needs: [...new Set([...inOrder, ...ticked])].join(',')};
}
