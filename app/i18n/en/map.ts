/** The map beside the results. */
export const map = {};
