import {
  parseSearch,
  problem,
  searchComplaints,
  type SearchClause,
  type SearchIssue,
} from '@app/contracts';

/** The parts of a query. Throws `validation_failed` with what is wrong, and where. */
export function clausesOf(q: string): readonly SearchClause[] {
  const { clauses, issues } = parseSearch(q);
  if (issues.length > 0) throw complain(issues);
  return clauses;
}

export function complain(issues: readonly SearchIssue[]) {
  return problem('validation_failed', {
    issues: issues.map(({ complaint, at }) => ({
      path: 'q',
      message: searchComplaints[complaint],
      offset: at,
      complaint,
    })),
  });
}
