import {Breakable} from './breakable.tsx';

/** What is an address in a line of words: an e-mail address, or a web address, also one without its beginning. */
const ADDRESS = /(https?:\/\/\S+|(?:[\w.+-]+@)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?)/i;

/** Words in which any address is broken at its joints. */
export function AddressesIn({words}: {words: string}) {
  return words.split(ADDRESS).map((part, place) => (place % 2 === 1 ? <Breakable key={place} address={part} /> : part));
}
