import {londonClock} from '../../domain/dates/calendar-date.ts';
import {readDischarge} from '../../domain/discharge/discharge-form.ts';
import {DischargeForm} from '../discharge/discharge-form.tsx';
import {useValue} from '../drafts/draft-context.tsx';
import {useCall} from './call-context.tsx';

const FIELD = 'form.discharge';
const CHANNELS_OF_WARDS: readonly string[] = ['hospital_discharge', 'trusted_assessor'];

/** What a ward or a trusted assessor says about somebody who comes home: only where the request is one of theirs. */
export function DischargePart({channel}: {channel: string}) {
  const {keeper} = useCall();
  const typed = readDischarge(useValue(FIELD));
  if (!CHANNELS_OF_WARDS.includes(channel)) return null;
  return (
    <section className="call-part" aria-labelledby="discharge-title">
      <div className="call-part__head">
        <h2 className="call-part__title" id="discharge-title">
          Coming home
        </h2>
      </div>
      <DischargeForm
        typed={typed}
        today={londonClock(new Date()).date}
        onChange={(name, value) =>
          keeper.type(FIELD, JSON.stringify({...readDischarge(keeper.value(FIELD)), [name]: value}))
        }
      />
    </section>
  );
}
