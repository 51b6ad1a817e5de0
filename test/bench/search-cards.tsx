/** The cards of a results page alone: what React needs to turn them into HTML. */
import {renderToString} from 'react-dom/server';
import {cardView} from '../../app/components/results/card-view.ts';
import {ListingCard} from '../../app/components/results/listing-card.tsx';
import {textFor} from '../../app/i18n/catalogue.server.ts';
import {TextProvider} from '../../app/i18n/text-context.tsx';
import {summarise, type LoadTimes} from './load-run.ts';
import type {RecordedSearch} from './search-recording.ts';

const text = textFor('en');

/** Renders the cards of each search in turn, for so long and to the end of the list. */
export function makeCardRenderer(recorded: RecordedSearch[], today: string): (seconds: number) => LoadTimes {
  const pages = recorded.map(({answer, place}) =>
    answer.cards.map((card) => cardView(card, {place, searchId: answer.id, today, text})),
  );
  const render = (cards: (typeof pages)[number]) =>
    renderToString(
      <TextProvider locale="en" text={text}>
        <ol className="cards">
          {cards.map((card) => (
            <ListingCard key={card.number} card={card} isListed={false} />
          ))}
        </ol>
      </TextProvider>,
    );
  return (seconds) => {
    const times: number[] = [];
    let length = 0;
    const started = performance.now();
    do {
      for (const cards of pages) {
        const began = performance.now();
        length += render(cards).length;
        times.push(performance.now() - began);
      }
    } while (performance.now() - started < seconds * 1000);
    return {...summarise(times, performance.now() - started), bytes: Math.round(length / times.length)};
  };
}
