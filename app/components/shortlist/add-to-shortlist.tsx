import {useText} from '../../i18n/text-context.tsx';

/** Puts one listing on the visitor's list, or takes it off. A plain form: it works before and without scripts. */
export function AddToShortlist({number, name, isListed}: {number: number; name: string; isListed: boolean}) {
  const {card} = useText();
  return (
    <form className="add-to-list" method="post" action="/shortlist">
      <input type="hidden" name="number" value={number} />
      <button
        className={isListed ? 'add-to-list__button add-to-list__button--on' : 'add-to-list__button'}
        name="intent"
        value={isListed ? 'remove' : 'add'}
      >
        {isListed ? card.added : card.add}
        <span className="nhsuk-u-visually-hidden">{isListed ? card.removeNamed(name) : card.addNamed(name)}</span>
      </button>
    </form>
  );
}
