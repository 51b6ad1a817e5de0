/** Where a form could not be taken: see `last-resort-page.server.ts`. */
export const lastResort = {
  typedIsKept: 'What you typed is kept on this page. Wait a minute, then send it again.',
  sendAgain: 'Send it again',
};
