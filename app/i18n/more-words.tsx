import {useContext, useMemo, type ReactNode} from 'react';
import type {Text} from './en.ts';
import {withFallback} from './partial-text.ts';
import {TextContext, TextProvider} from './text-context.tsx';

/**
 * Gives a page the words that it alone needs. They are imported by the page, so the browser fetches them with it and the
 * others stay light. Where the language in use has its own, those are kept.
 */
export function MoreWords({words, children}: {words: Partial<Text>; children: ReactNode}) {
  const context = useContext(TextContext);
  const text = useMemo(() => {
    const known = context?.text as Text;
    const more = Object.entries(words).map(([section, english]) => {
      const translated = (known as Record<string, object | undefined>)[section];
      return [section, withFallback<object>(english, translated ?? {})];
    });
    return {...known, ...Object.fromEntries(more)} as Text;
  }, [context, words]);
  if (!context) throw new Error('MoreWords needs a TextProvider above it');
  return (
    <TextProvider locale={context.locale} text={text}>
      {children}
    </TextProvider>
  );
}
