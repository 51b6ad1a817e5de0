/**
 * The closing text: what was agreed, in words that can be read back to the caller and sent to them. It names nobody and
 * says nothing of what is wrong: whoever opens the message may be somebody else. Safe in the browser.
 */
import {listOf, type CallValues} from './call-fields.ts';
import {EMERGENCY_SERVICES} from './call-choices.ts';
import {isDispositionKind, type DispositionKind} from './dispositions.ts';

/** A service as the closing text tells it. */
export interface GivenService {
  id: string;
  name: string;
  /** A telephone number to ring, as one writes it. */
  phone: string | null;
  when: string | null;
  where: string | null;
}

const LIMIT = 4000;

export function closingWords(values: CallValues, given: GivenService[]): string {
  const kinds = listOf(values.endings).filter(isDispositionKind);
  const lines = kinds.flatMap((kind) => wordsOf(kind, values, given));
  return lines.length === 0 ? '' : ['Here is what we agreed.', ...lines].join('\n\n').slice(0, LIMIT);
}

function wordsOf(kind: DispositionKind, values: CallValues, given: GivenService[]): string[] {
  const text = (name: string) => (values[name] ?? '').trim();
  switch (kind) {
    case 'information_given':
      return text('informationNote') ? [sentence(text('informationNote'))] : [];
    case 'self_care':
      return text('selfCareNote') ? [`What you can do: ${sentence(text('selfCareNote'))}`] : [];
    case 'signposted':
      return given.map(serviceInWords);
    case 'reconnected':
      return text('reconnectedWith') ? [`You are back in touch with: ${sentence(text('reconnectedWith'))}`] : [];
    case 'call_back_promised':
      return [callBackInWords(text('callBackOn'), text('callBackAt'))];
    case 'handed_on':
      return ['A professional of our partnership will look at this and get in touch with you.'];
    case 'link_worker_referral':
      return ['A link worker will get in touch with you. You agreed to this, and you can say no at any time.'];
    case 'passed_to_gp':
      return [`We pass this on to ${text('practice') || 'your own practice'}.`];
    case 'emergency_services':
      return text('emergencyService')
        ? [
            `Help is on its way: ${EMERGENCY_SERVICES[text('emergencyService') as keyof typeof EMERGENCY_SERVICES] ?? ''}.`,
          ]
        : [];
    case 'nothing_suitable':
      return ['We could not find the right help near you today. We wrote this down, so that it can be put right.'];
    case 'wrong_number':
      return text('helpedTo') ? [`The number you need: ${sentence(text('helpedTo'))}`] : [];
    // Nothing that would be read back: the concern is not for whoever may open the message.
    case 'safeguarding':
    case 'caller_ended':
    case 'test_call':
      return [];
  }
}

function serviceInWords({name, phone, when, where}: GivenService): string {
  const facts = [phone && `Telephone ${phone}`, when, where].filter(Boolean);
  return [name, ...facts].join('\n');
}

function callBackInWords(on: string, at: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(on)
    ? ` on ${new Intl.DateTimeFormat('en-GB', {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'}).format(new Date(`${on}T00:00:00Z`)).replace(',', '')}`
    : '';
  return `We will ring you back${day}${at ? ` at ${at}` : ''}.`;
}

const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);
