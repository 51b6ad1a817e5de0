import type {DischargeWords} from '../../domain/discharge/discharge-form.ts';

/** What a ward or trusted assessor said, to be read: on the page of the call and of what was handed on. */
export function DischargeFacts({parts, level = 3}: {parts: DischargeWords[]; level?: 2 | 3}) {
  const Heading = `h${level}` as const;
  if (parts.length === 0) return null;
  return (
    <section className="discharge-facts" aria-label="Coming home from hospital">
      {parts.map(({title, lines}) => (
        <div key={title}>
          <Heading>{title}</Heading>
          <dl>
            {lines.map(({name, label, value}) => (
              <div key={name} className="discharge-facts__line">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
