interface TasksProps {
  tasks: {href: string; title: string; says: string}[];
}

/** Places to go on to, each a card with what one does there. */
export function Tasks({tasks}: TasksProps) {
  return (
    <ul className="tasks" role="list">
      {tasks.map(({href, title, says}) => (
        <li key={href} className="task">
          <h2 className="task__title">
            <a href={href}>{title}</a>
          </h2>
          <p>{says}</p>
        </li>
      ))}
    </ul>
  );
}
