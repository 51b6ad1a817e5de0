/** What a scale may be used for, by the words that it has here. Pure, and safe in the browser. */
import type {Scale} from './scale-schema.ts';

/** Whether the questions may be shown and sent: all of them have their words, which a licence may withhold. */
export const hasWording = ({items}: Pick<Scale, 'items'>): boolean => items.every(({words}) => words !== null);

/** Whether it may be answered by a link: it has its words, and none of the person's own stand in it. */
export const canGoByLink = (scale: Pick<Scale, 'items'>): boolean =>
  hasWording(scale) && scale.items.every(({answer}) => answer.kind !== 'words');
