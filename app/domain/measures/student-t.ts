/**
 * Student's t for whole degrees of freedom, by its finite series (Abramowitz and Stegun, Handbook of Mathematical Functions,
 * 1964, 26.7.3 and 26.7.4): exact, and short enough to be read.
 */

/** Above this many degrees the series is replaced by an expansion about the normal value, right to six figures there. */
const MANY = 400;

/** The share of the distribution that lies between −t and t. */
export function shareWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let step = isOdd ? 3 : 2; step <= degrees - 2; step += 2) {
    term *= (cosine * cosine * (step - 1)) / step;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** The t within which 95 % of the distribution lie, for one degree of freedom or more. */
export function t95(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError(`${degrees} degrees of freedom`);
  const z = 1.959_963_984_540_054;
  if (degrees > MANY) {
    // Abramowitz and Stegun 26.7.5, to the second order.
    return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
  }
  let [low, high] = [1.9, 13];
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
