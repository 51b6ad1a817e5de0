/** The scales that come with the product; `shippedMeasures` checks them. */
import {LICENSED_SCALES} from './scales-licensed.ts';
import {OPEN_SCALES} from './scales-open.ts';

export const SHIPPED_SCALES = [...LICENSED_SCALES, ...OPEN_SCALES];
