/** The list a visitor keeps. */
export const shortlist = {};
