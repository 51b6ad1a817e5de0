/** Hills, a lane and a fingerpost behind the first words. Drawn for this site. */
export function OpeningScene() {
  return (
    <svg
      className="scene"
      viewBox="0 0 1440 520"
      preserveAspectRatio="xMaxYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <g className="scene__sign">
        <circle className="scene__sun" cx="1262" cy="186" r="92" />
      </g>
      <path className="scene__far" d="M0 380c160-70 330-80 520-36s330 38 520-22 270-54 400-22v220H0z" />
      <path className="scene__near" d="M0 446c220-58 420-54 640-22s430 30 800-58v154H0z" />
      <g className="scene__sign">
        <path className="scene__lane" d="M1148 520c70-34 112-44 86-72s-24-40 46-62c-26 24-18 36 22 54s38 46-18 80z" />
        <path className="scene__post" d="M1254 118h14v290h-14z" />
        <path className="scene__finger" d="M1236 148h136l30 24-30 24h-136z" />
        <path className="scene__finger scene__finger--other" d="M1290 216h-136l-30 24 30 24h136z" />
        <path className="scene__words" d="M1256 166h92M1256 178h60M1174 234h98M1174 246h64" />
      </g>
    </svg>
  );
}
