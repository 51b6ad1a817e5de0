const SAID = {
  ended: {
    title: 'This wallboard has been switched off',
    says: 'Its link was ended. A team lead can make a new one at Figures, under Wallboard.',
  },
  unknown: {
    title: 'There is no wallboard here',
    says: 'Compare the address with the one that was given: it is long, and every letter counts.',
  },
  'too many': {
    title: 'One moment, please',
    says: 'This page was asked for very often just now. Wait a minute, then load it again.',
  },
};

/** What a screen shows whose link opens nothing: calm, and no more than that. */
export function GoneBoard({state}: {state: keyof typeof SAID}) {
  const {title, says} = SAID[state];
  return (
    <main id="main" className="wallboard wallboard--gone" tabIndex={-1}>
      <h1>{title}</h1>
      <p>{says}</p>
    </main>
  );
}
