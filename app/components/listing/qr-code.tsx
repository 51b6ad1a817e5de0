/** The dark squares of a code, one unit to a square. */
export interface QrSquares {
  size: number;
  path: string;
}

/** Readers need a white edge four squares wide. */
const EDGE = 4;

export function QrCode({squares, label}: {squares: QrSquares; label: string}) {
  const whole = squares.size + 2 * EDGE;
  return (
    <svg
      className="qr"
      viewBox={`${-EDGE} ${-EDGE} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M${-EDGE} ${-EDGE}h${whole}v${whole}h-${whole}z`} />
      <path fill="#000" d={squares.path} />
    </svg>
  );
}
