import {isNotByPhone} from '../../domain/people/not-by-phone.ts';
import type {Flags} from './person-flags.tsx';

interface RingLinkProps {
  phone: string;
  /** As it is read out. */
  shown: string | null;
  mustKnow: Flags | null | undefined;
}

/** Rings somebody; in place of that the number in words where they are to be written to. */
export function RingLink({phone, shown, mustKnow}: RingLinkProps) {
  if (isNotByPhone(mustKnow)) return <p className="not-rung">Write, do not ring. The number we hold: {shown}</p>;
  return (
    <a className="act" href={`tel:${phone}`}>
      Ring <span className="act__number">{shown}</span>
    </a>
  );
}
