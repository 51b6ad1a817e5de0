import {useText} from '../../i18n/text-context.tsx';

/** The numbers for when it cannot wait. On every page, quietly. */
export function UrgentHelp() {
  const {urgent} = useText().shell;
  const lines = [
    {number: '999', tel: '999', why: urgent.danger},
    {number: '111', tel: '111', why: urgent.medical},
    {number: '116 123', tel: '116123', why: urgent.listen},
  ];
  return (
    <section className="urgent" aria-label={urgent.title}>
      <div className="urgent__inner">
        <p className="urgent__title" aria-hidden="true">
          {urgent.title}
        </p>
        <ul className="urgent__list" role="list">
          {lines.map(({number, tel, why}) => (
            <li key={tel}>
              <a href={`tel:${tel}`}>{number}</a> <span>{why}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
