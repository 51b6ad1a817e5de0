/** A field that no person sees and no screen reader reads; what fills it in is no person. */
export function Trap({label}: {label: string}) {
  return (
    <div className="refer__trap" aria-hidden="true">
      <label htmlFor="website">{label}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  );
}
