import type {ISql} from '../../../../db/client.ts';

/** Where somebody lives, as near as a call keeps it. */
interface Spot {
  outcode: string;
  wardGss: string | null;
}

interface Spots {
  inWards: Spot[];
  roundAbout: Spot[];
}

/** Where people of the demonstration live: its postcodes in the order of their wards, and those round about. */
export async function listSpots(tx: ISql): Promise<Spots> {
  const rows = await tx<Spot[]>`
    select split_part(postcode, ' ', 1) as outcode, ward_gss
    from postcodes
    where source = 'demonstration'
    order by ward_gss, postcode
  `;
  return {inWards: rows.filter(({wardGss}) => wardGss), roundAbout: rows.filter(({wardGss}) => !wardGss)};
}

/** The share of calls about somebody who lives in one of the wards. */
const IN_A_WARD = 0.9;

/** Where someone lives, by a number from 0 up to 1. Some wards ring more often than their size says. */
export function spotAt(place: number, {inWards, roundAbout}: Spots): Spot | undefined {
  return place < IN_A_WARD
    ? inWards[Math.floor((place / IN_A_WARD) ** 1.3 * inWards.length)]
    : roundAbout[Math.floor(((place - IN_A_WARD) / (1 - IN_A_WARD)) * roundAbout.length)];
}
