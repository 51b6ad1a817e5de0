import {useEffect, useState, type RefObject} from 'react';
import {MODES} from '../../domain/cases/case-choices.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';

type Fields = Record<string, string>;

/** What would be saved with the note, in one line that follows the fields it stands for: 'Phone. Next: Ring again, Tuesday 1 December'. */
export function LogSummary({form, typed}: {form: RefObject<HTMLFormElement>; typed: Fields}) {
  const [fields, setFields] = useState(typed);
  useEffect(() => {
    const element = form.current!;
    const read = () =>
      setFields(
        Object.fromEntries(
          [...new FormData(element)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
        ),
      );
    read();
    element.addEventListener('input', read);
    return () => element.removeEventListener('input', read);
  }, [form]);
  return <>{inWords(fields)}</>;
}

function inWords({mode = '', minutes, nextStep, nextOn = '', whyNone, onDay}: Fields): string {
  const how = [
    Object.hasOwn(MODES, mode) ? MODES[mode as keyof typeof MODES] : 'How',
    minutes && `${minutes} minutes`,
    onDay && isDay(onDay) && `on ${dayWords(onDay)}`,
  ];
  const next = whyNone?.trim() ? 'nothing' : [nextStep, isDay(nextOn) && dayWords(nextOn)].filter(Boolean).join(', ');
  return `${how.filter(Boolean).join(', ')}. Next: ${next || 'say what'}`;
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
