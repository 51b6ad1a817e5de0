/**
 * The numbers of the locks that instances and commands hold against each other. They stand in one place because two that
 * share a number would wait for each other without any reason. Migrations have 7340034 and 7340035.
 */
export const LOCKS = {
  migration: 4_201_871,
  searchSync: 4_201_872,
  import: 4_201_873,
  /** Comparing the index with the directory: what one instance has queued, another would queue again. */
  searchRepair: 4_201_874,
} as const;
