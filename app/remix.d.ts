import '@remix-run/server-runtime';

declare module '@remix-run/server-runtime' {
  // Loaders' values arrive as they were sent: the types may say so.
  interface Future {
    v3_singleFetch: true;
  }
}
