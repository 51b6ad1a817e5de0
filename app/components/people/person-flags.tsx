export interface Flags {
  alerts: {kind: string; note: string}[];
  needs: {kind: string; need: string}[];
}

interface PersonFlagsProps extends Flags {
  /** The class of the list; `--alert` and `--need` are put behind it. */
  className: string;
}

/** What everyone must know before they call or visit, and how to talk with the person: on every screen about them. */
export function PersonFlags({className, alerts, needs}: PersonFlagsProps) {
  return (
    <>
      <FlagList
        name="Alerts"
        className={`${className} ${className}--alert`}
        flags={alerts.map((one) => [one.kind, one.note])}
      />
      <FlagList
        name="Communication needs"
        className={`${className} ${className}--need`}
        flags={needs.map((one) => [one.kind, one.need])}
      />
    </>
  );
}

function FlagList({name, className, flags}: {name: string; className: string; flags: [kind: string, words: string][]}) {
  if (flags.length === 0) return null;
  return (
    <ul className={className} aria-label={name} role="list">
      {flags.map(([kind, words], place) => (
        <li key={place}>
          <strong>{kind}</strong>: {words}
        </li>
      ))}
    </ul>
  );
}
