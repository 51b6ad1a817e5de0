import {toActView} from '../../components/records/act-view.ts';
import type {FilterRead} from '../../domain/records/acts-filter.ts';
import {writeActsFilter} from '../../domain/records/acts-filter.ts';
import type {ListedAct} from '../../domain/records/list-acts.server.ts';

/** A page of acts as it is shown at `path`: narrowed as its address says, with the ways on and to a file of them. */
export function actsPage(
  path: string,
  {filter, typed, problems}: FilterRead,
  {acts, next}: {acts: ListedAct[]; next: number | null},
) {
  return {
    acts: acts.map(toActView),
    typed,
    problems,
    older: next ? path + writeActsFilter(filter, next) : null,
    newest: filter.before ? path + writeActsFilter(filter) : null,
    exportPath: `${path}/export.csv${writeActsFilter(filter)}`,
  };
}
