/** An error as a log may hold it. */
interface LoggedError {
  type: string;
  message: string;
  stack: string | undefined;
  code?: string;
  constraint?: string;
  table?: string;
  cause?: LoggedError;
}

/**
 * What a log may say of an error. PostgreSQL puts values of rows into its messages and details (`Key (email)=(…) already
 * exists`, `invalid input syntax for type date: "…"`), and those may be about a person: of its errors only the code and
 * the names of the table and constraint are kept.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error))
    return {type: typeof error, message: 'something that is no error was thrown', stack: undefined};
  const from = error as Error & {code?: unknown; constraint_name?: string; table_name?: string};
  const isDatabase = error.name === 'PostgresError';
  const code = typeof from.code === 'string' ? from.code : undefined;
  const message = isDatabase ? `the database refused (${code})` : error.message;
  return {
    type: error.name,
    message,
    // The first lines of a stack are the message again.
    stack: error.stack
      ?.replace(`${error.name}: ${error.message}`, `${error.name}: ${message}`)
      .replace(error.message, message),
    ...(code ? {code} : {}),
    ...(from.constraint_name ? {constraint: from.constraint_name} : {}),
    ...(from.table_name ? {table: from.table_name} : {}),
    ...(error.cause instanceof Error ? {cause: loggedError(error.cause)} : {}),
  };
}
