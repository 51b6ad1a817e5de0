/** Opens the browser's print window; without scripts it says how. */
export function PrintButton({label, without}: {label: string; without: string}) {
  return (
    <>
      <button className="button with-scripts" type="button" onClick={() => window.print()}>
        {label}
      </button>
      <p className="without-scripts">{without}</p>
    </>
  );
}
