import type {Understand} from './understand.ts';

/** The need of whoever may be in danger of their life; the kind of service that answers it has the same key. */
const DANGER = 'mental-health-crisis';
/** From here on it is taken to be what was said. */
const SURELY = 0.88;

/**
 * A sentence that surely speaks of ending one's life is about nothing else: who can help stands first, and no word of it is looked for by itself. 'I don't
 * want to live' is no course on living with diabetes, 'I want to end my life' no group that writes down lives.
 */
export function dangerAlone(understand: Understand): Understand {
  return (text, isExact = false) => {
    const understood = understand(text, isExact);
    const [first] = understood.needs;
    if (isExact || !understood.isSentence || first?.key !== DANGER || first.confidence < SURELY) return understood;
    const meant = understood.types.filter(({key}) => key === DANGER);
    const kinds = new Map(understood.leaning.types);
    for (const kind of understood.types) if (!meant.includes(kind)) kinds.delete(kind.key);
    return {...understood, words: [], needs: [first], types: meant, leaning: {...understood.leaning, types: kinds}};
  };
}
